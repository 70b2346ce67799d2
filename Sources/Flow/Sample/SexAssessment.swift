public import Genome

/// The sample's sex, and what says so.
public struct SexAssessment: Sendable, Hashable {
  public enum Source: String, Sendable, CaseIterable, Hashable {
    case declared
    case inferred
    case none
  }

  public var sex: Sex
  public var source: Source
  /// Facts the inference stands on, and contradictions to a declared sex, each a sentence.
  public var evidence: [String]
  /// X and Y contradict the declared sex: whose sample it is has to be settled.
  public var isContradicted: Bool

  public init(
    sex: Sex, source: Source, evidence: [String] = [], isContradicted: Bool = false
  ) {
    self.sex = sex
    self.source = source
    self.evidence = evidence
    self.isContradicted = isContradicted
  }
}
