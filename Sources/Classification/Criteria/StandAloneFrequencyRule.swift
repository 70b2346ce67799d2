import Flow
import Genome
import Settings

/// BA1: so frequent that it can't cause a rare disease. Stands alone.
struct StandAloneFrequencyRule {
  let input: CriterionInput

  func result() -> CriterionResult {
    let fact = PopulationFact(input: input)
    guard let counted = fact.counted else { return fact.withoutCount(.ba1) }
    let bound = input.policy.population.standAloneFrequency
    if let few = fact.amongTooFew(counted, .ba1, bound: bound.value) { return few }
    let isMet = counted.filtering > bound.value
    if isMet, let few = fact.amongTooFewMales(counted, .ba1, bound: bound.value) { return few }
    return CriterionResult(
      .ba1, isMet ? .met(.standAlone) : .notMet,
      "\(counted.text); \(isMet ? "above" : "not above") \(ShareText.text(bound.value)).",
      sources: [bound.source])
  }
}
