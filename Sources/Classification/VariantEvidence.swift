public import Flow
public import Settings

/// What is known of a variant from outside the file: frequencies, scores, the patient's case.
public struct VariantEvidence: Sendable, Hashable {
  public var population: PopulationEvidence
  public var scores: [ScoreEvidence]
  /// Tools whose values for the allele can't be used, with the reason.
  public var scoreDoubts: [ScoreDoubt]
  /// What a laboratory documents for this variant.
  public var documented: [CaseEvidence.Entry]
  /// Splice scores of the table's rows by identifier, as far as the score file has them.
  public var rowSpliceScores: [String: Double]
  /// Of a joined allele: its parts, each classified by itself.
  public var parts: [ClassifiedVariant]
  /// Names of changes of the same copy, in other exons, that take its frame shift back.
  public var restoring: [String]

  public init(
    population: PopulationEvidence = .noFile, scores: [ScoreEvidence] = [],
    scoreDoubts: [ScoreDoubt] = [], documented: [CaseEvidence.Entry] = [],
    rowSpliceScores: [String: Double] = [:],
    parts: [ClassifiedVariant] = [], restoring: [String] = []
  ) {
    self.rowSpliceScores = rowSpliceScores
    self.parts = parts
    self.restoring = restoring
    self.population = population
    self.scores = scores
    self.scoreDoubts = scoreDoubts
    self.documented = documented
  }

  /// Nothing was given.
  public static let none = VariantEvidence()
}
