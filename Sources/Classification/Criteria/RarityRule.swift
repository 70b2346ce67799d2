import Flow
import Genome
import Settings

/// PM2, supporting: absent from, or in no more people than IPEX allows of, a frequency file that
/// covers the position. Absence from a short list is not absence.
struct RarityRule {
  let input: CriterionInput

  private static let source = "ClinGen SVI, PM2 version 1.0 (2020): supporting only"

  func result() -> CriterionResult {
    let population = input.policy.population
    let bound = population.maximumCredibleFrequency
    switch input.evidence.population {
    case .absent(let number):
      return CriterionResult(
        .pm2, .met(.supporting),
        "The frequency file does not have the allele; \(number) chromosomes or more were looked at "
          + "on both sides.",
        sources: [RarityRule.source, population.minimumChromosomes.source])
    case .shareOnly(let share, let source) where share > bound:
      return CriterionResult(
        .pm2, .notMet, "Seen at \(ShareText.text(share)) (\(source)), above \(boundText).")
    case .seen:
      return counted(bound)
    default:
      return PopulationFact(input: input).withoutCount(.pm2)
    }
  }

  private func counted(_ bound: Double) -> CriterionResult {
    let fact = PopulationFact(input: input)
    guard let counted = fact.counted else { return fact.withoutCount(.pm2) }
    let population = input.policy.population
    guard counted.count.frequency <= bound else {
      return CriterionResult(.pm2, .notMet, "\(counted.text); above \(boundText).")
    }
    guard counted.count.alleleNumber >= population.minimumChromosomes.value else {
      return CriterionResult(
        .pm2, .notEvaluated,
        "\(counted.text); fewer than \(population.minimumChromosomes.value) chromosomes can't show "
          + "that it is rare enough.",
        missing: "a larger frequency file")
    }
    return CriterionResult(
      .pm2, .met(.supporting), "\(counted.text); not above \(boundText).",
      sources: [RarityRule.source, population.prevalenceInMales.source])
  }

  private var boundText: String {
    "\(ShareText.text(input.policy.population.maximumCredibleFrequency)), the most that IPEX allows "
      + "of one allele"
  }
}
