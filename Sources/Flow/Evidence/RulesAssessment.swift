public import Genome

/// What became of one ACMG/AMP criterion for one variant.
public struct CriterionResult: Sendable, Hashable {
  /// Met at a strength, not met, or without the facts to tell.
  public enum Outcome: Sendable, Hashable {
    case met(EvidenceStrength)
    case notMet
    case notEvaluated
  }

  public var criterion: Criterion
  public var outcome: Outcome
  /// One sentence with the number or the fact behind the outcome.
  public var fact: String
  /// For `notEvaluated`: what has to be given so that it can be; `nil` where nothing would help.
  public var missing: String?
  /// What a reader must keep in mind, each a sentence.
  public var caveats: [String]
  /// Where thresholds and facts come from.
  public var sources: [String]
  /// Whether the policy leaves the criterion out: nothing would help.
  public var isLeftOut = false
  /// Whether it stands on a published patient, and tells nothing of this one's parents.
  public var isOfPublished = false

  public init(
    _ criterion: Criterion, _ outcome: Outcome, _ fact: String, missing: String? = nil,
    caveats: [String] = [], sources: [String] = []
  ) {
    self.criterion = criterion
    self.outcome = outcome
    self.fact = fact
    self.missing = missing
    self.caveats = caveats
    self.sources = sources
  }

  /// `nil` where the criterion is not met.
  public var strength: EvidenceStrength? {
    if case .met(let strength) = outcome { strength } else { nil }
  }

  /// `PVS1`, or with the strength where it is not the name's own: `PVS1_Strong`.
  public var code: String {
    guard let strength, strength != criterion.nameStrength else { return criterion.rawValue }
    return "\(criterion.rawValue)_\(strength.suffix)"
  }

  /// The word used in documents.
  public var outcomeName: String {
    switch outcome {
    case .met: "met"
    case .notMet: "not_met"
    case .notEvaluated: "not_evaluated"
    }
  }
}

/// What the ACMG/AMP rules say of a variant, criterion by criterion.
public struct RulesAssessment: Sendable, Hashable {
  /// One for each criterion, in `Criterion`'s order.
  public var results: [CriterionResult]
  /// Sum of the points of what is met; benign evidence counts below zero. BA1 is outside the sum.
  public var points: Int
  /// The class by points: the one that decides.
  public var classByPoints: ClinicalClass
  /// The class by the combining rules of 2015 as amended since.
  public var classByRules: ClinicalClass
  /// Which combining rule gave `classByRules`, as `1 very strong and 1 supporting`.
  public var combination: String
  /// The policy file's version.
  public var policyVersion: String
  /// Differences and limits, each a sentence.
  public var notes: [String]

  public init(
    results: [CriterionResult], points: Int, classByPoints: ClinicalClass,
    classByRules: ClinicalClass, combination: String, policyVersion: String, notes: [String]
  ) {
    self.results = results
    self.points = points
    self.classByPoints = classByPoints
    self.classByRules = classByRules
    self.combination = combination
    self.policyVersion = policyVersion
    self.notes = notes
  }

  /// `nil` for a criterion that was not gone through.
  public func result(_ criterion: Criterion) -> CriterionResult? {
    results.first { $0.criterion == criterion }
  }

  /// Codes of the criteria met, as `PVS1`, `PM2_Supporting`.
  public var codes: [String] { results.filter { $0.strength != nil }.map(\.code) }
}
