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

  private static let shares: [(references: [String], samples: [String], shares: [Double])] = [
    (["CG", "CG"], ["1/0:30,10:40", "0/1:10,30:40"], [0.25, 0.75]),
    (["C", "C"], ["0|1:20,20:40", "0|1:20,20:40"], [0.5, 0.5]),
    (["C", "C"], ["0/1:1,31:33", "0/1:4,28:33"], [0.96875, 0.875]),
    (["CG", "C"], ["1/0:0,18:40", "0/1:0,22:40"], [0.45, 0.55]),
    (["CG", "CG"], ["1/.:0,18:40", "./1:0,22:40"], [0.45, 0.55]),
    (["CG", "CG"], ["1|0:0,18:40", "0|1:0,22:40"], [0.45, 0.55]),
  ]

  /// What DP has counted already is not counted again (`norm --keep-sum AD`); alleles that no order puts on
  /// different copies take no reads from each other; one that trimming moved to another REF is told by DP.
  @Test(arguments: shares)
  func sharesAreOfAllReads(_ references: [String], _ samples: [String], _ shares: [Double]) throws {
    let records = try zip(references, samples).enumerated().map { number, row in
      var record = try ReadText.record(
        [
          "X", "100", ".", row.0, number == 0 ? "T" : "CAA", "50", "PASS", ".", "GT:AD:DP", row.1,
        ], folder: folder)
      record.number = number + 1
      return record
    }
    #expect(SplitAlleles.counted(records).map { $0.calls[0].fraction(of: 1) } == shares)
  }

  /// The other half was filtered away: `vt` leaves `1/.`, `bcftools norm` `1/0` or a `0/1` that its reads
  /// contradict. Of a genotype that shows its reference, is whole or is that of one allele, DP tells nothing.
  @Test(arguments: [
    ("1/.:0,20:40", 0.5), ("./1:0,20:40", 0.5), ("1|.:0,20:40", 0.5), ("1/0:0,20:40", 0.5),
    ("0/1:0,20:40", 0.5), ("0|1:0,20:40", 0.5), ("0/1:2,20:40", 0.5), ("0/1:0,40:40", 1.0),
    ("1/.:0,40:40", 1.0), ("1/.:0,36:40", 1.0), ("0/1:3,20:60", 20.0 / 23), ("1/1:0,20:40", 1.0),
    ("1:0,20:40", 1.0), ("0/1:10,10:40", 0.5),
  ])
  func halfOfOneIsNotAll(_ sample: String, _ share: Double) throws {
    let record = try ReadText.record(
      ["X", "100", ".", "C", "T", "50", "PASS", ".", "GT:AD:DP", sample], folder: folder)
    #expect(record.calls[0].fraction(of: 1) == share)
  }

  /// Both alleles are told.
  @Test func anotherAlternateIsNotTheReference() throws {
    let record = try ReadText.record(
      ["X", "100", ".", "CAA", "CA,C", "50", "PASS", ".", "GT:AD:DP", "1/2:0,25,15:80"],
      folder: folder)
    #expect(record.calls[0].fraction(of: 1) == 0.625)
  }

  @Test(arguments: [
    ("1/0:0,20:40", 20), ("0/1:2,20:40", 18), ("0/1:0,36:40", 0), ("0/1:10,10:40", 0),
    ("1/1:0,20:40", 0),
  ])
  func readsOfTheOtherHalf(_ sample: String, _ reads: Int) throws {
    let record = try ReadText.record(
      ["X", "100", ".", "C", "T", "50", "PASS", ".", "GT:AD:DP", sample], folder: folder)
    #expect(record.calls[0].untoldReads(beside: 1) == reads)
  }

  @Test(arguments: [
    ("1/0:0,20:40", true), ("0/1:2,20:40", true), ("0/1:3,20:40", false), ("0/1:0,0:40", false),
    ("0/1", false), ("0/1:.,20:40", false),
  ])
  func whetherItsReadsShowOneAlleleOnly(_ sample: String, _ isOnly: Bool) throws {
    let record = try ReadText.record(
      ["X", "100", ".", "C", "T", "50", "PASS", ".", "GT:AD:DP", sample], folder: folder)
    #expect(record.calls[0].shows(only: 1) == isOnly)
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
