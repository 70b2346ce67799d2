import Genome

/// The changes worth looking into: suggested by enough reads, in the reads' own alignments or by
/// what their clipped ends hold.
struct CandidateEdits {
  /// Longest change that is called from reads that span it, in bases.
  static let longest = 150

  /// A change with the reads that suggest it.
  struct Weighed: Sendable, Hashable {
    var edit: Edit
    var reads: Int
  }

  let small: [Weighed]
  /// Longer ones, with the clipped reads that show them, for the structural caller.
  private let large: [Junction: Int]
  /// Clipped reads' junctions of small deletions and duplications.
  private let clippedJunctions: [(junction: Junction, edit: Edit, reads: Int)]

  private let locus: LocusBases

  init(_ store: ReadStore, _ pileup: Pileup, _ settings: CallingSettings) {
    locus = store.locus
    let own = pileup.edits.filter { edit, weight in
      Self.isWorthwhile(edit, weight, pileup, settings)
    }.map { Weighed(edit: $0.key, reads: $0.value.reads) }
    var clipped: [(junction: Junction, edit: Edit, reads: Int)] = []
    var large: [Junction: Int] = [:]
    for (junction, reads) in Self.junctions(store, pileup, settings) {
      let edit = junction.edit(on: store.locus)
      if edit.size <= Self.longest {
        clipped.append((junction, edit, reads))
      } else {
        large[junction, default: 0] += reads
      }
    }
    for weighed in own where !Self.isSpanned(weighed.edit) {
      let place = weighed.edit.interval
      let junction = Junction(
        left: place.start - 1, right: place.end + 1, inserted: weighed.edit.replacement)
      large[junction.leftmost(on: store.locus), default: 0] += weighed.reads
    }
    small = Self.ordered(
      own.filter { Self.isSpanned($0.edit) }
        + clipped.map { Weighed(edit: $0.edit, reads: $0.reads) })
    clippedJunctions = clipped
    self.large = large
  }

  /// Longest insertion that reads hold whole, in bases.
  private static let longestInsertion = 1_000

  /// Of a change in the reads' own alignments: whether it is called from the reads that hold it.
  private static func isSpanned(_ edit: Edit) -> Bool {
    edit.interval.count <= longest && edit.replacement.count <= longestInsertion
  }

  /// Junctions for the structural caller: the large ones, and of small changes those that no read
  /// spans, so that their regions were called reference.
  func large(leftOpenBy calls: [RegionCall]) -> [Junction: Int] {
    var junctions = large
    for clipped in clippedJunctions
    where clipped.junction.kind != .insertion && clipped.junction.inserted.isEmpty
      && clipped.edit.size >= Self.shortestUnspanned
    {
      let place = clipped.junction.interval
      guard !calls.contains(where: { !$0.isReference && $0.region.overlaps(place) }) else {
        continue
      }
      junctions[clipped.junction.leftmost(on: locus), default: 0] += clipped.reads
    }
    return junctions
  }

  /// A change shorter than this is spanned by reads of every technique, in bases.
  private static let shortestUnspanned = 30

  /// Two reads and the lowest share; where hardly any read lies, one good read.
  private static func isWorthwhile(
    _ edit: Edit, _ weight: Pileup.Weight, _ pileup: Pileup, _ settings: CallingSettings
  ) -> Bool {
    let place = pileup.clampedIndex(edit.interval.isEmpty ? edit.interval.end : edit.interval.start)
    let depth = max(Int(pileup.depth[place]), weight.reads)
    guard weight.quality >= 25, weight.reads >= (depth > 3 ? 2 : 1) else { return false }
    return Double(weight.reads) >= settings.minimumFraction * Double(depth)
  }

  /// Bases that an inserted sequence has repeated on both its sides, at the most.
  static let repeatedTarget = 20

  private static func junctions(
    _ store: ReadStore, _ pileup: Pileup, _ settings: CallingSettings
  ) -> [(Junction, Int)] {
    let clips = ClipConsensus.all(store, minimumReads: 2).filter { clip in
      let depth = pileup.depth[pileup.clampedIndex(clip.position)]
      return Double(clip.reads) >= settings.minimumFraction * Double(depth)
    }
    let resolver = ClipResolver(locus: store.locus)
    let ends = ClippedEnds(store)
    let resolved = clips.map { clip in
      (clip, resolver.junction(clip) { isShown($0, by: clip, ends, resolver) })
    }
    var found = resolved.compactMap { clip, junction in junction.map { ($0, clip.reads) } }
    // A clip that shows a junction by itself is no half of an insertion.
    let open = resolved.filter { $0.1 == nil }.map(\.0)
    for behind in open where behind.side == .behind {
      for before in open where before.side == .before {
        guard (-repeatedTarget...longest).contains(before.position - behind.position),
          let junction = resolver.junction(behind, before)
        else { continue }
        found.append((junction, behind.reads + before.reads))
      }
    }
    return found
  }

  /// A junction that one side's clips show has to be seen from its other side too. A small one without
  /// new bases may do without, where reads hardly reach it, if its clips can go on nowhere else.
  private static func isShown(
    _ junction: Junction, by clip: ClipConsensus, _ ends: ClippedEnds, _ resolver: ClipResolver
  ) -> Bool {
    ends.confirm(junction, shownBy: clip)
      || junction.inserted.isEmpty && junction.edit(on: resolver.locus).size <= longest
        && resolver.isUnmistakable(clip)
  }

  private static func ordered(_ edits: [Weighed]) -> [Weighed] {
    var unique: [Edit: Int] = [:]
    for weighed in edits { unique[weighed.edit] = max(unique[weighed.edit] ?? 0, weighed.reads) }
    return unique.map { Weighed(edit: $0.key, reads: $0.value) }.sorted {
      ($0.edit.interval.start, $0.edit.interval.end, $0.edit.replacement.map(String.init).joined())
        < (
          $1.edit.interval.start, $1.edit.interval.end,
          $1.edit.replacement.map(String.init).joined()
        )
    }
  }
}
