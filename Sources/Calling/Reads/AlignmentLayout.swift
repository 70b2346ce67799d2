import Genome
import HTS

/// The part of an alignment that lies in a stretch: its blocks, and the read's bases they hold.
struct AlignmentLayout {
  private(set) var blocks: [ReadStore.Block] = []
  /// Offsets in the read, clipped bases beside the stretch's first and last block among them.
  private(set) var bases: Range<Int> = 0..<0

  init(_ record: borrowing AlignmentRecord, within stretch: Interval, clipLimit: Int) {
    guard record.baseCount > 0 else { return }
    var position = record.position
    var offset = 0
    var isSkipped = false
    for index in 0..<record.cigarCount {
      let (length, operation) = record.cigar(index)
      switch operation {
      case .match, .equal, .different:
        add(Interval(position, position + length - 1), offset, stretch, isSkipped)
        isSkipped = false
        position += length
        offset += length
      case .insertion, .softClip: offset += length
      case .deletion: position += length
      case .skip:
        position += length
        isSkipped = true
      case .hardClip, .padding, nil: break
      }
    }
    // A CIGAR that does not fit the bases tells nothing.
    guard offset == record.baseCount, let first = blocks.first, let last = blocks.last else {
      blocks = []
      return
    }
    let isCutBefore = first.position == stretch.start && record.position < stretch.start
    let isCutBehind = last.end == stretch.end && position - 1 > stretch.end
    let behind = last.offset + last.count
    let start = isCutBefore ? first.offset : max(0, first.offset - clipLimit)
    bases = start..<(isCutBehind ? behind : min(offset, behind + clipLimit))
  }

  /// Operations side by side (`75=1X74=`) are one block: nothing is inserted or deleted between them.
  private mutating func add(
    _ aligned: Interval, _ offset: Int, _ stretch: Interval, _ followsSkip: Bool
  ) {
    guard let inside = aligned.intersection(stretch) else { return }
    let first = offset + inside.start - aligned.start
    if let last = blocks.last, !followsSkip, last.end + 1 == inside.start,
      last.offset + last.count == first
    {
      blocks[blocks.count - 1].count += inside.count
      return
    }
    blocks.append(
      ReadStore.Block(
        position: inside.start, offset: first, count: inside.count,
        followsSkip: followsSkip && !blocks.isEmpty))
  }
}
