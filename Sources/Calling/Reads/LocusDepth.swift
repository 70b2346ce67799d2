import Flow
import Genome
import HTS

/// Depth and mapping quality over the locus, of every read that is not left out for what it is.
struct LocusDepth: Sendable {
  private let interval: Interval
  // Each value is what is added where a base begins, or taken away behind its block: a read costs the
  // same whatever its length.
  private var reads: [Int32]
  /// Reads with a mapping quality, and the sum of these.
  private var rated: [Int32]
  private var qualities: [Int32]

  init(_ interval: Interval) {
    self.interval = interval
    reads = Array(repeating: 0, count: interval.count + 1)
    rated = reads
    qualities = reads
  }

  /// Counts a read's aligned bases; deleted and skipped ones have none.
  mutating func add(_ record: borrowing AlignmentRecord) {
    let quality = record.tellsMappingQuality ? record.mappingQuality : nil
    var position = record.position
    for index in 0..<record.cigarCount {
      let (length, operation) = record.cigar(index)
      switch operation {
      case .match, .equal, .different:
        count(Interval(position, position + length - 1), quality)
        position += length
      case .deletion, .skip: position += length
      case .insertion, .softClip, .hardClip, .padding, nil: break
      }
    }
  }

  private mutating func count(_ block: Interval, _ quality: Int?) {
    guard let inside = block.intersection(interval) else { return }
    let (first, behind) = (inside.start - interval.start, inside.end + 1 - interval.start)
    reads[first] += 1
    reads[behind] -= 1
    guard let quality else { return }
    rated[first] += 1
    rated[behind] -= 1
    qualities[first] += Int32(quality)
    qualities[behind] -= Int32(quality)
  }

  /// `good`: bases that calling uses, along the locus; `substitutions`: what they show.
  func finished(good: [Int32], substitutions: [SequenceChange: Int]) -> ReadDepth {
    var sum: (reads: Int32, rated: Int32, quality: Int32) = (0, 0, 0)
    return ReadDepth(
      start: interval.start,
      bases: good.indices.map { index in
        sum = (sum.reads + reads[index], sum.rated + rated[index], sum.quality + qualities[index])
        let mean = Double(sum.quality) / Double(max(1, sum.rated))
        return ReadDepth.Base(
          reads: sum.reads, good: good[index],
          mappingQuality: sum.rated > 0 ? UInt8(clamping: Int(mean.rounded())) : nil)
      }, substitutions: substitutions)
  }
}
