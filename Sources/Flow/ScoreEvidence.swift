/// A prediction of a published tool for one allele.
public struct ScoreEvidence: Sendable, Hashable {
  /// As the policy file names the tool: `REVEL`, `AlphaMissense`, `SpliceAI`.
  public var tool: String
  /// The tool's own scale; for SpliceAI the highest of its four delta scores.
  public var value: Double
  /// Where it was read, as `INFO/REVEL` or `CSQ/am_pathogenicity`.
  public var field: String

  public init(tool: String, value: Double, field: String) {
    self.tool = tool
    self.value = value
    self.field = field
  }
}
