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
      if let entry = input.documented(criterion) {
        return ofDaughter(entry) ?? CaseRules.met(entry)
      }
      return CriterionResult(
        criterion, .notEvaluated, "No documented case evidence was given.\(hint(criterion))",
        missing: need)
    }
  }

  /// As documented, with who and when.
  static func met(_ entry: CaseEvidence.Entry) -> CriterionResult {
    let assay = entry.rnaAssay.map { " from RNA (\($0))" } ?? ""
    let whom = entry.isPublished ? " of a published patient" : ""
    var result = CriterionResult(
      entry.criterion, .met(entry.strength),
      "Documented\(assay)\(whom) by \(entry.by) on \(entry.on)\(males(entry)): \(entry.fact)",
      sources: [entry.source])
    result.isOfPublished = entry.isPublished
    return result
  }

  /// The males who bear the criterion, with and without the variant.
  private static func males(_ entry: CaseEvidence.Entry) -> String {
    guard let males = entry.males else { return "" }
    guard entry.criterion == .pp1 else { return " (\(counted(males, "male")))" }
    let others = entry.unaffectedMales.map { ", \(counted($0, "unaffected male")) without it" }
    return " (\(counted(males, "affected male")) with the variant\(others ?? ""))"
  }

  private static func counted(_ number: Int, _ what: String) -> String {
    "\(number) \(what)\(number == 1 ? "" : "s")"
  }

  /// A daughter has a second copy, and most of those with a new variant are well: it counts in one who is ill.
  private func ofDaughter(_ entry: CaseEvidence.Entry) -> CriterionResult? {
    guard entry.child == .female, !entry.isChildIll else { return nil }
    return CriterionResult(
      entry.criterion, .notEvaluated,
      "Documented by \(entry.by) on \(entry.on) of a daughter of whom the case file has no sign of illness; a new variant "
        + "counts in an affected child alone: \(entry.fact)",
      missing: "her signs of illness, under findings of the case file", sources: [entry.source])
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
