/// A prediction of a published tool for one allele.
public struct ScoreEvidence: Sendable, Hashable {
  /// As the policy file names the tool: `REVEL`, `AlphaMissense`, `SpliceAI`.
  public var tool: String
  /// The tool's own scale, 0 to 1; for SpliceAI the highest of its four delta scores.
  public var value: Double
  /// Where it was read, as `INFO/REVEL` or `CSQ/am_pathogenicity`.
  public var field: String

  public init(tool: String, value: Double, field: String) {
    self.tool = tool
    self.value = value
    self.field = field
  }
}

/// Why none of a tool's values for an allele is used, though there are some.
public struct ScoreDoubt: Sendable, Hashable {
  public var tool: String
  /// One sentence.
  public var reason: String

  public init(tool: String, reason: String) {
    self.tool = tool
    self.reason = reason
  }
}

/// What a record says of one allele by all tools.
public struct ScoreReading: Sendable, Hashable {
  public var scores: [ScoreEvidence]
  public var doubts: [ScoreDoubt]

  public init(scores: [ScoreEvidence] = [], doubts: [ScoreDoubt] = []) {
    self.scores = scores
    self.doubts = doubts
  }
}
