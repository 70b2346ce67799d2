import Flow
import Genome
import Testing

@testable import Assessment

/// An insertion stands between two bases: it touches a stretch that holds both.
@Suite struct ChangePlaceTests {
  private func place(_ interval: Interval) throws -> ChangePlace {
    let bases = String(repeating: "A", count: interval.count)
    let change = Fixture.change(interval.start, bases, interval.isEmpty ? "T" : "")
    return try #require(
      ChangePlace(
        NormalisedVariant(assembly: .grch38, change: .sequence(change), parts: [])))
  }

  @Test(arguments: [(100, false), (101, true), (110, true), (111, false)])
  func anInsertionTouchesWhatItParts(before position: Int, isTouched: Bool) throws {
    let insertion = Interval(position, position - 1)
    let stretch = Interval(100, 110)
    #expect(try place(insertion).touches(stretch) == isTouched)
    #expect(try place(stretch).touches(insertion) == isTouched)
  }

  @Test func insertionsAtOnePlaceTouch() throws {
    #expect(try place(Interval(100, 99)).touches(Interval(100, 99)))
    #expect(try !place(Interval(100, 99)).touches(Interval(101, 100)))
  }
}
