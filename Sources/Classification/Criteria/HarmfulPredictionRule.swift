import Flow
import Genome
import Settings

/// PP3: a calibrated tool predicts harm to the residue or to splicing.
struct HarmfulPredictionRule {
  let input: CriterionInput

  func result() -> CriterionResult {
    let predictions = Predictions(input: input)
    let verdicts = [predictions.residue, predictions.splicing].compactMap { $0 }
    guard !verdicts.isEmpty else { return predictions.unscored(.pp3) }
    let text = verdicts.map(\.text).joined(separator: "; ")
    let caveats = [predictions.doubt, predictions.replacedByRNA].compactMap { $0 }
    // The stronger of the two; they are not added.
    let strongest = verdicts.compactMap { verdict in
      verdict.pathogenic.map { (strength: $0, verdict: verdict) }
    }.max { $0.strength < $1.strength }
    guard let strongest else {
      if let doubt = predictions.doubt { return open(doubt, text) }
      return CriterionResult(
        .pp3, .notMet, "\(text): below the bound of supporting evidence.", caveats: caveats,
        sources: verdicts.map(\.tool.source))
    }
    return CriterionResult(
      .pp3, .met(strongest.strength), "\(text).", caveats: caveats,
      sources: [strongest.verdict.tool.source])
  }

  private func open(_ doubt: String, _ text: String) -> CriterionResult {
    CriterionResult(
      .pp3, .notEvaluated, "\(text). \(doubt)", missing: Predictions.oneValue)
  }
}
