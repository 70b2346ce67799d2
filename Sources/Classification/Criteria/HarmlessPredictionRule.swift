import Flow
import Genome
import Nomenclature
import Settings

/// BP4: calibrated tools predict no harm: neither to the residue nor to splicing.
struct HarmlessPredictionRule {
  let input: CriterionInput

  func result() -> CriterionResult {
    guard !input.isCanonicalSplice else {
      return CriterionResult(
        .bp4, .notMet, "Scores are not held against the two intron bases at a splice site.")
    }
    if let entry = input.documented(.pvs1) {
      return CriterionResult(
        .bp4, .notMet,
        "RNA shows a loss, as documented by \(entry.by) on \(entry.on), and comes before what "
          + "scores predict.")
    }
    if let effect = effectBesideSplicing {
      return CriterionResult(
        .bp4, .notMet, "\(effect), and a score of splicing says nothing of that.")
    }
    let predictions = Predictions(input: input)
    let verdicts = [predictions.residue, predictions.splicing].compactMap { $0 }
    guard !verdicts.isEmpty else { return predictions.unscored(.bp4) }
    if input.isMissense, predictions.residue == nil {
      return predictions.unscored(.bp4)
    }
    if let doubt = predictions.doubt {
      return CriterionResult(
        .bp4, .notEvaluated, doubt, missing: Predictions.oneValue)
    }
    let text = verdicts.map(\.text).joined(separator: "; ")
    guard let weakest = verdicts.map(\.benign).reduce(Optional(EvidenceStrength.veryStrong), least)
    else {
      return CriterionResult(
        .bp4, .notMet, "\(text): not all within the bounds of benign evidence.",
        sources: verdicts.map(\.tool.source))
    }
    return met(weakest, text, verdicts, predictions)
  }

  /// What the change does however it is spliced, and no score here speaks of; `nil` for none.
  private var effectBesideSplicing: String? {
    if input.changesProtein, !input.isMissense {
      return "The change alters the protein by more than a residue's replacement"
    }
    let touched = input.structural?.interval
    if touched.flatMap({ input.map.polyadenylationSignal?.overlaps($0) }) == true
      || input.change.map(input.map.changesPolyadenylationSignal) == true
    {
      return "The change lies in the polyadenylation signal"
    }
    if input.isInUntranslatedEnd {
      return
        "The change lies in an untranslated region, where it may act on translation and on the messenger"
    }
    if input.isInRegulatoryIntron {
      return
        "The change lies in intron \(input.policy.scores.regulatoryIntron.value), which holds regulatory elements"
    }
    return nil
  }

  private func met(
    _ weakest: EvidenceStrength, _ text: String, _ verdicts: [Predictions.Verdict],
    _ predictions: Predictions
  ) -> CriterionResult {
    if input.isMissense, predictions.splicing == nil, input.documentedRNA == nil,
      input.isNearSpliceSite
    {
      return CriterionResult(
        .bp4, .notEvaluated, "\(text), but an effect on splicing is not excluded.",
        missing: "a \(AcmgPolicy.Scores.spliceTool) score")
    }
    // For a missense change the residue's score carries the weight; splicing has only to agree.
    let strength = predictions.residue?.benign ?? weakest
    return CriterionResult(
      .bp4, .met(strength), "\(text).",
      caveats: [predictions.replacedByRNA].compactMap { $0 }, sources: verdicts.map(\.tool.source))
  }

  private func least(
    _ left: EvidenceStrength?, _ right: EvidenceStrength?
  ) -> EvidenceStrength? {
    guard let left, let right else { return nil }
    return min(left, right)
  }
}
