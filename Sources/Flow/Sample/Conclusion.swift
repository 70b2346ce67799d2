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

/// Finding, completeness and the word for them, with the reasons in sentences.
public struct Conclusion: Sendable, Hashable {
  public var finding: Finding
  public var completeness: Completeness
  public var word: ConclusionWord
  /// Why this word: first the deciding reason.
  public var reasons: [String]
  /// Whether the finding stays open since it is not known on which copies two harmful variants stand.
  public var isPhaseOpen: Bool

  public init(
    finding: Finding, completeness: Completeness, word: ConclusionWord, reasons: [String],
    isPhaseOpen: Bool = false
  ) {
    self.finding = finding
    self.completeness = completeness
    self.word = word
    self.reasons = reasons
    self.isPhaseOpen = isPhaseOpen
  }
}
