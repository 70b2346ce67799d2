import Flow
import Genome
import Testing

@testable import Assessment

/// What the record of a deletion settles of the bases that it takes.
@Suite struct ObservationRuleTests {
  private func rule() throws -> ObservationRule {
    ObservationRule(
      confidence: CallConfidence(profile: try Fixture.profile(), copies: 2), locus: Fixture.locus,
      looksForIndels: false)
  }

  /// On one of two copies smaller ones may stand on the other, and a haploid genotype tells of one.
  @Test(arguments: [("1/1", true), ("0/1", false), ("1", false)])
  func onlyTheLossOfEveryCopySettlesSmallerOnes(_ genotype: String, _ isSettled: Bool) throws {
    let place = Interval(49_260_000, 49_260_200)
    let bases = try #require(Fixture.locus.bases(in: place))
    let record = ReadRecord(
      number: 1, contig: "chrX", position: place.start, end: place.end, reference: bases.text,
      alternates: [Fixture.base(place.start)], filters: ["PASS"],
      calls: [Fixture.call(genotype)])
    let observation = try #require(try rule().observe(record.calls[0], in: record))
    #expect(observation.verdict == .alternate)
    #expect(observation.coversIndels == isSettled)
  }

  /// As RGQ of a record without alternates does, and reads that show a call alike.
  @Test(arguments: [false, true]) func whatIsAgainstEveryAlleleCoversIndels(isIt: Bool) throws {
    var call = Fixture.call("0/0")
    call.isAgainstEveryAllele = isIt
    let record = ReadRecord(
      number: 1, contig: "chrX", position: 49_254_001, end: 49_254_001,
      reference: Fixture.base(49_254_001), alternates: [], calls: [call])
    #expect(try rule().observe(call, in: record)?.coversIndels == isIt)
  }

  /// A doubtful deletion leaves all open that it may take.
  @Test func aDoubtfulDeletionOfOpenEndsLeavesTheWidestOpen() throws {
    let information = "IMPRECISE;SVTYPE=DEL;END=49256000;CIPOS=-100,100;CIEND=-100,100"
    let record = ReadRecord(
      number: 1, contig: "chrX", position: 49_255_000, end: 49_256_000,
      reference: Fixture.base(49_255_000), alternates: ["<DEL>"], structuralLengths: [nil],
      quality: nil, filters: ["LowQual"],
      fixedText:
        "chrX\t49255000\t.\t\(Fixture.base(49_255_000))\t<DEL>\t.\tLowQual\t\(information)",
      formatText: "GT", calls: [Fixture.call("0/1")])
    let observation = try #require(try rule().observe(record.calls[0], in: record))
    #expect(observation.problem?.contains("a deletion is called") == true)
    #expect(observation.interval == Interval(49_254_901, 49_256_100))
  }
}
