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
    case .absent where !input.evidence.parts.isEmpty,
      .tooLong where !input.evidence.parts.isEmpty:
      return joined()
    case .absent(let number):
      return CriterionResult(
        .pm2, .met(.supporting),
        PopulationFact.absent(number),
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

  /// A frequency file lists the parts of a joined allele one by one. The whole is no more frequent
  /// than its rarest part; where all are common, how often they stand together is not shown.
  private func joined() -> CriterionResult {
    let rare = input.evidence.parts.first { $0.rules?.result(.pm2)?.strength != nil }
    guard let rare, let result = rare.rules?.result(.pm2) else {
      return CriterionResult(
        .pm2, .notEvaluated,
        "The frequency file does not list the joined allele, and none of its parts is shown to be "
          + "rare by itself.",
        missing: "a frequency file that lists the joined allele")
    }
    let name = rare.annotated.mane?.codingName ?? "one part"
    return CriterionResult(
      .pm2, .met(.supporting), "No more frequent than its part \(name): \(result.fact)",
      sources: result.sources)
  }

  private func counted(_ bound: Double) -> CriterionResult {
    let fact = PopulationFact(input: input)
    guard let counted = fact.counted else { return fact.withoutCount(.pm2) }
    let population = input.policy.population
    let share = ShareText.text(counted.count.frequency)
    guard counted.count.frequency <= bound else {
      return CriterionResult(
        .pm2, .notMet, "\(counted.text); the share of all, \(share), is above \(boundText).")
    }
    guard counted.count.alleleNumber >= population.minimumChromosomes.value else {
      return CriterionResult(
        .pm2, .notEvaluated,
        "\(counted.text); fewer than \(population.minimumChromosomes.value) chromosomes can't show "
          + "that it is rare enough.",
        missing: "a larger frequency file")
    }
    return CriterionResult(
      .pm2, .met(.supporting),
      "\(counted.text); the share of all, \(share), is not above \(boundText).",
      caveats: hemizygotes(counted.count),
      sources: [RarityRule.source, population.prevalenceInMales.source])
  }

  /// A boy with IPEX is not expected among people not chosen for it.
  private func hemizygotes(_ count: PopulationCount) -> [String] {
    guard let males = count.hemizygotes, males > 0 else { return [] }
    return [
      "\(males) male\(males == 1 ? " has" : "s have") it on the only X, among people not chosen for IPEX: "
        + "the bound speaks of the share alone, and a person has to weigh that."
    ]
  }

  private var boundText: String {
    "\(ShareText.text(input.policy.population.maximumCredibleFrequency)), the most that IPEX allows "
      + "of one allele"
  }
}
