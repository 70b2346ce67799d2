import Flow
import Genome
import Settings

/// PS1: another allele with the same protein change is established as pathogenic; for splice
/// variants `SameSpliceEventRule` says what is the same.
struct SameChangeRule {
  let input: CriterionInput

  private var comparators: Comparators { Comparators(input: input) }
  private var policy: AcmgPolicy.Comparators { input.policy.comparators }

  func result() -> CriterionResult {
    if let obstacle = comparators.obstacle(.ps1) { return obstacle }
    let splice = SameSpliceEventRule(input: input).result()
    guard input.isMissense else {
      return splice ?? CriterionResult(.ps1, .notMet, noMissense)
    }
    let residue = missense()
    return residue.strength == nil && splice?.strength != nil ? splice ?? residue : residue
  }

  private var noMissense: String {
    guard let row = input.rows.first(where: { $0.relation == .sameProteinChange }) else {
      return "It is neither a missense change nor a substitution in a splice motif."
    }
    return
      "Row \(row.row.identifier) has the same protein change, but it is no missense change: a lost start or an early "
      + "stop is weighed by PVS1, a change of the protein's length by PM4."
  }

  private func missense() -> CriterionResult {
    guard let row = comparators.rows(.sameProteinChange).first else {
      return comparators.passedOver(.ps1, .sameProteinChange)
        ?? CriterionResult(.ps1, .notMet, passedOver)
    }
    if let doubt = comparators.splicingDoubt(.ps1) { return doubt }
    let strength =
      row.row.clinicalClass == .pathogenic
      ? policy.sameChangePathogenic : policy.sameChangeLikelyPathogenic
    return CriterionResult(
      .ps1, .met(strength.value),
      "The same protein change by another allele: \(comparators.text(row)).",
      sources: [strength.source] + row.row.pubMedIdentifiers.map { "PMID \($0)" })
  }

  /// Why no row of the same protein change is compared with.
  private var passedOver: String {
    guard let row = input.rows.first(where: { $0.relation == .sameProteinChange }) else {
      return "No deciding row of the table has the same protein change by another allele."
    }
    return "\(comparators.text(row)) has the same protein change by another allele, but "
      + (comparators.leaning(.sameProteinChange).contains(row)
        ? "its own class leans on this very allele: it can't carry this one in turn."
        : "\(obstacle(row)).")
  }

  private func obstacle(_ evidence: TableEvidence) -> String {
    if let why = evidence.row.whyNotDeciding { return "it does not decide a class: \(why)" }
    return evidence.row.clinicalClass.isPathogenicOrLikely
      ? "it acts through splicing, as the table says" : "it is not held pathogenic"
  }
}
