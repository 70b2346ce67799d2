import Genome

/// Places where reads leave the reference together and no call says for what: an insertion that is not
/// found, an inversion, a rearrangement. What is read there is not shown to be the reference.
struct UnexplainedClips {
  /// Reads clipped at a place, at the least, and their share of the reads there.
  private static let minimumReads = 3
  private static let minimumShare = 0.2
  /// Bases from a place within which a call explains it.
  private static let reach = 10

  /// Each with the base before and the base behind the border, 1-based, by position.
  let places: [Interval]

  /// `explained`: stretches of variants called, small ones whole and larger ones by their ends.
  init(_ store: ReadStore, _ pileup: Pileup, explained: [Interval]) {
    let locus = store.locus.interval
    let borders = ClipConsensus.all(store, minimumReads: Self.minimumReads).filter { clip in
      let depth = pileup.depth[pileup.clampedIndex(clip.position)]
      return Double(clip.reads) >= Self.minimumShare * Double(depth)
    }.map { $0.side == .behind ? $0.position : $0.position - 1 }
    places = Set(borders).sorted().map { Interval($0, $0 + 1) }.filter { place in
      locus.contains(place)
        && !explained.contains {
          Interval($0.start - Self.reach, $0.end + Self.reach).overlaps(place)
        }
    }
  }
}
