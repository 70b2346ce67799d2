import Genome
import Nomenclature
import TestSupport
import ReferenceBundle
import Testing

@Suite struct ShiftTests {
  private func locus(_ bases: String) throws -> Locus {
    Locus(
      assembly: .grch38, accession: "NC_000023.11", chromosomeLength: 1000,
      interval: Interval(101, 100 + bases.count),
      sequence: try #require(BaseSequence(bases)))
  }

  @Test func aDeletionInARepeatMovesToBothEnds() throws {
    let locus = try locus("GTCACACACTG")
    let deletion = try SequenceChange(105, "CA", "")
    #expect(deletion.leftAligned(on: locus) == (try SequenceChange(103, "CA", "")))
    #expect(deletion.rightAligned(on: locus) == (try SequenceChange(108, "AC", "")))
    #expect(deletion.shiftInterval(on: locus) == Interval(103, 109))
    #expect(deletion.evidenceInterval(on: locus) == Interval(102, 109))
  }

  @Test func anInsertionMovesAndSubstitutionsStay() throws {
    let locus = try locus("GTAAAACTG")
    let insertion = try SequenceChange(105, "", "A")
    #expect(insertion.leftAligned(on: locus) == (try SequenceChange(103, "", "A")))
    #expect(insertion.rightAligned(on: locus) == (try SequenceChange(107, "", "A")))
    #expect(insertion.evidenceInterval(on: locus) == Interval(102, 107))
    let substitution = try SequenceChange(105, "A", "C")
    #expect(substitution.leftAligned(on: locus) == substitution)
    #expect(substitution.evidenceInterval(on: locus) == Interval(105, 105))
  }

  @Test func movingStopsAtTheEdgeOfWhatIsKnown() throws {
    let locus = try locus("AAAA")
    let deletion = try SequenceChange(103, "A", "")
    #expect(deletion.leftAligned(on: locus).start == 101)
    #expect(deletion.rightAligned(on: locus).start == 104)
  }

  /// A copy behind its original can stand before it too: the longest walks there are.
  @Test func aLongDuplicationWalksOverItself() throws {
    let locus = try Gene().bundle.locus(.grch38)
    let copied = Interval(locus.interval.start + 3_000, locus.interval.end - 3_000)
    let bases = (copied.start...copied.end).compactMap { locus.base(at: $0) }
    let behind = SequenceChange(
      start: copied.end + 1, reference: BaseSequence([]), alternate: BaseSequence(bases))
    let left = behind.leftAligned(on: locus)
    #expect(left.start <= copied.start)
    #expect(left.rightAligned(on: locus).start >= copied.end + 1)
    #expect(try left.applied(to: locus) == behind.applied(to: locus))
  }

  /// The place doesn't depend on the spelling, and the sequence that results is the given one.
  @Test(arguments: Assembly.allCases)
  func theSpellingDoesNotMatter(_ assembly: Assembly) throws {
    let locus = try Gene().bundle.locus(assembly)
    var random = RandomChanges(on: locus, seed: 51)
    let inner = Interval(locus.interval.start + 50, locus.interval.end - 50)
    for change in random.make(2000, in: inner) {
      let left = change.leftAligned(on: locus)
      #expect(random.padded(change).leftAligned(on: locus) == left, "\(change)")
      let right = change.rightAligned(on: locus)
      #expect(right.leftAligned(on: locus) == left)
      #expect(random.padded(right).leftAligned(on: locus) == left)
      let result = try change.applied(to: locus)
      #expect(try left.applied(to: locus) == result)
      #expect(try right.applied(to: locus) == result)
    }
  }
}
