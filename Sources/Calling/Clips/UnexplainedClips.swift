import Genome

/// Places where reads leave the reference together and no call says for what: an insertion that is not
/// found, an inversion, a rearrangement. What is read there is not shown to be the reference.
struct UnexplainedClips {
  /// Reads that leave at a place, from both sides, at the least, and their share of the reads there.
  private static let minimumReads = 4
  private static let minimumShare = 0.2
  /// Bases from a place within which reads leave together, and a call explains it.
  private static let reach = 10
  /// Inserted bases from which on an insertion of a read counts, though others spell it otherwise.
  private static let longInsertion = 20

  /// Stretches whose bases are open, 1-based, by position: the base before and the base behind each
  /// place, and where there are several all between the first and the last, which may be turned over or
  /// gone.
  let stretches: [Interval]
  /// The bases before the places.
  let places: [Int]

  /// `explained`: stretches of variants called, small ones whole and larger ones by their ends.
  init(_ store: ReadStore, _ pileup: Pileup, explained: [Interval]) {
    let leaving = Self.clips(store) + Self.insertions(store)
    let sorted = leaving.sorted { $0.place < $1.place }
    var places: [Int] = []
    var first = 0
    for (index, (place, _)) in sorted.enumerated()
    where places.last.map({ place - $0 > Self.reach }) ?? true {
      while place - sorted[first].place > Self.reach { first += 1 }
      let behind = sorted[index...].prefix { $0.place - place <= Self.reach }
      let near = sorted[first..<index] + behind
      let reads = near.reduce(0) { $0 + $1.reads }
      let depth = near.map { pileup.depth[pileup.clampedIndex($0.place)] }.max() ?? 0
      let around = Interval(place - Self.reach, place + 1 + Self.reach)
      guard reads >= Self.minimumReads, Double(reads) >= Self.minimumShare * Double(depth),
        !explained.contains(where: around.overlaps)
      else { continue }
      places.append((near.max { $0.reads < $1.reads })?.place ?? place)
    }
    self.places = places.filter { store.locus.interval.contains(Interval($0, $0 + 1)) }
    let single = self.places.map { Interval($0, $0 + 1) }
    stretches =
      single.count < 2
      ? single : [Interval(single[0].start, single[single.count - 1].end)]
  }

  /// Borders at which reads are clipped and agree on bases that are not the reference's (as of
  /// primers that were clipped), with their number.
  private static func clips(_ store: ReadStore) -> [(place: Int, reads: Int)] {
    ClipConsensus.all(store, minimumReads: 2).filter { !goesOn($0, store.locus) }.map {
      ($0.side == .behind ? $0.position : $0.position - 1, $0.reads)
    }
  }

  private static func goesOn(_ clip: ClipConsensus, _ locus: LocusBases) -> Bool {
    let first = clip.side == .behind ? clip.position + 1 : clip.position - clip.bases.count
    let different = clip.bases.indices.count { index in
      locus.code(at: first + index).map { $0 != clip.bases[index] } ?? false
    }
    return different * 5 <= clip.bases.count
  }

  /// Long insertions in the reads' own alignments, whatever their bases.
  private static func insertions(_ store: ReadStore) -> [(place: Int, reads: Int)] {
    var counts: [Int: Int] = [:]
    for read in store.reads {
      for index in read.blocks.dropFirst() {
        let (before, after) = (store.blocks[index - 1], store.blocks[index])
        guard after.offset - before.offset - before.count >= longInsertion else { continue }
        counts[before.end, default: 0] += 1
      }
    }
    return counts.map { ($0.key, $0.value) }
  }
}
