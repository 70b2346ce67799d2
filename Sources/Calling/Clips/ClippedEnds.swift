import Genome

/// The reads that are clipped, by side and place: they tell whether a junction that one side's clips show
/// is seen from its other side too, as a real one is.
struct ClippedEnds {
  /// Places further from a junction than this are none of its own: an aligner may give bases that both
  /// sides share to either.
  private static let reach = 40
  private static let minimumQuality: UInt8 = 15
  /// Bases that a read has to have beyond the junction.
  private static let shortestOverhang = ClipConsensus.minimumClip
  /// A junction is seen from the other side by this share of the reads of the one, at the least.
  private static let minimumShare = 0.25

  private let store: ReadStore
  /// Numbers of the reads by their last aligned base, and by their first.
  private var behind: [Int: [Int]] = [:]
  private var before: [Int: [Int]] = [:]

  init(_ store: ReadStore) {
    self.store = store
    for (number, read) in store.reads.enumerated() {
      let extent = store.extent(read)
      if store.trailingClip(read) >= Self.shortestOverhang {
        behind[extent.end, default: []].append(number)
      }
      if store.leadingClip(read) >= Self.shortestOverhang {
        before[extent.start, default: []].append(number)
      }
    }
  }

  /// Whether reads that are clipped on the other side go over a junction that `clip` shows.
  func confirm(_ junction: Junction, shownBy clip: ClipConsensus) -> Bool {
    let count = clip.side == .behind ? joining(junction) : leaving(junction)
    return count > 0 && Double(count) >= Self.minimumShare * Double(clip.reads)
  }

  /// Reads aligned from `right` on whose clipped bases are those before it.
  private func joining(_ junction: Junction) -> Int {
    let head =
      Array(store.locus.codes(in: Interval(junction.left - Self.longest, junction.left)))
      + junction.inserted
    return count(before, near: junction.right) { read, place in
      let beyond = place - junction.right
      let expected =
        head.dropLast(max(0, -beyond))
        + store.locus.codes(in: Interval(junction.right, place - 1))
      let clipped = store.leadingClip(read)
      guard clipped - max(0, beyond) >= Self.shortestOverhang else { return false }
      return agrees(read, (0..<clipped).reversed(), Array(expected.reversed()))
    }
  }

  /// Reads aligned up to `left` whose clipped bases are those behind it.
  private func leaving(_ junction: Junction) -> Int {
    let tail =
      junction.inserted
      + store.locus.codes(in: Interval(junction.right, junction.right + Self.longest))
    return count(behind, near: junction.left) { read, place in
      let beyond = junction.left - place
      let expected =
        store.locus.codes(in: Interval(place + 1, junction.left)) + tail.dropFirst(max(0, -beyond))
      let clipped = store.trailingClip(read)
      guard clipped - max(0, beyond) >= Self.shortestOverhang else { return false }
      return agrees(
        read, (read.bases.count - clipped)..<read.bases.count, Array(expected))
    }
  }

  /// Clipped bases compared at the most.
  private static let longest = 400

  private func count(
    _ reads: [Int: [Int]], near place: Int, where isOver: (ReadStore.Read, Int) -> Bool
  ) -> Int {
    (place - Self.reach...place + Self.reach).reduce(0) { sum, position in
      sum + (reads[position] ?? []).count { isOver(store.reads[$0], position) }
    }
  }

  /// Whether a read's bases at `offsets`, those next to the aligned ones first, are the expected ones but
  /// for one in ten.
  private func agrees(
    _ read: ReadStore.Read, _ offsets: some Sequence<Int>, _ expected: [UInt8]
  ) -> Bool {
    var compared = 0
    var different = 0
    for (offset, base) in zip(offsets, expected) {
      let code = store.code(read, offset)
      guard code < BaseCode.unknown, store.quality(read, offset) >= Self.minimumQuality else {
        continue
      }
      compared += 1
      if code != base { different += 1 }
    }
    return compared >= 4 && different * 10 <= compared
  }
}
