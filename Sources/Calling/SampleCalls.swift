public import Flow
public import Genome

/// What was called of one sample.
public struct SampleCalls: Sendable {
  /// Variants and reference blocks, by position.
  public var records: [ReadRecord]
  public var use: ReadUse
  public var copyNumber: CopyNumberReading
  /// Stretches with too few good reads where reads of low mapping quality lie: they may belong elsewhere.
  public var badlyMapped: [Interval]
  /// Stretches with enough good reads of which too few go over a base and what lies beside it.
  public var unspanned: [Interval]
  /// The base before each place where reads leave the reference and no call says for what.
  public var clipped: [Int]
  /// Records of the variant file whose variant the reads exclude.
  public var contradicted: [ReadRecord]
  /// Where a few reads show the reference beside a variant on the only copy.
  public var besideReference: [Int]
  /// Share of good bases that are not the reference's, 0 to 1; `nil` without reads.
  public var mismatchShare: Double?
  /// Nearly all reads begin at few places, with the bases of their primers, if these were not cut off.
  public var beginsAtFewPlaces: Bool
  public var depth: ReadDepth
}
