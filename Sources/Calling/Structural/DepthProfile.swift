public import Genome
public import HTS

/// How many reads start in each bin of a stretch around the locus: the sample's own depth of X.
///
/// A deleted stretch has no starts in it, whatever the reads' length: those that reach into it from
/// the left start before it, and those behind it start behind it.
public struct DepthProfile: Sendable {
  /// Bases of a bin.
  public static let binSize = 250

  /// 1-based; bins run from its start.
  public let window: Interval
  public private(set) var starts: [Int32]
  private let minimumMappingQuality: Int
  private var bases = 0
  private var reads = 0

  public init(window: Interval, minimumMappingQuality: Int) {
    self.window = window
    self.minimumMappingQuality = minimumMappingQuality
    starts = Array(repeating: 0, count: (window.count + Self.binSize - 1) / Self.binSize)
  }

  /// Counts a primary, well mapped read once, by its first base.
  public mutating func add(_ record: borrowing AlignmentRecord) {
    let unwanted: AlignmentFlags = [
      .unmapped, .secondary, .supplementary, .duplicate, .failedQuality,
    ]
    guard record.flags.isDisjoint(with: unwanted),
      record.mappingQuality >= minimumMappingQuality, window.contains(record.position)
    else { return }
    starts[(record.position - window.start) / Self.binSize] += 1
    bases += record.baseCount
    reads += 1
  }

  /// A profile as reads would have made it: starts by bin, and the reads' mean length.
  init(window: Interval, starts: [Int], readLength: Int) {
    self.init(window: window, minimumMappingQuality: 0)
    for (bin, count) in starts.enumerated() where bin < self.starts.count {
      self.starts[bin] = Int32(clamping: count)
      reads += count
      bases += count * readLength
    }
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
