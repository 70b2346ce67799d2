import Genome

/// Mates that overlap have read the same molecule twice. Where they agree, one base counts, with the
/// sum of both qualities; where they don't, the better one with the difference. A gap counts at the mate that shows it,
/// unless the first tells of its place by itself: a read that ends within a repeat looks like the reference.
enum MateOverlap {
  /// Highest quality of an agreed base, phred-scaled.
  private static let limit: UInt8 = 60

  /// Whether the reads at two places of the store overlap.
  static func resolve(_ store: inout ReadStore, _ first: Int, _ second: Int) -> Bool {
    let (left, right) = (store.reads[first], store.reads[second])
    guard store.extent(left).overlaps(store.extent(right)) else { return false }
    store.join(first, second)
    for one in left.blocks {
      for other in right.blocks { merge(&store, left, one, right, other) }
    }
    return true
  }

  /// Whether the first mate tells of a gap of the second: it has the same, or is aligned over every place where the
  /// gap could be written and on both sides of them.
  static func isTold(_ gap: Edit, of read: ReadStore.Read, _ store: ReadStore) -> Bool {
    guard let mate = store.mate(read), !store.isFirst(read) else { return false }
    let stretch = gap.shiftInterval(on: store.locus)
    let needed = Interval(
      stretch.start - RegionRead.anchorLength, stretch.end + RegionRead.anchorLength)
    return store.extent(mate).contains(needed)
      || store.gaps(mate).contains { $0.isSame(as: gap, on: store.locus) }
  }

  private static func merge(
    _ store: inout ReadStore, _ left: ReadStore.Read, _ one: Int, _ right: ReadStore.Read,
    _ other: Int
  ) {
    let (a, b) = (store.blocks[one], store.blocks[other])
    let start = max(a.position, b.position)
    let end = min(a.end, b.end)
    guard start <= end else { return }
    for position in start...end {
      let mine = left.bases.lowerBound + a.offset + position - a.position
      let theirs = right.bases.lowerBound + b.offset + position - b.position
      let (high, low) = (store.qualities[mine], store.qualities[theirs])
      if store.bases[mine] == store.bases[theirs] {
        store.qualities[mine] = min(limit, high &+ low)
        store.qualities[theirs] = 0
      } else if high >= low {
        store.qualities[mine] = high - low
        store.qualities[theirs] = 0
      } else {
        store.qualities[theirs] = low - high
        store.qualities[mine] = 0
      }
    }
  }
}
