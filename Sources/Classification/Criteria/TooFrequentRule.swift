import Flow
import Genome
import Settings

/// BS1: more frequent than an allele that causes IPEX can be, by the filtering allele frequency.
struct TooFrequentRule {
  let input: CriterionInput

  func result() -> CriterionResult {
    let fact = PopulationFact(input: input)
    guard let counted = fact.counted else { return fact.withoutCount(.bs1) }
    let population = input.policy.population
    let bound = population.strongBenignFrequency
    if let few = fact.amongTooFew(counted, .bs1, bound: bound) { return few }
    let isMet = counted.filtering > bound
    if isMet, let few = fact.amongTooFewMales(counted, .bs1, bound: bound) { return few }
    return CriterionResult(
      .bs1, isMet ? .met(.strong) : .notMet,
      "\(counted.text); \(isMet ? "above" : "not above") \(TooFrequentRule.derivation(population)).",
      sources: [
        population.prevalenceInMales.source, population.allelicShare.source,
        population.penetrance.source, population.safetyFactor.source,
      ])
  }

  /// How the bound comes about, in numbers.
  static func derivation(_ population: AcmgPolicy.Population) -> String {
    "\(ShareText.text(population.strongBenignFrequency)) = "
      + "\(ShareText.text(population.safetyFactor.value)) x prevalence among males "
      + "\(ShareText.text(population.prevalenceInMales.value)) x share of one allele "
      + "\(ShareText.text(population.allelicShare.value)) / penetrance "
      + ShareText.text(population.penetrance.value)
  }
}
