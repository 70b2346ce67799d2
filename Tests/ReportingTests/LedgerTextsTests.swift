import Flow
import Testing

@testable import Reporting

/// What is kept of the ledger gives each sample its own rows.
@Suite struct LedgerTextsTests {
  @Test func entriesAreMadeOnceAndNotMistaken() throws {
    let kept = LedgerTexts()
    let read = Fixture.ledger(.referenceSeen(depth: 27))
    let unread = Fixture.ledger(Fixture.unread)
    var made: [LedgerEntry] = []
    func texts(_ entries: [LedgerEntry]) -> [[UInt8]] {
      kept.texts(of: entries) { entry in
        made.append(entry)
        return Array("\(entry.identifier) \(entry.state)".utf8)
      }
    }
    let first = texts(read)
    #expect(texts(unread) != first && texts(read) == first)
    #expect(made == read + unread.filter { !read.contains($0) })
  }
}
