import Flow
import Genome
import Testing

@testable import Assessment

/// Two alleles on a male's one X, harmless as they may be, are no basis for a negative by one copy's depth.
@Suite struct TwoAllelesInMaleTests {
  private func result(
    _ genotype: String, _ reads: [Int?], calls: SexChromosomeCalls? = nil
  ) throws -> SampleResult {
    let record = Fixture.record(Fixture.benign, Fixture.call(genotype, reads: reads))
    let blocks = Fixture.blocks(
      around: record, Fixture.call("0", quality: 60, minimumDepth: 9))
    return try Fixture.assess(
      blocks, [Fixture.variant(Fixture.benign, record)], .male, calls: calls)
  }

  private func isTold(_ result: SampleResult) -> Bool {
    result.conclusion?.reasons.contains { $0.hasPrefix("Two alleles are called on the one X") }
      ?? false
  }

  @Test func aMixtureIsNotNegative() throws {
    let result = try result("0/1", [20, 20])
    #expect(isTold(result))
    #expect(result.conclusion?.completeness == .incomplete)
    #expect(result.conclusion?.word == .inconclusive)
  }

  /// One allele by the reads, however it is written, or a place of its own where the rest of X shows
  /// a single one.
  @Test func oneAlleleIsNoMixture() throws {
    #expect(try !isTold(result("1", [0, 40])))
    #expect(try !isTold(result("0/1", [2, 38])))
    #expect(try !isTold(result("1/1", [10, 20])))
    #expect(
      try !isTold(
        result("0/1", [20, 20], calls: Fixture.chromosomes(homozygous: 300, onY: 50))))
  }

  /// By too few reads for a mosaic.
  @Test func aSingleXElsewhereSettlesTheNumber() throws {
    let record = Fixture.record(
      Fixture.benign, Fixture.call("0/1", depth: 12, reads: [6, 6]))
    for calls in [nil, Fixture.chromosomes(homozygous: 300, onY: 50)] {
      let result = try Fixture.assess(
        [record], [Fixture.variant(Fixture.benign, record)], .male, calls: calls)
      #expect(result.variants.first?.zygosity == .conflict)
      #expect(isTold(result) == (calls == nil))
    }
  }

  /// A deletion or duplication as a substitution; small ones are read wrong more often.
  @Test(arguments: [true, false])
  func aLargeChangeIsAMixtureToo(isLarge: Bool) throws {
    let place = Interval(49_260_001, isLarge ? 49_260_200 : 49_260_010)
    let bases = try #require(Fixture.locus.bases(in: place))
    let change = SequenceChange(
      start: place.start, reference: bases, alternate: BaseSequence())
    let allele = KnownAllele(row: Fixture.row("FX0008", "c.large", .uncertain), change: change)
    let record = Fixture.record(allele, Fixture.call("0/1"))
    let result = try Fixture.assess(
      Fixture.blocks(around: record, Fixture.call("0", quality: 60, minimumDepth: 9)),
      [Fixture.variant(allele, record)], .male)
    #expect(isTold(result) == isLarge)
  }

  /// Manta, Delly and smoove write a duplication `0/1` on one copy too: its reads show the unchanged ends.
  @Test(arguments: [StructuralChange.Kind.duplication, .inversion])
  func aDuplicationKnownByItsEndsIsNone(_ kind: StructuralChange.Kind) throws {
    let record = ReadRecord(
      number: 1, contig: "chrX", position: 49_260_000, end: 49_260_200, reference: "N",
      alternates: ["<\(kind.rawValue)>"], filters: ["PASS"], calls: [Fixture.call("0/1")])
    let variant = Fixture.variant(
      .structural(StructuralChange(kind: kind, interval: Interval(49_260_001, 49_260_200))),
      [ReadVariant(record: record, alleleIndex: 1)], .uncertain, name: "c.dup")
    let result = try Fixture.assess([record] + Fixture.blocks(), [variant], .male)
    #expect(isTold(result) == (kind == .inversion))
    #expect(result.variants.first?.zygosity == .conflict)
    let note = result.variants.first?.zygosityNote ?? ""
    #expect(
      note.contains("callers write a duplication so on one copy too") == (kind == .duplication))
  }

  /// Beyond the transcript's ends lies another gene.
  @Test func besideTheGeneItDoesNotCount() throws {
    let beside = KnownAllele(
      row: Fixture.row("FX0007", "c.beside", .benign), change: Fixture.change(49_249_017, "G", "A"))
    let record = Fixture.record(beside, Fixture.call("0/1", reads: [20, 20]))
    let result = try Fixture.assess(
      Fixture.blocks(around: record, Fixture.call("0", quality: 60, minimumDepth: 9)),
      [Fixture.variant(beside, record)], .male)
    #expect(!isTold(result))
  }
}
