import Flow
import Genome
import Testing

@testable import Assessment

/// What is deleted from every copy can't be read.
@Suite struct CallsInDeletionTests {
  private let deleted = Interval(49_249_001, 49_269_000)

  private func result(
    _ deletion: String, _ others: [ReadRecord], _ variants: [ClassifiedVariant], _ sex: Sex = .male
  ) throws -> SampleResult {
    let record = ReadRecord(
      number: 1, contig: "chrX", position: deleted.start - 1, end: deleted.end,
      reference: Fixture.base(deleted.start - 1), alternates: ["<DEL>"], filters: ["PASS"],
      calls: [Fixture.call(deletion)])
    let own = Fixture.variant(
      .structural(StructuralChange(kind: .deletion, interval: deleted)),
      [ReadVariant(record: record, alleleIndex: 1)], .pathogenic, name: "c.whole")
    return try Fixture.assess([record] + others, [own] + variants, sex)
  }

  private func told(_ result: SampleResult) -> String? {
    result.conclusion?.reasons.first { $0.contains("contradict each other") }
  }

  @Test func aVariantInItIsAContradiction() throws {
    let record = Fixture.record(Fixture.substitution, Fixture.call("1"))
    let result = try result("1", [record], [Fixture.variant(Fixture.substitution, record)])
    #expect(told(result)?.contains("and c.1189C>T in what it deletes") == true)
    #expect(result.conclusion?.completeness == .incomplete)
  }

  /// One copy is left in what a woman's deletion takes: it has no two alleles.
  @Test(arguments: [
    ("0/1", [20, 20], true), ("0/1", [], false), ("0/1", [1, 20], false), ("1/1", [0, 20], false),
  ])
  func twoAllelesInADeletionOfOneCopy(_ genotype: String, _ reads: [Int], _ isSaid: Bool) throws {
    let record = Fixture.record(Fixture.uncertain, Fixture.call(genotype, reads: reads))
    let result = try result(
      "0/1", [record], [Fixture.variant(Fixture.uncertain, record)], .female)
    #expect((told(result)?.contains("beside the reference in what it deletes") == true) == isSaid)
    #expect(result.conclusion?.word == (isSaid || reads.isEmpty ? .carrier : .uncertain))
  }

  /// An insertion at its border is beside it.
  @Test(arguments: [49_249_000, 49_269_000])
  func anInsertionAtTheBorderIsNoContradiction(position: Int) throws {
    let record = ReadRecord(
      number: 3, contig: "chrX", position: position, end: position,
      reference: Fixture.base(position), alternates: [Fixture.base(position) + "AC"],
      filters: ["PASS"], calls: [Fixture.call("1")])
    let insertion = Fixture.variant(
      .sequence(Fixture.change(position + 1, "", "AC")),
      [ReadVariant(record: record, alleleIndex: 1)], .benign, name: "c.ins")
    #expect(try told(result("1", [record], [insertion])) == nil)
  }

  /// One event that two programs tell with other ends.
  @Test func aDeletionInItIsNoContradiction() throws {
    let within = Interval(deleted.start + 100, deleted.end - 100)
    let record = ReadRecord(
      number: 2, contig: "chrX", position: within.start - 1, end: within.end,
      reference: Fixture.base(within.start - 1), alternates: ["<DEL>"], filters: ["PASS"],
      calls: [Fixture.call("1")])
    let other = Fixture.variant(
      .structural(StructuralChange(kind: .deletion, interval: within)),
      [ReadVariant(record: record, alleleIndex: 1)], .pathogenic, name: "c.within")
    #expect(try told(result("1", [record], [other])) == nil)
  }

  @Test func reliableReferenceInItIsAContradiction() throws {
    let inside = Fixture.block(49_255_000, 49_255_100)
    #expect(try told(result("1", [inside], []))?.contains("reference bases") == true)
    // Nothing was read there, as it has to be.
    let empty = Fixture.block(
      49_255_000, 49_255_100, Fixture.call("0/0", depth: 0, quality: 0, minimumDepth: 0))
    #expect(try told(result("1", [empty], [])) == nil)
    #expect(try told(result("0/1", [inside], [])) == nil)
  }
}
