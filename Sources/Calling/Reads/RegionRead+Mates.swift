import Genome

/// Of two mates one tells of a region: it has the bases that both read, with the quality of both. The other one
/// has only what it reads alone.
extension RegionRead {
  /// Qualities of the read's bases at the offsets `range`; `nil` where its mate tells all it could.
  static func told(
    _ read: ReadStore.Read, _ store: ReadStore, _ region: Interval, _ range: Range<Int>
  ) -> [UInt8]? {
    let (left, right) = anchors(read, store, region)
    guard let mate = store.mate(read) else {
      let counts = [left, right].compactMap { $0 }.contains { store.quality(read, $0) > 0 }
      return counts ? range.map { store.quality(read, $0) } : nil
    }
    let isTelling = tells(read, mate, store, region)
    let beside = [left.map { _ in region.start - 1 }, right.map { _ in region.end + 1 }]
    guard
      isTelling || beside.compactMap({ $0 }).contains(where: { store.block(mate, at: $0) == nil })
    else { return nil }
    return qualities(read, mate, store, range, isTelling: isTelling)
  }

  /// The mate that reaches further over the region: one that ends within a repeat looks like the reference. The
  /// first of the file where both reach as far.
  private static func tells(
    _ read: ReadStore.Read, _ mate: ReadStore.Read, _ store: ReadStore, _ region: Interval
  ) -> Bool {
    let (own, other) = (reach(read, store, region), reach(mate, store, region))
    return own == other ? store.isFirst(read) : own > other
  }

  /// Bases of the region and beside it that the read is aligned over.
  private static func reach(
    _ read: ReadStore.Read, _ store: ReadStore, _ region: Interval
  ) -> Int {
    switch anchors(read, store, region) {
    case (nil, nil): return -1
    case (_?, _?): return .max
    default:
      let around = Interval(region.start - anchorLength, region.end + anchorLength)
      return store.extent(read).intersection(around)?.count ?? 0
    }
  }

  private static func qualities(
    _ read: ReadStore.Read, _ mate: ReadStore.Read, _ store: ReadStore, _ range: Range<Int>,
    isTelling: Bool
  ) -> [UInt8] {
    var qualities = range.map { store.quality(read, $0) }
    for place in read.blocks {
      let block = store.blocks[place]
      for offset in (block.offset..<block.offset + block.count).clamped(to: range) {
        let position = block.position + offset - block.offset
        guard let other = store.block(mate, at: position) else { continue }
        let theirs = other.offset + position - other.position
        guard store.code(read, offset) == store.code(mate, theirs) else { continue }
        let index = offset - range.lowerBound
        qualities[index] = isTelling ? max(qualities[index], store.quality(mate, theirs)) : 0
      }
    }
    return qualities
  }
}
