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

    var text: String { "\(tool.name) \(ShareText.exact(score.value)) (\(score.field))" }
  }

  let input: CriterionInput

  /// What settles that a tool has several values for the allele.
  static let oneValue = "a file that gives the score once"

  /// `nil` where the variant is no missense change or has no score of the chosen tool.
  var residue: Verdict? {
    input.isMissense ? verdict(input.policy.scores.missenseTool.value) : nil
  }

  /// `nil` too where the patient's RNA was looked at: what was seen comes before what is predicted.
  var splicing: Verdict? {
    input.documentedRNA == nil ? verdict(AcmgPolicy.Scores.spliceTool) : nil
  }

  /// A sentence on the splice score that documented RNA takes the place of; `nil` without RNA.
  var replacedByRNA: String? {
    guard let entry = input.documentedRNA else { return nil }
    let score = verdict(AcmgPolicy.Scores.spliceTool).map { "\($0.text) is not counted: " } ?? ""
    return "\(score)RNA was looked at, as documented by \(entry.by) on \(entry.on), and comes "
      + "before what the sequence predicts of splicing."
  }

  /// Why a score that is needed here can't be used though there are values.
  var doubt: String? {
    var tools = input.isMissense ? [input.policy.scores.missenseTool.value] : []
    if input.documentedRNA == nil { tools.append(AcmgPolicy.Scores.spliceTool) }
    return input.evidence.scoreDoubts.first { tools.contains($0.tool) }?.reason
  }

  private func verdict(_ name: String) -> Verdict? {
    guard let tool = input.policy.scores.tool(name), let score = input.score(name) else {
      return nil
    }
    return Verdict(score, tool)
  }

  /// The scores that would be needed, as `REVEL or SpliceAI`.
  var neededTools: String {
    let splice = AcmgPolicy.Scores.spliceTool
    guard input.isMissense else { return splice }
    let missense = input.policy.scores.missenseTool.value
    return input.documentedRNA == nil ? "\(missense) or \(splice)" : missense
  }

  func unscored(_ criterion: Criterion) -> CriterionResult {
    if let replacedByRNA, !input.isMissense {
      return CriterionResult(criterion, .notMet, replacedByRNA)
    }
    let needed =
      input.isMissense && splicing != nil
      ? input.policy.scores.missenseTool.value : neededTools
    return CriterionResult(
      criterion, .notEvaluated, doubt ?? "No \(needed) score was given for this allele\(others).",
      missing: "a \(needed) score in the input or in --scores")
  }

  /// Scores that were given and are not asked for here.
  private var others: String {
    let given = input.evidence.scores.map {
      "\($0.tool) \(ShareText.exact($0.value)) (\($0.field))"
    }
    guard !given.isEmpty else { return "" }
    return
      "; \(given.joined(separator: " and ")) \(given.count == 1 ? "is" : "are") not what the policy asks of "
      + (input.isMissense ? "a missense change" : "such a change")
  }
}
