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

  /// Reads of an allele that no genotype has may be of any of them, whichever number it has.
  @Test(arguments: [1, 2]) func whatIsNotCarriedMayBeAny(_ number: Int) throws {
    let calls = try calls([("C", "0/0"), ("T", "0/0")], "\(number):30,10:0,30,500")
    #expect(calls.map(\.alleleDepths) == [[30, nil], [30, nil]])
    #expect(calls.allSatisfy { $0.hasUnplacedReads && $0.likelier == nil })
  }

  @Test func withoutReadsOfAnotherTheReferenceIsShown() throws {
    let calls = try calls([("C", "0/0"), ("T", "0/0")], "2:40,0:0,120,900")
    #expect(calls.map(\.alleleDepths) == [[40, 0], [40, 0]])
    #expect(calls.allSatisfy { !$0.hasUnplacedReads })
  }

  /// `norm -f` trims GCA>G beside GCA>TCA to G>T: REF, and maybe POS, are no longer the same.
  @Test(arguments: [("100", "GCA", "G"), ("98", "AAGCA", "AA")])
  func partsOfALongerRecordStandElsewhere(place: (String, String, String)) throws {
    let rows = [("100", "G", "T", "0/1"), (place.0, place.1, place.2, "0/0")]
    let records = try rows.enumerated().map { number, row in
      var record = try ReadText.record(
        [
          "X", row.0, ".", row.1, row.2, "50", "PASS", ".", "GT:DP:LAA:LAD:LPL",
          "\(row.3):40:1:21,19:500,0,500",
        ], folder: folder)
      record.number = number + 1
      return record
    }
    let calls = SplitLocalAlleles.placed(records).map { $0.calls[0] }
    #expect(calls.map(\.alleleDepths) == [[21, 19], [21, nil]])
    #expect(calls.allSatisfy { $0.likelier == nil })
  }

  /// One record with an allele of its own, as it was called.
  @Test func aRecordByItselfStaysAsItIs() throws {
    let call = try calls([("C", "0/0")], "1:21,19:500,0,500")[0]
    #expect(call.alleleDepths == [21, 19])
    #expect(call.likelier != nil)
  }
}
