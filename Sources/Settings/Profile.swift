/// The thresholds a run judges samples by. `Pipelines/profiles/clinical-genome.yaml` is the
/// built-in one and says what each is for.
public struct Profile: Sendable, Hashable {
  public var name: String
  public var description: String
  /// Fewest good reads where the person has one copy.
  public var minimumDepthOneCopy: Int
  /// Fewest good reads where the person has, or may have, two copies.
  public var minimumDepthTwoCopies: Int
  /// Lowest GQ, phred-scaled.
  public var minimumGenotypeQuality: Int
  /// Share of reads, 0 to 1, from which on a male's variant stands on his only X.
  public var hemizygousMinimumFraction: Double
  /// The shares of reads, 0 to 1, expected of a heterozygous call.
  public var heterozygousMinimumFraction: Double
  public var heterozygousMaximumFraction: Double
  /// Lowest share of reads, 0 to 1, at which a male's mixed call can be called mosaic.
  public var mosaicMinimumFraction: Double
  /// Fewest good genotypes with an alternate allele on X, outside FOXP3 and the pseudoautosomal
  /// regions, before they tell the number of X chromosomes.
  public var sexMinimumXGenotypes: Int
  /// Heterozygous share among them, 0 to 1: at most this with one X.
  public var oneXMaximumHeterozygousShare: Double
  /// Heterozygous share among them, 0 to 1: at least this with two X.
  public var twoXMinimumHeterozygousShare: Double
  /// Fewest good calls with an alternate allele on Y before they show a Y.
  public var sexMinimumYCalls: Int
  /// Mean depth over SRY, by reads of enough mapping quality, from which on they show a Y.
  public var sexMinimumSRYDepth: Int
  /// Fewest reads on the autosomes before the depth of X and Y is compared with theirs.
  public var sexMinimumAutosomalReads: Int
  /// Depth of X over that of the autosomes: at most this with one X.
  public var oneXMaximumDepthRatio: Double
  /// Depth of X over that of the autosomes: at least this with two X.
  public var twoXMinimumDepthRatio: Double
  /// Depth of Y over that of the autosomes: at least this with a Y.
  public var yMinimumDepthRatio: Double
  /// Lowest mapping quality (MAPQ) of a read that is used.
  public var minimumMappingQuality: Int
  /// Lowest base quality that counts, phred-scaled.
  public var minimumBaseQuality: Int
  /// Whether a file without an index may be read around FOXP3 alone where its blocks are in order.
  public var allowsBisect: Bool

  /// Starts at values no profile may hold, so that a setting that is not read can't pass.
  init() {
    name = ""
    description = ""
    minimumDepthOneCopy = 0
    minimumDepthTwoCopies = 0
    minimumGenotypeQuality = 0
    hemizygousMinimumFraction = 0
    heterozygousMinimumFraction = 0
    heterozygousMaximumFraction = 0
    mosaicMinimumFraction = 0
    sexMinimumXGenotypes = 0
    oneXMaximumHeterozygousShare = 0
    twoXMinimumHeterozygousShare = 0
    sexMinimumYCalls = 0
    sexMinimumSRYDepth = 0
    sexMinimumAutosomalReads = 0
    oneXMaximumDepthRatio = 0
    twoXMinimumDepthRatio = 0
    yMinimumDepthRatio = 0
    minimumMappingQuality = 0
    minimumBaseQuality = 0
    allowsBisect = false
  }
}

extension Profile {
  /// Every setting with its key, in the built-in file's order: for reports and file headers.
  public var entries: [(key: String, value: String)] {
    ProfileSetting.all.map { ($0.key, $0.value(in: self)) }
  }
}
