import Flow
import Genome
import Settings

/// PS1: another allele with the same protein change is established as pathogenic; for a splice site
/// without an automatic PVS1, another change of the same base that destroys it too (Walker 2023).
struct SameChangeRule {
  let input: CriterionInput

  private var comparators: Comparators { Comparators(input: input) }
  private var policy: AcmgPolicy.Comparators { input.policy.comparators }

  func result() -> CriterionResult {
    if let obstacle = comparators.obstacle(.ps1) { return obstacle }
    if input.isMissense { return missense() }
    guard let change = input.change, change.isSubstitution,
      !SpliceSiteLoss(change, on: input.map).isEmpty
    else {
      return CriterionResult(
        .ps1, .notMet, "It is neither a missense change nor a loss of a splice site's base.")
    }
    return splice()
  }

  private func missense() -> CriterionResult {
    guard let row = comparators.rows(.sameProteinChange).first else {
      return CriterionResult(
        .ps1, .notMet, "No deciding row of the table has the same protein change by another allele."
      )
    }
    if let doubt = comparators.splicingDoubt(.ps1) { return doubt }
    return met(row, "The same protein change by another allele")
  }

  private func splice() -> CriterionResult {
    let rows = input.rows.filter {
      $0.relation == .sameSpliceBase && $0.row.decides && $0.row.clinicalClass.isPathogenicOrLikely
    }
    guard let row = rows.first(where: { $0.row.clinicalClass == .pathogenic }) ?? rows.first else {
      return CriterionResult(
        .ps1, .notMet, "No deciding row of the table changes the same base of the splice site.")
    }
    return met(row, "The same splice site is lost by another change of the same base")
  }

  private func met(_ evidence: TableEvidence, _ what: String) -> CriterionResult {
    let strength =
      evidence.row.clinicalClass == .pathogenic
      ? policy.sameChangePathogenic : policy.sameChangeLikelyPathogenic
    return CriterionResult(
      .ps1, .met(strength.value), "\(what): \(comparators.text(evidence)).",
      sources: [strength.source] + evidence.row.pubMedIdentifiers.map { "PMID \($0)" })
  }
}
