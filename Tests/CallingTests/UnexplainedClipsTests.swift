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
    _ reads: AlignedReads, explained: [UnexplainedClips.Explanation] = [],
    turns: [Interval: Int] = [:]
  ) throws -> UnexplainedClips {
    let store = try reads.store()
    return UnexplainedClips(
      store, Pileup(store, minimumQuality: 13), explained: explained, turns: turns)
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
    func explained(_ first: Int, _ last: Int) throws -> [Int] {
      let call = UnexplainedClips.Explanation(
        interval: Interval(start + first, start + last), inserted: 0)
      return try clips(reads, explained: [call]).places
    }
    #expect(try explained(-5, 0).isEmpty)
    #expect(try explained(40, 50) == [start])
  }

  /// Each read puts a doubled stretch elsewhere over its length, with an error of its own.
  @Test func aDoubledStretchIsOpenAsAWhole() throws {
    var reads = reads
    for number in 0..<8 {
      let first = number * 12
      var copy = Array((reads.text(start + first, 100 - first) + reads.text(start, first)).utf8)
      copy[50] = copy[50] == UInt8(ascii: "A") ? UInt8(ascii: "C") : UInt8(ascii: "A")
      reads.add(
        "d\(number)", at: start - 150, "\(150 + first)M100I\(200 - first)M",
        reads.text(start - 150, 150 + first) + String(decoding: copy, as: UTF8.self)
          + reads.text(start + first, 200 - first))
    }
    #expect(try clips(reads).stretches == [Interval(start - 1, start + 100)])
    let small = UnexplainedClips.Explanation(
      interval: Interval(start + 20, start + 22), inserted: 1)
    #expect(try clips(reads, explained: [small]).stretches == [Interval(start - 1, start + 100)])
  }

  /// Pieces of reads on the other strand tell where they are turned over; an aligner that has clips cut
  /// away, or few of them at each base, leaves no others.
  @Test(arguments: [(8, true), (3, false)])
  func whatReadsTurnOverIsOpen(_ count: Int, _ isOpen: Bool) throws {
    var reads = reads
    for number in 0..<10 {
      reads.add("o\(number)", at: start - 49, "100M", reads.text(start - 49, 100))
    }
    let turns = (0..<count).reduce(into: [:]) {
      $0[Interval(start + $1, start + 300 - $1), default: 0] += 1
    }
    let open = try clips(reads, turns: turns).stretches
    #expect(open == (isOpen ? [Interval(start, start + 301)] : []))
  }

  /// An inversion that an aligner spells with other bases and gaps.
  @Test(arguments: [(8, true), (2, false)])
  func readsUnlikeTheReferenceAreForeign(_ count: Int, _ isForeign: Bool) throws {
    var reads = reads
    let turned = BaseCode.sequence(
      reads.bases.codes(in: Interval(start, start + 59)).reversed().map(BaseCode.complement)
    ).text
    for number in 0..<12 {
      let middle = number < count ? turned : reads.text(start, 60)
      reads.add(
        "r\(number)", at: start - 70, "200M",
        reads.text(start - 70, 70) + middle + reads.text(start + 60, 70))
    }
    let store = try reads.store()
    let pileup = Pileup(store, minimumQuality: 13)
    let found = ForeignStretches(store, pileup, called: [])
    #expect(found.stretches.isEmpty != isForeign)
    #expect(found.stretches.allSatisfy { Interval(start, start + 59).contains($0) })
    #expect(found.reach(Interval(start + 65, start + 66)) == isForeign)
    let whole = SequenceChange(
      start: start, reference: BaseSequence(Array(reads.text(start, 60).utf8)),
      alternate: BaseSequence(Array(turned.utf8)))
    #expect(ForeignStretches(store, pileup, called: [whole]).stretches.isEmpty)
  }

  /// Amplicons with an insertion in which both mates end after a few bases.
  @Test(arguments: [(6, 6, true), (12, 0, false), (0, 12, false), (1, 1, false)])
  func shortClipsFromBothSidesAreOpen(_ behind: Int, _ before: Int, _ isOpen: Bool) throws {
    var reads = reads
    let (right, left) = ("TGAC", "CTCAG")
    for number in 0..<12 {
      reads.add("o\(number)", at: start - 49, "100M", reads.text(start - 49, 100))
    }
    for number in 0..<behind {
      reads.add(
        "b\(number)", flags: 65, at: start - 95, "96M4S", reads.text(start - 95, 96) + right,
        mate: start + 1)
    }
    for number in 0..<before {
      reads.add(
        "f\(number)", flags: 145, at: start + 1, "5S95M", left + reads.text(start + 1, 95),
        mate: start - 95)
    }
    #expect(try clips(reads).places == (isOpen ? [start] : []))
  }

  /// Amplicons that lie side by side and are shorter than their reads, with what is left of the adapter; of pairs, and
  /// of single reads.
  @Test(arguments: [true, false]) func theRestOfAnAdapterIsNoChange(isPaired: Bool) throws {
    var reads = reads
    for amplicon in [start - 96, start + 1] {
      for number in 0..<20 {
        let (name, text) = ("a\(amplicon).\(number)", reads.text(amplicon, 97))
        reads.add(
          name, flags: isPaired ? 97 : 0, at: amplicon, "97M3S", text + "AGA",
          mate: isPaired ? amplicon : nil)
        reads.add(
          isPaired ? name : name + "r", flags: isPaired ? 145 : 16, at: amplicon, "3S97M",
          "TCT" + text, mate: isPaired ? amplicon : nil)
      }
    }
    #expect(try clips(reads).places.isEmpty)
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
