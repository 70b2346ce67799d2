import Flow
import Genome
import Testing

@testable import Assessment

/// `*` and the deletion that it stands for, called on different numbers of copies.
@Suite struct SpanningAllelesTests {
  private static let second = Fixture.change(49_255_490, "CTA", "")

  private func deletion(
    _ change: SequenceChange, _ genotype: String, _ number: Int, _ clinicalClass: ClinicalClass
  ) -> (ReadRecord, ClassifiedVariant) {
    let anchor = Fixture.base(change.start - 1)
    let record = ReadRecord(
      number: number, contig: "chrX", position: change.start - 1, end: change.interval.end,
      reference: anchor + change.reference.text, alternates: [anchor], filters: ["PASS"],
      calls: [Fixture.call(genotype)])
    return (
      record,
      Fixture.variant(
        .sequence(change), [ReadVariant(record: record, alleleIndex: 1)], clinicalClass,
        name: "c.\(number)")
    )
  }

  private func result(
    _ deletions: [(ReadRecord, ClassifiedVariant)], star: String, quality: Double = 60
  ) throws -> SampleResult {
    let record = ReadRecord(
      number: 9, contig: "chrX", position: 49_255_492, end: 49_255_492,
      reference: Fixture.base(49_255_492), alternates: ["*"], filters: ["PASS"],
      calls: [Fixture.call(star, quality: quality)])
    let variant = Fixture.variant(
      .notAssessable(.spanningDeletion), [ReadVariant(record: record, alleleIndex: 1)],
      .notEvaluated, name: nil)
    return try Fixture.assess(
      deletions.map(\.0) + [record], deletions.map(\.1) + [variant], .female)
  }

  private let change = Fixture.change(49_255_491, "AGC", "")

  @Test(arguments: [
    ("0/1", "1/1", Zygosity.unknown), ("1/1", "0/1", .unknown), ("0/1", "0/1", .heterozygous),
    ("1/1", "1/1", .homozygous),
  ])
  func theTwoHaveToAgree(_ own: String, _ star: String, _ zygosity: Zygosity) throws {
    let result = try result([deletion(change, own, 1, .pathogenic)], star: star)
    #expect(result.variants.first?.zygosity == zygosity)
    #expect((result.conclusion?.finding == .plpStateUnknown) == (zygosity == .unknown))
  }

  @Test func aDoubtfulStarContradictsNothing() throws {
    let result = try result(
      [deletion(change, "0/1", 1, .pathogenic)], star: "1/1", quality: 5)
    #expect(result.conclusion?.word == .carrier)
  }

  /// Two deletions take the base, each of one copy.
  @Test func twoDeletionsExplainAStarOnBothCopies() throws {
    let result = try result(
      [
        deletion(Self.second, "0/1", 1, .uncertain), deletion(change, "0/1", 2, .pathogenic),
      ], star: "1/1")
    #expect(result.variants.allSatisfy { $0.zygosity != .unknown })
  }
}
