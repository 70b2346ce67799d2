import Flow
import Genome
import Nomenclature

/// PM4: the protein becomes longer or shorter in frame, or the stop codon is lost.
struct LengthChangeRule {
  let input: CriterionInput

  func result() -> CriterionResult {
    if let end = endLost { return end }
    if input.mane.consequences.contains(.stopLost), !endsBeforeItsStop {
      return CriterionResult(
        .pm4, .met(.moderate), "The stop codon is lost: \(input.mane.proteinName ?? "p.?").",
        sources: ["Richards 2015, PMID 25741868"])
    }
    if let open = input.openAtSite(.pm4) ?? input.openBesideOthers(.pm4) { return open }
    guard input.isInFrame, !input.mane.consequences.contains(.stopGained),
      let edit = input.edit, edit.isWithinCoding, edit.lengthChange != 0,
      let protein = input.protein, protein.kind != .unchanged,
      protein.stopResidue != input.map.protein.count
    else {
      return CriterionResult(.pm4, .notMet, "The protein's length does not change in frame.")
    }
    let residues = abs(edit.lengthChange) / 3
    return CriterionResult(
      .pm4, .met(.moderate),
      "\(residues) residue\(residues == 1 ? " is" : "s are") "
        + "\(edit.lengthChange > 0 ? "won" : "lost") in frame; no repetitive region of the protein "
        + "is known to be without function.",
      sources: ["Richards 2015, PMID 25741868"])
  }

  /// Of a deletion over the stop codon and the polyadenylation signal; `nil` for every other change.
  private var endLost: CriterionResult? {
    if let structural = input.structural {
      guard structural.kind == .deletion, structural.precision == .exact else { return nil }
    }
    guard let interval = input.structural?.interval ?? input.change?.interval,
      LossOfFunctionRule(input: input).takesEnd(interval), !endsBeforeItsStop
    else { return nil }
    return CriterionResult(
      .pm4, .notEvaluated,
      "The stop codon is lost together with the polyadenylation signal: how long a protein is made can't be told.",
      missing: "RNA evidence")
  }

  /// A stop before the lost one, or in its place, makes the protein no longer; PVS1 weighs what is missing.
  private var endsBeforeItsStop: Bool {
    guard let stop = input.protein?.stopResidue else { return false }
    return stop <= input.map.protein.count
  }
}
