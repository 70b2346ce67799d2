/// What the confirmed variants amount to (docs/conclusions.md).
public enum Finding: String, Sendable, CaseIterable, Hashable {
  case hemizygousPLP = "hemizygous_plp"
  case mosaicPLP = "mosaic_plp"
  case heterozygousPLP = "heterozygous_plp"
  case biallelicPLP = "biallelic_plp"
  case plpStateUnknown = "plp_state_unknown"
  case vus
  case noneReportable = "none_reportable"
}

/// How much of what had to be looked at was looked at (docs/conclusions.md).
public enum Completeness: String, Sendable, CaseIterable, Hashable {
  case complete
  case completeSequence = "complete_sequence"
  case incomplete
  case notAssessable = "not_assessable"
}

/// The one word that a report leads with; finding and completeness decide it (docs/conclusions.md).
public enum ConclusionWord: String, Sendable, CaseIterable, Hashable {
  case positive
  case carrier
  case uncertain
  case negative
  case negativeSequenceOnly = "negative_sequence_only"
  case inconclusive
  case notAssessable = "not_assessable"
  case failed
}

/// What has to be known before it can be said on how many copies harmful variants stand, or whether an unchanged copy
/// is left (`Finding.plpStateUnknown`).
public enum OpenCopies: String, Sendable, CaseIterable, Hashable {
  /// On how many copies the variant stands: the genotype, its reads and the sex don't go together, or don't tell it.
  case count
  /// On which copies two variants stand.
  case phase
  /// Whether two calls are one deletion, duplication or inversion that is told twice.
  case sameEvent = "same_event"
  /// What stands on the copy that does not have the variant.
  case otherCopy = "other_copy"
}

/// Why a sample is not assessable (`Completeness.notAssessable`).
public enum Obstacle: Sendable, Hashable {
  /// The DNA may be another person's.
  case origin
  /// The file tells of reads, and no genotype was called from them in any sample.
  case uncalledGenotypes
  /// No genotype of the sample.
  case noGenotype
}

/// Finding, completeness and the word for them, with the reasons in sentences.
public struct Conclusion: Sendable, Hashable {
  public var finding: Finding
  public var completeness: Completeness
  public var word: ConclusionWord
  /// Why this word: first the deciding reason.
  public var reasons: [String]
  /// Of `plpStateUnknown` alone, and of each of these.
  public var openCopies: OpenCopies?
  /// Of `Completeness.notAssessable` alone.
  public var obstacle: Obstacle?

  public init(
    finding: Finding, completeness: Completeness, word: ConclusionWord, reasons: [String],
    openCopies: OpenCopies? = nil, obstacle: Obstacle? = nil
  ) {
    self.finding = finding
    self.completeness = completeness
    self.word = word
    self.reasons = reasons
    self.openCopies = openCopies
    self.obstacle = obstacle
  }
}
