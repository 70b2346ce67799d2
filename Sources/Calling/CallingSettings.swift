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
  /// Good reads that a reference call of one copy and of two takes at the least.
  public var minimumDepthOneCopy: Int
  public var minimumDepthTwoCopies: Int
  /// Lowest genotype quality of such a call, phred-scaled.
  public var minimumGenotypeQuality: Int
  /// Reads kept over one base at the most; of what lies deeper a part
  /// is left out at random.
  public static let depthLimit = 1_000

  public init(
    minimumMappingQuality: Int = 20, minimumBaseQuality: Int = 13, minimumFraction: Double = 0.1,
    mosaicFraction: Double = 0.1, hemizygousFraction: Double = 0.9, minimumDepthOneCopy: Int = 8,
    minimumDepthTwoCopies: Int = 20, minimumGenotypeQuality: Int = 20
  ) {
    self.minimumMappingQuality = minimumMappingQuality
    self.minimumBaseQuality = minimumBaseQuality
    self.minimumFraction = minimumFraction
    self.mosaicFraction = mosaicFraction
    self.hemizygousFraction = hemizygousFraction
    self.minimumDepthOneCopy = minimumDepthOneCopy
    self.minimumDepthTwoCopies = minimumDepthTwoCopies
    self.minimumGenotypeQuality = minimumGenotypeQuality
  }

  /// Good reads that a reference call takes; where the copies are not known, those of two.
  func minimumDepth(copies: Int?) -> Int {
    copies == 1 ? minimumDepthOneCopy : minimumDepthTwoCopies
  }

  /// Depths at which a reference block ends and another begins.
  var depthSteps: [Int] { [1, minimumDepthOneCopy, minimumDepthTwoCopies] }
}
