import Genome

/// Places where reads leave the reference together and no call says for what: an insertion that is not
/// found, an inversion, a rearrangement. What is read there is not shown to be the reference.
struct UnexplainedClips {
  /// Reads that leave at a place, from both sides, at the least, and their share of the reads there.
  private static let minimumReads = 4
  private static let minimumShare = 0.2
  /// Bases from a place within which reads leave together, and a call explains it.
  private static let reach = 10
  /// Bases from a place within which reads are turned over together.
  private static let turnReach = 30

  /// A variant called, small ones whole and larger ones by their ends.
  struct Explanation {
    var interval: Interval
    /// Bases that it puts in.
    var inserted: Int
  }

  /// Stretches whose bases are open, 1-based, by position: the base before and the base behind each
  /// place, and where there are several all between the first and the last, which may be turned over or
  /// gone.
  let stretches: [Interval]
  /// The bases before the places.
  let places: [Int]

  /// `turns`: reads by the places between which they are turned over. `foreign`: stretches where the reads
  /// are of something else than the reference.
  init(
    _ store: ReadStore, _ pileup: Pileup, explained: [Explanation], turns: [Interval: Int] = [:],
    foreign: [Interval] = []
  ) {
    let insertions = LongInsertions(store).groups
    let found =
      Self.leaving(store, pileup, insertions, explained)
      + Self.open(insertions, pileup, explained) + Self.turned(turns, pileup, store.locus)
      + foreign.flatMap { [$0.start, max($0.start, $0.end - 1)] }
    let inside = found.filter { store.locus.interval.contains(Interval($0, $0 + 1)) }.sorted()
    places = inside.reduce(into: []) { places, place in
      if places.last.map({ place - $0 > Self.reach }) ?? true { places.append(place) }
    }
    stretches =
      inside.first.map { [Interval($0, (inside.last ?? $0) + 1)] } ?? []
  }

  /// Where clips and insertions of reads lie within a few bases.
  private static func leaving(
    _ store: ReadStore, _ pileup: Pileup, _ insertions: [LongInsertions.Group],
    _ explained: [Explanation]
  ) -> [Int] {
    let inserted = insertions.flatMap { $0.places.map { (place: $0.key, reads: $0.value) } }
    let sorted = (clips(store) + inserted).sorted { $0.place < $1.place }
    var places: [Int] = []
    var first = 0
    for (index, (place, _)) in sorted.enumerated()
    where places.last.map({ place - $0 > reach }) ?? true {
      while place - sorted[first].place > reach { first += 1 }
      let behind = sorted[index...].prefix { $0.place - place <= reach }
      let near = sorted[first..<index] + behind
      let reads = near.reduce(0) { $0 + $1.reads }
      let depth = near.map { pileup.depth[pileup.clampedIndex($0.place)] }.max() ?? 0
      let around = Interval(place - reach, place + 1 + reach)
      guard isEnough(reads, of: Int(depth)),
        !explained.contains(where: { around.overlaps($0.interval) })
      else { continue }
      places.append((near.max { $0.reads < $1.reads })?.place ?? place)
    }
    return places
  }

  /// First and last base before which a long insertion may stand, where no call puts in as much there.
  private static func open(
    _ insertions: [LongInsertions.Group], _ pileup: Pileup, _ explained: [Explanation]
  ) -> [Int] {
    insertions.filter { group in
      let depth = group.places.keys.map { pileup.depth[pileup.clampedIndex($0)] }.max() ?? 0
      return isEnough(group.reads, of: Int(depth))
        && !explained.contains {
          2 * $0.inserted >= group.length && $0.interval.overlaps(group.stretch)
        }
    }.flatMap { [$0.stretch.start, $0.stretch.end - 1] }
  }

  /// The ends of what reads turn over; beyond the locus its last base stands for one.
  private static func turned(
    _ turns: [Interval: Int], _ pileup: Pileup, _ locus: LocusBases
  ) -> [Int] {
    let bounds = locus.interval
    return turns.keys.filter { turn in
      guard bounds.contains(turn.start) || bounds.contains(turn.end) else { return false }
      let reads = turns.reduce(0) { sum, other in
        let isNear =
          abs(other.key.start - turn.start) <= turnReach
          && abs(other.key.end - turn.end) <= turnReach
        return sum + (isNear ? other.value : 0)
      }
      let depth = [turn.start, turn.end].filter(bounds.contains).map {
        pileup.depth[pileup.clampedIndex($0)]
      }
      return isEnough(reads, of: Int(depth.max() ?? 0))
    }.flatMap { [max($0.start, bounds.start), min($0.end, bounds.end - 1)] }
  }

  private static func isEnough(_ reads: Int, of depth: Int) -> Bool {
    reads >= minimumReads && Double(reads) >= minimumShare * Double(depth)
  }

  /// Borders at which reads are clipped and agree on bases that are not the reference's (as of
  /// primers that were clipped), with their number.
  private static func clips(_ store: ReadStore) -> [(place: Int, reads: Int)] {
    (strangeClips(store, shortest: ClipConsensus.minimumClip) + shortClips(store))
      .map { (border($0), $0.reads) }
  }

  /// Those of a few bases, which may be an adapter or a reading error where reads leave from one side alone.
  private static func shortClips(_ store: ReadStore) -> [ClipConsensus] {
    let all = strangeClips(store, shortest: ClipConsensus.shortestClip)
    return all.filter { clip in
      clip.bases.count < ClipConsensus.minimumClip
        && all.contains { $0.side != clip.side && abs(border($0) - border(clip)) <= reach }
    }
  }

  private static func strangeClips(_ store: ReadStore, shortest: Int) -> [ClipConsensus] {
    ClipConsensus.all(store, minimumReads: 2, shortest: shortest).filter {
      !goesOn($0, store.locus)
    }
  }

  private static func border(_ clip: ClipConsensus) -> Int {
    clip.side == .behind ? clip.position : clip.position - 1
  }

  private static func goesOn(_ clip: ClipConsensus, _ locus: LocusBases) -> Bool {
    let first = clip.side == .behind ? clip.position + 1 : clip.position - clip.bases.count
    let different = clip.bases.indices.count { index in
      locus.code(at: first + index).map { $0 != clip.bases[index] } ?? false
    }
    return different * 5 <= clip.bases.count
  }
}
