import Flow
import Genome
import Testing

@testable import Assessment

/// Records over a known place whose called allele, or whose reference, is not told by its bases.
@Suite struct UnspelledAllelesTests {
  private func result(
    _ reference: String, _ alternates: [String], _ genotype: String, end: Int = 49_251_441,
    information: String = ".", lengths: [Int?] = []
  ) throws -> SampleResult {
    let record = ReadRecord(
      number: 1, contig: "chrX", position: 49_251_441, end: end, reference: reference,
      alternates: alternates, structuralLengths: lengths, filters: ["PASS"],
      fixedText: "chrX\t49251441\t.\t\(reference)\t.\t.\tPASS\t\(information)",
      calls: [Fixture.call(genotype)])
    return try Fixture.assess([record], [], .male)
  }

  private func state(_ result: SampleResult) -> SiteState? {
    result.ledger.first { $0.identifier == "FX0001" }?.state
  }

  @Test(arguments: [
    ("G", ["N"], "1"), ("G", ["R"], "1"), ("N", ["C"], "1"), ("G", ["C", "N"], "2"),
    ("G", ["A", "GN"], "2"),
  ])
  func theyLeaveThePlaceOpen(_ reference: String, _ alternates: [String], _ genotype: String)
    throws
  {
    #expect(
      state(try result(reference, alternates, genotype))
        == .uncertain(
          reason: "the genotype \(genotype) is of an allele that is not told by its bases at "
            + "chrX:49251441"))
  }

  @Test func whatSVTYPEAndENDTellDoesToo() throws {
    let told = try result("G", ["G"], "1", information: "SVTYPE=DEL;END=49252000")
    #expect(state(told)?.name == "uncertain")
    #expect(state(try result("G", ["G"], "1"))?.name == "reference_seen")
  }

  /// Of which nothing is said about those of the same record that are not called.
  @Test(arguments: [(["C"], "1"), (["N", "C"], "2"), (["<*>", "C"], "2"), (["*"], "1")])
  func otherAllelesAreSettled(_ alternates: [String], _ genotype: String) throws {
    #expect(state(try result("G", alternates, genotype))?.name == "reference_seen")
  }

  /// Of all of REF, by its length: what is left of one copy is not read.
  @Test func aDeletionWrittenAsNIsOneInBases() throws {
    let removed = try #require(Fixture.locus.bases(in: Interval(49_251_441, 49_251_540))).text
    let whole = try result(
      removed, ["N"], "1", end: 49_251_540, information: "SVTYPE=DEL", lengths: [-100])
    #expect(state(whole)?.isSettled == true)
    for (information, length) in [("SVTYPE=DEL", -99), ("SVTYPE=DEL;IMPRECISE", -100), (".", -100)]
    {
      let other = try result(
        removed, ["N"], "1", end: 49_251_540, information: information, lengths: [length])
      #expect(state(other)?.name == "uncertain")
    }
  }

  @Test func segmentsWithTheUsualCopyNumberProveNoBase() throws {
    var segment = Fixture.block(49_251_000, 49_252_000, alternates: [])
    let proven = try Fixture.assess([segment], [], .male)
    #expect(state(proven)?.name == "reference_seen" && proven.listsReference)
    segment.isCopyNumberSegment = true
    let open = try Fixture.assess([segment], [], .male)
    #expect(state(open)?.name == "not_looked_at" && !open.listsReference)
    #expect(open.exons.allSatisfy { $0.provenBases == 0 })
  }

  /// VCF 4.5 gives each sample a length of its own.
  @Test func aBlockSpeaksOfWhatItsSamplesCallReaches() throws {
    var block = Fixture.block(49_251_000, 49_252_000)
    block.calls[0].end = 49_251_441
    #expect(state(try Fixture.assess([block], [], .male))?.name == "reference_seen")
    block.calls[0].end = 49_251_440
    #expect(state(try Fixture.assess([block], [], .male))?.name == "not_looked_at")
  }
}
