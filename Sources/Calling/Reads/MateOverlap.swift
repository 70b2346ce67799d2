import Genome

/// Mates that overlap have read the same molecule twice. Where they agree, one base counts, with the
/// sum of both qualities; where they don't, the better one with the difference.
enum MateOverlap {
  /// Highest quality of an agreed base, phred-scaled.
  private static let limit: UInt8 = 60

  /// Whether the reads at two places of the store overlap.
  static func resolve(_ store: inout ReadStore, _ first: Int, _ second: Int) -> Bool {
    let (left, right) = (store.reads[first], store.reads[second])
    guard store.extent(left).overlaps(store.extent(right)) else { return false }
    for one in left.blocks {
      for other in right.blocks { merge(&store, left, one, right, other) }
    }
    return true
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
