/// The thresholds of the caller.
public struct CallingSettings: Sendable, Hashable {
  /// Lowest MAPQ of a read that is used.
  public var minimumMappingQuality: Int
  /// Lowest base quality that counts as a good base, phred-scaled.
  public var minimumBaseQuality: Int
  /// Lowest share of reads, 0 to 1, at which an allele is looked into.
  public var minimumFraction: Double
  /// Lowest share of reads, 0 to 1, at which an allele beside the genotype leaves its place open, and a mosaic one is
  /// confirmed.
  public var mosaicFraction: Double
  /// Share of reads, 0 to 1, from which on an allele is taken to stand on the only copy, whatever few others show.
  public var hemizygousFraction: Double
  /// Depths at which a reference block ends and another begins.
  public var depthSteps: [Int]
  /// Genotype qualities (phred) at which a reference block ends and another begins.
  public var qualitySteps: [Int]
  /// Reads kept over one base at the most; of what lies deeper a part
  /// is left out at random.
  public static let depthLimit = 1_000

  public init(
    minimumMappingQuality: Int = 20, minimumBaseQuality: Int = 13, minimumFraction: Double = 0.1,
    mosaicFraction: Double = 0.1, hemizygousFraction: Double = 0.9, depthSteps: [Int] = [1, 8, 20],
    qualitySteps: [Int] = [20]
  ) {
    self.minimumMappingQuality = minimumMappingQuality
    self.minimumBaseQuality = minimumBaseQuality
    self.minimumFraction = minimumFraction
    self.mosaicFraction = mosaicFraction
    self.hemizygousFraction = hemizygousFraction
    self.depthSteps = depthSteps
    self.qualitySteps = qualitySteps
  }
}
