import Genome
import Testing

@testable import Calling

/// On a locus of known bases: a run of T, a repeat of CAG, and no repeat beside them.
@Suite struct EditTests {
  /// 1-based 101...: `GATC TTTTT GCA CAGCAGCAG ATCGGATA`.
  private static let text = "GATCTTTTTGCACAGCAGCAGATCGGATA"
  private let bases: LocusBases

  init() throws {
    bases = LocusBases(
      Locus(
        assembly: .grch38, accession: "made", chromosomeLength: 1_000,
        interval: Interval(101, 100 + Self.text.utf8.count),
        sequence: try #require(BaseSequence(Self.text))))
  }

  private func codes(_ text: String) -> [UInt8] { text.utf8.map(BaseCode.of) }

  @Test func aDeletionInARunCanBeAnyOfIt() {
    for start in 105...109 {
      let edit = Edit(interval: Interval(start, start), replacement: [])
      #expect(edit.shiftInterval(on: bases) == Interval(105, 109))
    }
  }

  /// An insertion's neighbours belong to it.
  @Test func anInsertionInARunLiesBetweenItsNeighbours() {
    for start in 105...110 {
      let edit = Edit(interval: Interval(start, start - 1), replacement: codes("T"))
      #expect(edit.shiftInterval(on: bases) == Interval(104, 110))
    }
  }

  /// Before a stretch or behind it, a copy of it makes the same; other bases or another number do not.
  @Test func oneDuplicationIsWrittenAtEitherEnd() {
    func insertion(_ start: Int, _ text: String) -> Edit {
      Edit(interval: Interval(start, start - 1), replacement: codes(text))
    }
    let before = insertion(122, "ATCGG")
    #expect(before.isSame(as: insertion(127, "ATCGG"), on: bases))
    #expect(before.isSame(as: insertion(124, "CGGAT"), on: bases))
    #expect(!before.isSame(as: insertion(124, "CGGAC"), on: bases))
    #expect(!before.isSame(as: insertion(127, "ATCG"), on: bases))
    let deletion = Edit(interval: Interval(105, 106), replacement: [])
    #expect(deletion.isSame(as: Edit(interval: Interval(108, 109), replacement: []), on: bases))
    #expect(!deletion.isSame(as: insertion(105, "TT"), on: bases))
  }

  /// `GCACAGCAGCAGA`: CAG can be taken from any place of `CAGCAGCAG`, and of what rotates with it.
  @Test func aDeletionOfAUnitCanBeAnyOfTheRepeat() {
    let expected = Edit(interval: Interval(113, 115), replacement: []).shiftInterval(on: bases)
    #expect(expected.contains(Interval(113, 121)))
    for start in expected.start...(expected.end - 2) {
      let own = Edit(interval: Interval(start, start + 2), replacement: [])
      #expect(own.shiftInterval(on: bases) == expected)
    }
  }

  @Test func aTandemDuplicationIsAsLongAsItsRepeat() {
    let edit = Edit(interval: Interval(126, 125), replacement: codes("ATCG"))
    // ATCG stands at 122...125: the copy can stand before it or behind it.
    #expect(edit.shiftInterval(on: bases).contains(Interval(121, 126)))
  }

  @Test func substitutionsAndReplacementsStandWhereTheyAre() {
    let substitution = Edit(interval: Interval(105, 105), replacement: codes("G"))
    #expect(substitution.isSubstitution)
    #expect(substitution.shiftInterval(on: bases) == Interval(105, 105))
    let replacement = Edit(interval: Interval(105, 107), replacement: codes("GG"))
    #expect(!replacement.isSubstitution)
    #expect(replacement.shiftInterval(on: bases) == Interval(105, 107))
    #expect(replacement.size == 3)
  }

  @Test func theEndsOfTheLocusEndTheSearch() {
    let first = Edit(interval: Interval(101, 101), replacement: [])
    #expect(first.shiftInterval(on: bases) == Interval(101, 101))
    let last = Edit(interval: Interval(129, 129), replacement: [])
    #expect(last.shiftInterval(on: bases) == Interval(129, 129))
  }

  @Test func runsAndRepeats() {
    #expect(bases.longestRun(in: Interval(101, 129)) == 5)
    #expect(bases.longestRun(in: Interval(110, 129)) == 2)
    #expect(bases.repeatContext(of: Interval(107, 107)).contains(Interval(105, 109)))
  }

  /// The seven bases of c.116_122 stand twice in a row: of row FX0013 of the table, at 49258384-49258397.
  @Test func aLongerSequenceThatStandsTwiceIsOneContext() throws {
    let bases = try AlignedReads().store().locus
    let middle = Interval(49_258_390, 49_258_390)
    #expect(bases.tandemContext(of: middle) == Interval(49_258_384, 49_258_397))
    #expect(bases.repeatContext(of: middle).count < 7)
  }
}

@Suite struct ActiveRegionTests {
  private let bases: LocusBases
  private let start: Int

  init() throws {
    let reads = try AlignedReads()
    bases = reads.bases
    start = 49_255_000
  }

  private func substitution(_ position: Int, _ reads: Int = 5) -> CandidateEdits.Weighed {
    let other: UInt8 = bases.code(at: position) == 0 ? 1 : 0
    return .init(
      edit: Edit(interval: Interval(position, position), replacement: [other]), reads: reads)
  }

  @Test func changesOfACodonAreOneRegionAndFarOnesAreNot() {
    let regions = ActiveRegion.regions(
      [substitution(start), substitution(start + 2), substitution(start + 100)], bases)
    #expect(regions.map(\.edits.count) == [2, 1])
    #expect(regions[0].interval == Interval(start - 1, start + 3))
    #expect(regions[1].interval == Interval(start + 99, start + 101))
  }

  @Test func orderDoesNotMatter() {
    let edits = [substitution(start + 100), substitution(start + 2), substitution(start)]
    #expect(ActiveRegion.regions(edits, bases) == ActiveRegion.regions(edits.reversed(), bases))
  }

  /// A change in every fifth base of a stretch of 2,000: regions stay short.
  @Test func regionsDoNotGrowWithoutEnd() {
    let edits = stride(from: start, to: start + 2_000, by: 5).map { substitution($0) }
    let regions = ActiveRegion.regions(edits, bases)
    #expect(regions.allSatisfy { $0.interval.count <= 270 })
    #expect(regions.reduce(0) { $0 + $1.edits.count } == edits.count)
  }

  @Test func anIndelTakesItsWholeRepeatIn() throws {
    // A run in the locus, wherever the longest is.
    let run = try #require(
      (start..<start + 5_000).first {
        bases.longestRun(in: Interval($0, $0 + 4)) == 5
      })
    let edit = Edit(interval: Interval(run + 2, run + 2), replacement: [])
    let region = try #require(ActiveRegion.regions([.init(edit: edit, reads: 4)], bases).first)
    #expect(region.interval.contains(Interval(run - 6, run + 10)))
  }

  @Test func atTheEndsOfTheLocusThereIsNoRegion() {
    let first = substitution(bases.interval.start)
    let last = substitution(bases.interval.end)
    #expect(ActiveRegion.regions([first, last], bases).isEmpty)
  }
}
