import Genome

/// The reads that are clipped, by side and place. They tell whether a junction that one side's clips show
/// is seen from its other side too, as a real one is.
struct ClippedEnds {
  /// Places further from a junction than this are none of its own: an aligner may give bases that both
  /// sides share to either.
  private static let reach = 40
  /// Bases that a read has to have beyond the junction.
  private static let shortestOverhang = ClipConsensus.minimumClip
  /// A junction is seen from the other side by this share of the reads of the one, at the least.
  private static let minimumShare = 0.25

  private let store: ReadStore
  /// Numbers of the reads by their last aligned base, and by their first.
  private(set) var behind: [Int: [Int]] = [:]
  private(set) var before: [Int: [Int]] = [:]

  /// `shortest`: fewest clipped bases of a read that is looked at.
  init(_ store: ReadStore, shortest: Int = ClipConsensus.minimumClip) {
    self.store = store
    for (number, read) in store.reads.enumerated() {
      let extent = store.extent(read)
      // Of a read without a mate the fragment's length is not known: a few bases may be an adapter's.
      let threePrime = read.isPaired ? shortest : ClipConsensus.minimumClip
      let (leading, trailing) =
        read.isReverse ? (threePrime, shortest) : (shortest, threePrime)
      if store.trailingClip(read) >= trailing { behind[extent.end, default: []].append(number) }
      if store.leadingClip(read) >= leading { before[extent.start, default: []].append(number) }
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
    return count(before, near: junction.right) { number, place in
      let beyond = place - junction.right
      let expected =
        head.dropLast(max(0, -beyond))
        + store.locus.codes(in: Interval(junction.right, place - 1))
      return store.leadingClip(store.reads[number]) >= Self.shortestOverhang + max(0, beyond)
        && ClipConsensus.agrees(.before, number, expected.reversed(), store)
    }
  }

  /// Reads aligned up to `left` whose clipped bases are those behind it.
  private func leaving(_ junction: Junction) -> Int {
    let tail =
      junction.inserted
      + store.locus.codes(in: Interval(junction.right, junction.right + Self.longest))
    return count(behind, near: junction.left) { number, place in
      let beyond = junction.left - place
      let expected =
        store.locus.codes(in: Interval(place + 1, junction.left)) + tail.dropFirst(max(0, -beyond))
      return store.trailingClip(store.reads[number]) >= Self.shortestOverhang + max(0, beyond)
        && ClipConsensus.agrees(.behind, number, Array(expected), store)
    }
  }

  /// Clipped bases compared at the most.
  private static let longest = 400

  private func count(
    _ reads: [Int: [Int]], near place: Int, where isOver: (Int, Int) -> Bool
  ) -> Int {
    (place - Self.reach...place + Self.reach).reduce(0) { sum, position in
      sum + (reads[position] ?? []).count { isOver($0, position) }
    }
  }
}
