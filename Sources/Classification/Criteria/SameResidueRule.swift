import Flow
import Genome
import Settings

/// PM5: another missense change of the same residue is established as pathogenic.
struct SameResidueRule {
  let input: CriterionInput

  func result() -> CriterionResult {
    let comparators = Comparators(input: input)
    if let obstacle = comparators.obstacle(.pm5) { return obstacle }
    guard input.isMissense else { return CriterionResult(.pm5, .notMet, "Not a missense change.") }
    let rows = comparators.rows(.sameResidue).filter(Comparators.isMissenseRow)
    guard let row = rows.first else {
      if let doubtful = comparators.passedOver(.pm5, .sameResidue) { return doubtful }
      return CriterionResult(
        .pm5, .notMet,
        comparators.leaning(.sameResidue).first.map {
          "\(comparators.text($0)) is another change of the residue, but its own class leans on "
            + "changes of this residue: it can't carry this one in turn."
        } ?? "No deciding row of the table is another missense change of the residue.")
    }
    if let doubt = comparators.splicingDoubt(.pm5) { return doubt }
    let policy = input.policy.comparators
    let strength =
      row.row.clinicalClass == .pathogenic
      ? policy.sameResiduePathogenic : policy.sameResidueLikelyPathogenic
    return CriterionResult(
      .pm5, .met(strength.value), "Another change of the residue: \(comparators.text(row)).",
      sources: [strength.source] + row.row.pubMedIdentifiers.map { "PMID \($0)" })
  }
}
