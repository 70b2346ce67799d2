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
    // The stronger of the two; they are not added.
    let strongest = verdicts.compactMap { verdict in
      verdict.pathogenic.map { (strength: $0, verdict: verdict) }
    }.max { $0.strength < $1.strength }
    guard let strongest else {
      return CriterionResult(
        .pp3, .notMet, "\(text): below the bound of supporting evidence.",
        sources: verdicts.map(\.tool.source))
    }
    return CriterionResult(
      .pp3, .met(strongest.strength), "\(text).", sources: [strongest.verdict.tool.source])
  }
}
