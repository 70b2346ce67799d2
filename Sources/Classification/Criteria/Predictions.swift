import Flow
import Genome
import Settings

/// What calibrated scores say of a variant: of the residue by the one tool chosen for missense
/// changes, and of splicing.
struct Predictions {
  /// One score held against its tool's bounds.
  struct Verdict {
    let score: ScoreEvidence
    let tool: AcmgPolicy.ScoreTool
    /// `nil` between the bounds.
    let pathogenic: EvidenceStrength?
    let benign: EvidenceStrength?

    init(_ score: ScoreEvidence, _ tool: AcmgPolicy.ScoreTool) {
      self.score = score
      self.tool = tool
      pathogenic = tool.pathogenic.filter { score.value >= $0.value }.keys.max()
      benign = tool.benign.filter { score.value <= $0.value }.keys.max()
    }

    var text: String { "\(tool.name) \(ShareText.text(score.value)) (\(score.field))" }
  }

  let input: CriterionInput

  /// `nil` where the variant is no missense change or has no score of the chosen tool.
  var residue: Verdict? {
    input.isMissense ? verdict(input.policy.scores.missenseTool.value) : nil
  }

  var splicing: Verdict? { verdict(AcmgPolicy.Scores.spliceTool) }

  private func verdict(_ name: String) -> Verdict? {
    guard let tool = input.policy.scores.tool(name), let score = input.score(name) else {
      return nil
    }
    return Verdict(score, tool)
  }

  /// The scores that would be needed, as `REVEL or SpliceAI`.
  var neededTools: String {
    let splice = AcmgPolicy.Scores.spliceTool
    return input.isMissense
      ? "\(input.policy.scores.missenseTool.value) or \(splice)" : splice
  }

  func unscored(_ criterion: Criterion) -> CriterionResult {
    CriterionResult(
      criterion, .notEvaluated, "No calibrated score was given.",
      missing: "a \(neededTools) score in the input or in --scores")
  }
}
