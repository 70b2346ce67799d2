import Flow
import Genome
import Settings

/// Criteria that stand on patients, families and laboratory work: never guessed from a sequence.
struct CaseRules {
  let input: CriterionInput

  /// The criteria this speaks of, each with what it would take.
  private static let needs: [(criterion: Criterion, need: String)] = [
    (.ps2, "a de novo origin with the parents' identity confirmed"),
    (.ps3, "a documented functional study that shows damage"),
    (.ps4, "counts of unrelated patients against controls"),
    (.pm6, "a de novo origin, the parents' identity not confirmed"),
    (.pp1, "affected hemizygous relatives with the variant"),
    (.pp4, "a documented phenotype that is specific for IPEX"),
    (.bs3, "a documented functional study that shows no damage"),
    (.bs4, "affected male relatives without the variant"),
  ]

  func results() -> [CriterionResult] {
    CaseRules.needs.map { criterion, need in
      if let entry = input.documented(criterion) { return CaseRules.met(entry) }
      return CriterionResult(
        criterion, .notEvaluated, "No documented case evidence was given.\(hint(criterion))",
        missing: need)
    }
  }

  /// As documented, with who and when.
  static func met(_ entry: CaseEvidence.Entry) -> CriterionResult {
    let assay = entry.rnaAssay.map { " from RNA (\($0))" } ?? ""
    let males = entry.males.map { " (\($0) male\($0 == 1 ? "" : "s"))" } ?? ""
    return CriterionResult(
      entry.criterion, .met(entry.strength),
      "Documented\(assay) by \(entry.by) on \(entry.on)\(males): \(entry.fact)",
      sources: [entry.source])
  }

  /// The table may tell of patients or functional work in words; words are not counted.
  private func hint(_ criterion: Criterion) -> String {
    guard let row = input.rows.first(where: \.relation.isCarried)?.row else { return "" }
    let isFunctional = criterion == .ps3 || criterion == .bs3
    guard !(isFunctional ? row.functionalEvidence : row.patients).isEmpty else { return "" }
    return " Row \(row.identifier) of the table tells of "
      + "\(isFunctional ? "functional work" : "patients") in words, which are not counted here."
  }
}
