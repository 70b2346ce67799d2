import Flow
import Testing

@testable import Reporting

/// The places of small variants and the rows of copy number are never counted together.
@Suite struct LedgerCountsTests {
  @Test func copyNumberIsCountedApart() {
    let counts = LedgerCounts(Fixture.ledger(.referenceSeen(depth: 27)))
    #expect(counts.places == 3 && counts.open == 0)
    #expect(counts.openCopyNumber == ["FX0001"])
    #expect(counts.seen == "all 3 known places of small variants")
    var ledger = Fixture.ledger(.referenceSeen(depth: 27))
    ledger[1].state = Fixture.unread
    #expect(LedgerCounts(ledger).seen == "2 of 3 known places of small variants")
    #expect(LedgerCounts(ledger).unseen == "1 of 3 known places of small variants")
    ledger[3].state = .alternateSeen
    #expect(LedgerCounts(ledger).openCopyNumber.isEmpty)
  }

  @Test func thePageSaysOneNumber() throws {
    let page = try Reports(context: Fixture.context).html(Fixture.negativeMale)
    #expect(
      page.contains(
        "Ledger: all 3 known places of small variants settled by the data; copy number open (FX0001)"
      ))
    #expect(!page.contains("of 4 places"))
  }
}
