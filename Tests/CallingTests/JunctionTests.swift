import Genome
import ReferenceBundle
import TestSupport
import Testing

@testable import Calling

@Suite struct JunctionTests {
  private let locus: LocusBases

  init() throws { locus = LocusBases(try EmbeddedReference.bundle().locus(.grch38)) }

  @Test func whatLiesBetweenTheEndsIsDeletedOrDuplicated() {
    let deletion = Junction(left: 100, right: 111)
    #expect(deletion.kind == .deletion)
    #expect(deletion.interval == Interval(101, 110))
    let duplication = Junction(left: 110, right: 101)
    #expect(duplication.kind == .duplication)
    #expect(duplication.interval == Interval(101, 110))
    #expect(Junction(left: 100, right: 101, inserted: [0]).kind == .insertion)
  }

  /// Every spelling of a deletion gives the same bases, and all become the lowest one.
  @Test func sharedBasesGoToTheLowestPlace() throws {
    let start = locus.interval.start + 5_000
    for length in 1...40 {
      let own = Junction(left: start, right: start + length + 1)
      let lowest = own.leftmost(on: locus)
      #expect(lowest.interval.count == length)
      #expect(without(own.interval) == without(lowest.interval))
      #expect(lowest.leftmost(on: locus) == lowest)
    }
  }

  @Test func aDuplicationIsAnInsertionOfItsBases() {
    let start = locus.interval.start + 700
    let edit = Junction(left: start + 20, right: start).edit(on: locus)
    #expect(edit.interval.isEmpty)
    #expect(edit.interval.start == start + 21)
    #expect(edit.replacement == Array(locus.codes(in: Interval(start, start + 20))))
  }

  private func without(_ interval: Interval) -> [UInt8] {
    let before = Interval(locus.interval.start, interval.start - 1)
    let behind = Interval(interval.end + 1, locus.interval.end)
    return Array(locus.codes(in: before)) + Array(locus.codes(in: behind))
  }
}

@Suite struct SplitAlignmentTests {
  @Test func theRestOfTheReadLiesBehindTheDeletion() throws {
    let first = SplitAlignment(position: 1_000, cigar: "90M60S")
    let second = SplitAlignment(position: 3_000, cigar: "90S60M")
    let junction = try #require(SplitAlignment.junction(second, first, minimumClip: 15))
    #expect(junction == Junction(left: 1_089, right: 3_000))
  }

  /// Both pieces align the same ten bases: they go to the first.
  @Test func basesOfBothPiecesCountOnce() throws {
    let first = SplitAlignment(position: 1_000, cigar: "95M55S")
    let second = SplitAlignment(position: 3_000, cigar: "85H65M")
    let junction = try #require(SplitAlignment.junction(first, second, minimumClip: 15))
    #expect(junction == Junction(left: 1_094, right: 3_010))
  }

  @Test func aPieceBeforeTheOtherIsADuplication() throws {
    let first = SplitAlignment(position: 3_000, cigar: "80M70S")
    let second = SplitAlignment(position: 1_000, cigar: "80S70M")
    let junction = try #require(SplitAlignment.junction(first, second, minimumClip: 15))
    #expect(junction.kind == .duplication)
    #expect(junction.interval == Interval(1_000, 3_079))
  }

  @Test func shortClipsAndInsertedBasesTellNothing() {
    let first = SplitAlignment(position: 1_000, cigar: "140M10S")
    let second = SplitAlignment(position: 3_000, cigar: "140S10M")
    #expect(SplitAlignment.junction(first, second, minimumClip: 15) == nil)
    let left = SplitAlignment(position: 1_000, cigar: "60M90S")
    let right = SplitAlignment(position: 3_000, cigar: "80S70M")
    #expect(SplitAlignment.junction(left, right, minimumClip: 15) == nil)
  }

  @Test func anyTextIsRead() {
    for cigar in ["", "*", "M", "99999999999999999999M", "5Q", "10M-3D"] {
      _ = SplitAlignment(position: 1, cigar: cigar)
    }
  }

  @Test func areInOrderOfPlaceAndThenOfWhatIsInserted() {
    let ordered = [
      Junction(left: 1, right: 9, inserted: [3]), Junction(left: 2, right: 5),
      Junction(left: 2, right: 5, inserted: [0]), Junction(left: 2, right: 5, inserted: [0, 1]),
      Junction(left: 2, right: 5, inserted: [1]), Junction(left: 2, right: 6),
    ]
    #expect(ordered.reversed().sorted() == ordered)
  }
}
