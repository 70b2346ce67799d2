import Genome
import Testing

@testable import Calling

/// Reads that leave the reference together, and what that leaves open.
@Suite struct UnexplainedClipsTests {
  private let start = 49_255_000
  private let reads: AlignedReads

  init() throws { reads = try AlignedReads() }

  /// Bases that stand nowhere in the locus.
  private func strange(_ seed: UInt64, _ count: Int) -> String {
    var state = seed
    return String(
      (0..<count).map { _ -> Character in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Array("ACGT")[Int(state >> 62)]
      })
  }

  /// Reads of 100 bases over a place: `own` of them whole, `behind` clipped behind it, `before` clipped
  /// before the next base, each with 50 clipped bases.
  private func add(
    _ place: Int, own: Int, behind: Int, before: Int, clipped: (left: String, right: String),
    to reads: inout AlignedReads
  ) {
    for number in 0..<own {
      reads.add("o\(place).\(number)", at: place - 49, "100M", reads.text(place - 49, 100))
    }
    for number in 0..<behind {
      reads.add(
        "b\(place).\(number)", at: place - 49, "50M50S", reads.text(place - 49, 50) + clipped.right)
    }
    for number in 0..<before {
      reads.add(
        "f\(place).\(number)", at: place + 1, "50S50M", clipped.left + reads.text(place + 1, 50))
    }
  }

  private func clips(
    _ reads: AlignedReads, explained: [Interval] = []
  ) throws -> UnexplainedClips {
    let store = try reads.store()
    return UnexplainedClips(store, Pileup(store, minimumQuality: 13), explained: explained)
  }

  /// On one copy of two each side has too few reads by itself.
  @Test func bothSidesOfAPlaceCountTogether() throws {
    var reads = reads
    let bases = (strange(1, 50), strange(2, 50))
    add(start, own: 22, behind: 3, before: 3, clipped: bases, to: &reads)
    #expect(try clips(reads).places == [start])
    #expect(try clips(reads).stretches == [Interval(start, start + 1)])
    var fewer = self.reads
    add(start, own: 26, behind: 3, before: 0, clipped: bases, to: &fewer)
    #expect(try clips(fewer).places.isEmpty)
  }

  /// An inversion: all between its ends may be turned over.
  @Test func whatLiesBetweenTwoPlacesIsOpen() throws {
    var reads = reads
    for (place, seed) in [(start, UInt64(1)), (start + 300, UInt64(5))] {
      let bases = (strange(seed, 50), strange(seed + 1, 50))
      add(place, own: 10, behind: 5, before: 5, clipped: bases, to: &reads)
    }
    let found = try clips(reads)
    #expect(found.places == [start, start + 300])
    #expect(found.stretches == [Interval(start, start + 301)])
  }

  @Test func whatACallExplainsIsNotOpen() throws {
    var reads = reads
    let bases = (strange(1, 50), strange(2, 50))
    add(start, own: 10, behind: 5, before: 5, clipped: bases, to: &reads)
    #expect(try clips(reads, explained: [Interval(start - 5, start)]).places.isEmpty)
    #expect(try clips(reads, explained: [Interval(start + 40, start + 50)]).places == [start])
  }

  /// Primers are clipped by programs although their bases are the reference's.
  @Test func clippedReferenceIsNoChange() throws {
    var reads = reads
    let bases = (reads.text(start - 49, 50), reads.text(start + 1, 50))
    add(start, own: 0, behind: 20, before: 20, clipped: bases, to: &reads)
    #expect(try clips(reads).places.isEmpty)
  }

  /// Each read of a long insertion has other errors: no two agree.
  @Test func longInsertionsThatEachReadSpellsOtherwise() throws {
    var reads = reads
    for number in 0..<8 {
      reads.add(
        "i\(number)", at: start - 49, "50M60I50M",
        reads.text(start - 49, 50) + strange(UInt64(number + 1), 60) + reads.text(start + 1, 50))
    }
    #expect(try clips(reads).places == [start])
  }
}
