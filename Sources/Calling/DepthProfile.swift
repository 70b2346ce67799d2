public import Genome
public import HTS

/// How many reads start in each bin of a stretch around the locus: the sample's own depth of X.
public struct DepthProfile: Sendable {
  /// Bases of a bin.
  public static let binSize = 500

  /// 1-based; bins run from its start.
  public let window: Interval
  public private(set) var starts: [Int32]
  private let minimumMappingQuality: Int
  /// Sum of the reads' bases, and their number: their mean length turns starts into depth.
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

  /// Mean bases of a read; 0 without reads.
  public var readLength: Double { reads > 0 ? Double(bases) / Double(reads) : 0 }

  /// Starts in the bins that lie wholly within a stretch, with the bins' number.
  public func starts(in stretch: Interval) -> (reads: Int, bins: Int) {
    let first = max(0, (stretch.start - window.start + Self.binSize - 1) / Self.binSize)
    let end = min(starts.count, (stretch.end + 1 - window.start) / Self.binSize)
    guard first < end else { return (0, 0) }
    return (starts[first..<end].reduce(0) { $0 + Int($1) }, end - first)
  }

  /// Share of the bins with any read, 0 to 1: near 1 for a genome, small for a panel or an exome.
  public func breadth(in stretch: Interval) -> Double {
    let first = max(0, (stretch.start - window.start) / Self.binSize)
    let end = min(starts.count, (stretch.end - window.start) / Self.binSize)
    guard first < end else { return 0 }
    return Double(starts[first..<end].count { $0 > 0 }) / Double(end - first)
  }
}
