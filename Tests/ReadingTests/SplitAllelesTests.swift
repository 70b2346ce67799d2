import Flow
import TestSupport
import Testing

@testable import Reading

@Suite struct SplitAllelesTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func records(_ rows: [(reference: String, alternate: String, sample: String)]) throws
    -> [ReadRecord]
  {
    try rows.enumerated().map { number, row in
      var record = try ReadText.record(
        ["X", "100", ".", row.reference, row.alternate, "50", "PASS", ".", "GT:AD", row.sample],
        folder: folder)
      record.number = number + 1
      return record
    }
  }

  /// Without DP too; what the sample has not, and an allele told twice, add nothing.
  @Test func readsOfTheOtherRecordsCount() throws {
    let split = SplitAlleles.counted(
      try records([
        ("CG", "CAG", "1/0:0,18"), ("CG", "C", "0/1:0,22"), ("CG", "CT", "0/0:0,7"),
        ("CG", "cag", "1/0:0,18"), ("CG", "<*>", "0/0:0,0"), ("C", "T", "0/1:9,11"),
      ]))
    #expect(split.map { $0.calls[0].splitReads } == [22, 18, 0, 22, 0, 0])
    #expect(split[0].calls[0].fraction(of: 1) == 0.45)
    #expect(split[1].calls[0].fraction(of: 1) == 0.55)
  }

  @Test(arguments: [
    ("1/0", "0/1", true), ("1/.", "./1", true), ("0/1", "0/1", false), ("1/1", "0/1", false),
    ("1", "0/1", false), ("1|0", "0|1", false),
  ])
  func theOrderIsThatOfOneRecord(_ first: String, _ second: String, _ isProof: Bool) throws {
    let pair = try records([("C", "T", first), ("C", "CC", second)])
    let alleles = pair.map { ReadVariant(record: $0, alleleIndex: 1) }
    #expect(
      SplitAlleles.areOnDifferentCopies(
        alleles[0], pair[0].calls[0].genotype, alleles[1], pair[1].calls[0].genotype) == isProof)
    #expect(
      !SplitAlleles.areOnDifferentCopies(
        alleles[0], pair[0].calls[0].genotype, alleles[0], pair[0].calls[0].genotype))
  }
}
