import Genome
import HTS

/// How many reads start in each bin of a stretch around the locus: the sample's own depth of X.
///
/// A deleted stretch has no starts in it, whatever the reads' length: those that reach into it from
/// the left start before it, and those behind it start behind it.
struct DepthProfile: Sendable {
  /// Bases of a bin.
  static let binSize = 250

  /// 1-based; bins run from its start.
  let window: Interval
  private(set) var starts: [Int32]
  private let minimumMappingQuality: Int
  private var bases = 0
  private var reads = 0

  init(window: Interval, minimumMappingQuality: Int) {
    self.window = window
    self.minimumMappingQuality = minimumMappingQuality
    starts = Array(repeating: 0, count: (window.count + Self.binSize - 1) / Self.binSize)
  }

  /// Counts a primary, well mapped read once, by its first base.
  mutating func add(_ record: borrowing AlignmentRecord) {
    guard record.flags.isDisjoint(with: .uncounted),
      record.mappingQuality >= minimumMappingQuality, window.contains(record.position)
    else { return }
    add(1, inBin: (record.position - window.start) / Self.binSize, length: record.baseCount)
  }

  /// Counts reads that start in a bin, `length` bases each.
  mutating func add(_ count: Int, inBin bin: Int, length: Int) {
    starts[bin] += Int32(clamping: count)
    reads += count
    bases += count * length
  }

  /// Mean bases of a read; 0 without reads.
  var readLength: Double { reads > 0 ? Double(bases) / Double(reads) : 0 }

  /// The stretch of a bin, 1-based.
  func interval(ofBin bin: Int) -> Interval {
    let start = window.start + bin * Self.binSize
    return Interval(start, start + Self.binSize - 1)
  }

  /// Bins that lie wholly within a stretch.
  func bins(in stretch: Interval) -> Range<Int> {
    let first = max(0, (stretch.start - window.start + Self.binSize - 1) / Self.binSize)
    let end = min(starts.count, (stretch.end + 1 - window.start) / Self.binSize)
    return first..<max(first, end)
  }
}
