import Genome

/// Which of a region's suggested changes reads that span it have together, whatever else they have: the
/// errors of noisy reads make no two of them agree as a whole.
struct EditsTogether {
  /// Reads by the sequence that their changes make of the region.
  private(set) var sequences: [[UInt8]: Int] = [:]

  init(
    _ region: ActiveRegion, _ reads: some Sequence<(Int, RegionRead)>, _ store: ReadStore,
    _ settings: CallingSettings
  ) {
    var counts: [[Edit]: Int] = [:]
    for (number, read) in reads where read.anchor == .both {
      let own = region.edits.map(\.edit).filter {
        Self.has($0, store.reads[number], store, settings.minimumBaseQuality)
      }
      counts[own, default: 0] += 1
    }
    let reference = Array(store.locus.codes(in: region.interval))
    for (edits, count) in counts where !edits.isEmpty {
      guard let sequence = Self.sequence(edits, region.interval, reference) else { continue }
      sequences[sequence, default: 0] += count
    }
  }

  /// Whether a read has a change in its own alignment, other bases at a good quality.
  private static func has(
    _ edit: Edit, _ read: ReadStore.Read, _ store: ReadStore, _ minimumQuality: Int
  ) -> Bool {
    if edit.isSubstitution {
      guard let block = store.block(read, at: edit.interval.start), block.end >= edit.interval.end
      else { return false }
      let first = block.offset + edit.interval.start - block.position
      return edit.replacement.indices.allSatisfy {
        store.code(read, first + $0) == edit.replacement[$0]
          && Int(store.quality(read, first + $0)) >= minimumQuality
      }
    }
    return zip(read.blocks, read.blocks.dropFirst()).contains { before, after in
      let (left, right) = (store.blocks[before], store.blocks[after])
      guard !right.followsSkip, left.end + 1 == edit.interval.start,
        right.position == edit.interval.end + 1
      else { return false }
      return (left.offset + left.count..<right.offset).map { store.code(read, $0) }
        == edit.replacement
    }
  }

  /// The reference with all of some changes, in order of place; `nil` where one overlaps another.
  static func sequence(_ edits: [Edit], _ region: Interval, _ reference: [UInt8]) -> [UInt8]? {
    var sequence = reference
    var next = region.end + 1
    for edit in edits.reversed() {
      guard edit.interval.start >= region.start, edit.interval.end < next else { return nil }
      let offset = edit.interval.start - region.start
      sequence.replaceSubrange(
        offset..<offset + edit.interval.count, with: edit.replacement)
      next = edit.interval.start
    }
    return sequence
  }
}
