import Flow
import Genome
import Settings

/// BP7: a silent change, or one deep enough in an intron, without a predicted effect on splicing;
/// never on the bases at an exon's ends (Walker 2023, PMC10357475).
struct SilentRule {
  let input: CriterionInput

  func result() -> CriterionResult {
    if let entry = input.documented(.bp7) {
      return input.changesProtein ? SilentRule.notSilent(entry) : CaseRules.met(entry)
    }
    if let entry = input.documented(.pvs1) {
      return CriterionResult(
        .bp7, .notMet,
        "RNA shows a loss, as documented by \(entry.by) on \(entry.on), and comes before what the "
          + "sequence predicts of splicing.")
    }
    guard let place = place() else {
      return CriterionResult(
        .bp7, .notMet, "Neither silent within an exon nor deep enough in an intron.")
    }
    guard !input.isInRegulatoryIntron else {
      let intron = input.policy.scores.regulatoryIntron
      return CriterionResult(
        .bp7, .notEvaluated,
        "\(place), but intron \(intron.value) holds regulatory elements, and a score of splicing says nothing of "
          + "them.", missing: "how common it is, or RNA evidence of its expression",
        sources: [intron.source])
    }
    let tool = AcmgPolicy.Scores.spliceTool
    let predictions = Predictions(input: input)
    guard let verdict = predictions.splicing else {
      let reason = predictions.doubt ?? "no calibrated splice score was given."
      return CriterionResult(
        .bp7, .notEvaluated, "\(place), but \(reason)",
        missing: "a \(tool) score in the input or in --scores")
    }
    return CriterionResult(
      .bp7, verdict.benign == nil ? .notMet : .met(.supporting), "\(place); \(verdict.text).",
      sources: [verdict.tool.source])
  }

  /// What was seen in RNA of a change that is not silent.
  private static func notSilent(_ entry: CaseEvidence.Entry) -> CriterionResult {
    CriterionResult(
      .bp7, .notMet,
      "Documented from RNA by \(entry.by) on \(entry.on), but the change alters the protein itself: "
        + "normal splicing says nothing about the protein change.", sources: [entry.source])
  }

  /// Places of an intron as Ensembl VEP names them, but for the two bases at its ends. Whether one is deep enough
  /// is asked of the policy alone: VEP's splice region reaches to +8, Walker's excluded places to +6.
  private static let intronic: Set<ConsequenceTerm> = [
    .intron, .spliceRegion, .spliceDonorRegion, .spliceDonorFifthBase, .splicePolypyrimidineTract,
  ]

  /// Where it is, if BP7 may hold there.
  private func place() -> String? {
    let scores = input.policy.scores
    guard let distance = input.mane.spliceDistance else { return nil }
    if input.isSynonymous {
      return distance > scores.exonEdge.value
        ? "Silent, \(distance) bases from the exon's nearer end" : nil
    }
    guard input.mane.consequences.allSatisfy(SilentRule.intronic.contains) else { return nil }
    if distance >= scores.intronFromDonor.value {
      return "In an intron, \(distance) bases behind the donor"
    }
    return distance <= -scores.intronFromAcceptor.value
      ? "In an intron, \(-distance) bases before the acceptor" : nil
  }
}
