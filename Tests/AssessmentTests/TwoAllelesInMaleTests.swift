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
