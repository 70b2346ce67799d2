import Genome

/// The adapter behind a fragment that is shorter than its reads. Both mates then have the whole fragment, from its two
/// ends, and go on with bases of no genome, which an aligner clips or lays on the reference by chance. Where the
/// fragment ends the bases tell that both mates have, whatever is inserted, deleted or clipped in their alignments.
enum ReadThrough {
  /// Bases that both mates have, at the least, and of how many one may differ.
  private static let shortestFragment = 20
  private static let perMismatch = 10
  /// So many aligned bases beyond the fragment that are the reference's, but for one in five, are no adapter: mates turned
  /// away from each other, over the seam of a duplication.
  private static let genomic = 16

  /// Takes the bases beyond the fragment from the mates at two places of the store.
  static func cut(_ store: inout ReadStore, _ first: Int, _ second: Int) {
    let isTurned = store.reads[first].isReverse
    guard isTurned != store.reads[second].isReverse else { return }
    let places = isTurned ? (second, first) : (first, second)
    let (forward, reverse) = (store.reads[places.0], store.reads[places.1])
    guard passEachOther(forward, reverse, store), let shift = shift(forward, reverse, store)
    else { return }
    let end = min(forward.bases.count, reverse.bases.count + shift)
    let start = max(0, -shift)
    guard !isReference(forward, end..<forward.bases.count, store),
      !isReference(reverse, 0..<start, store)
    else { return }
    store.cut(places.0, to: 0..<end)
    store.cut(places.1, to: start..<reverse.bases.count)
  }

  /// Whether one of the mates goes on beyond the base that the other begins with.
  private static func passEachOther(
    _ forward: ReadStore.Read, _ reverse: ReadStore.Read, _ store: ReadStore
  ) -> Bool {
    let (one, other) = (store.clippedExtent(forward), store.clippedExtent(reverse))
    return one.overlaps(other) && (one.end > other.end || other.start < one.start)
  }

  /// How many bases before the reverse mate the forward one begins, the most that fits their bases; below 0 where the
  /// reverse mate goes on beyond it.
  private static func shift(
    _ forward: ReadStore.Read, _ reverse: ReadStore.Read, _ store: ReadStore
  ) -> Int? {
    let (most, least) = (
      forward.bases.count - shortestFragment, shortestFragment - reverse.bases.count
    )
    guard least <= most else { return nil }
    return (least...most).reversed().first { fits(forward, reverse, $0, store) }
  }

  private static func fits(
    _ forward: ReadStore.Read, _ reverse: ReadStore.Read, _ shift: Int, _ store: ReadStore
  ) -> Bool {
    let shared = max(0, shift)..<min(forward.bases.count, reverse.bases.count + shift)
    var rest = shared.count / perMismatch
    for offset in shared where store.code(forward, offset) != store.code(reverse, offset - shift) {
      if rest == 0 { return false }
      rest -= 1
    }
    return true
  }

  private static func isReference(
    _ read: ReadStore.Read, _ offsets: Range<Int>, _ store: ReadStore
  ) -> Bool {
    var (aligned, equal) = (0, 0)
    for block in store.blocks[read.blocks] {
      for offset in (block.offset..<block.offset + block.count).clamped(to: offsets) {
        aligned += 1
        let code = store.locus.code(at: block.position + offset - block.offset)
        equal += store.code(read, offset) == code ? 1 : 0
      }
    }
    return aligned >= genomic && equal * 5 >= aligned * 4
  }
}
