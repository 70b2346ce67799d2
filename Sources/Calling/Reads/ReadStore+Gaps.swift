import Genome

extension ReadStore {
  /// Insertions and deletions of a read; stretches that it skips are none.
  func gaps(_ read: Read) -> [Edit] {
    read.blocks.dropFirst().filter { !blocks[$0].followsSkip }.map { gap(read, before: $0) }
  }

  /// What a read has instead of the bases between the block at a place of the store and the one before it.
  func gap(_ read: Read, before place: Int) -> Edit {
    let (before, after) = (blocks[place - 1], blocks[place])
    return Edit(
      interval: Interval(before.end + 1, after.position - 1),
      replacement: (before.offset + before.count..<after.offset).map { code(read, $0) })
  }
}
