import Flow
import TestSupport
import Testing

@testable import Reading

/// LAA, LAD and LPL that stay as they were in records split by allele (`bcftools norm -m-`).
@Suite struct SplitLocalAllelesTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func calls(_ rows: [(alternate: String, genotype: String)], _ local: String) throws
    -> [SampleCall]
  {
    let records = try rows.enumerated().map { number, row in
      var record = try ReadText.record(
        [
          "X", "100", ".", "G", row.alternate, "50", "PASS", ".", "GT:DP:LAA:LAD:LPL",
          "\(row.genotype):40:\(local)",
        ], folder: folder)
      record.number = number + 1
      return record
    }
    return SplitLocalAlleles.placed(records).map { $0.calls[0] }
  }

  /// Whichever number the carried allele had.
  @Test(arguments: [1, 3]) func theCarriedAlleleIsTheLocalOne(_ number: Int) throws {
    let calls = try calls(
      [("C", "0/0"), ("T", "0/1"), ("<*>", "0/0")], "\(number):21,19:500,0,500")
    #expect(calls.map(\.alleleDepths) == [[21, nil], [21, 19], [21, nil]])
    #expect(calls.allSatisfy { $0.likelier == nil && !$0.hasUnplacedReads })
    #expect(calls.map(\.unlistedLikelihood) == [nil, nil, nil])
  }

  @Test func ofASingleCopyToo() throws {
    let calls = try calls([("T", "1"), ("A", "0")], "1:0,30:900,0")
    #expect(calls.map(\.alleleDepths) == [[0, 30], [0, nil]])
    #expect(calls.allSatisfy { $0.likelier == nil })
  }

  @Test func ofTwoCarriedAllelesItIsNotToldWhoseIsWhose() throws {
    let calls = try calls(
      [("C", "1/0"), ("T", "0/1"), ("A", "0/0")], "1,3:0,21,19:900,500,500,500,0,500")
    #expect(calls.map(\.hasUnplacedReads) == [true, true, false])
    #expect(calls[2].alleleDepths == [0, nil])
  }

  /// Reads of an allele that no genotype has may be of any of them.
  @Test func whatIsNotCarriedStaysAsItIs() throws {
    let calls = try calls([("C", "0/0"), ("T", "0/0")], "1:30,10:0,30,500")
    #expect(calls.map(\.alleleDepths) == [[30, 10], [30, 10]])
  }

  /// One record with an allele of its own, as it was called.
  @Test func aRecordByItselfStaysAsItIs() throws {
    let call = try calls([("C", "0/0")], "1:21,19:500,0,500")[0]
    #expect(call.alleleDepths == [21, 19])
    #expect(call.likelier != nil)
  }
}
