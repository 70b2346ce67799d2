import Flow
import Genome
import Settings

/// BS2: seen in adult males documented as unaffected. People of a frequency file are not documented
/// as unaffected adults, so that its hemizygotes are told and not counted.
struct UnaffectedMalesRule {
  let input: CriterionInput

  func result() -> CriterionResult {
    let needed = input.policy.population.unaffectedHemizygotes
    if let entry = input.documented(.bs2), let males = entry.males {
      if males >= needed.value { return CaseRules.met(entry) }
      return CriterionResult(
        .bs2, .notMet,
        "\(males) documented by \(entry.by) on \(entry.on), fewer than the \(needed.value) asked for.",
        sources: [needed.source])
    }
    let males = PopulationFact(input: input).counted?.count.hemizygotes
    let seen =
      switch males {
      case nil: "None is documented."
      case 0?: "The frequency data have none."
      case let males?: "The frequency data have \(males), not documented as adults."
      }
    return CriterionResult(
      .bs2, .notEvaluated,
      "\(needed.value) unrelated adult males documented as unaffected are asked for. \(seen)",
      missing: "documented unaffected adult hemizygotes", sources: [needed.source])
  }
}
