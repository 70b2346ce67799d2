import Flow
import Genome
import Settings

/// What the criteria on frequencies share: the fact as a sentence, and why there is none.
struct PopulationFact {
  let input: CriterionInput

  /// A counted allele with its filtering frequency (from the file, else computed from its counts).
  struct Counted {
    let count: PopulationCount
    let filtering: Double
    /// As `2 of 1098155 chromosomes (1.82e-6), 1 hemizygous male, …`.
    let used: String
    /// Why the file's filtering frequency is none of it, as a clause; empty where it is.
    let unused: String

    var text: String { used + unused }
  }

  var counted: Counted? {
    guard case .seen(let count, let source) = input.evidence.population else { return nil }
    let notUsed = ofGroup(count)
    let given = notUsed == nil ? filtering(count) : nil
    let filtering =
      given
      ?? FilteringFrequency.lowerBound(count: count.alleleCount, of: count.alleleNumber)
    let males =
      count.hemizygotes.map { $0 == 1 ? ", 1 hemizygous male" : ", \($0) hemizygous males" }
      ?? ", males not counted separately"
    let group = count.group.map { " in \($0)" } ?? ""
    let computed = given == nil ? " computed from the counts" : group
    return Counted(
      count: count, filtering: filtering,
      used: "\(count.alleleCount) of \(count.alleleNumber) chromosomes "
        + "(\(ShareText.text(count.frequency)))\(males); filtering allele frequency "
        + "\(ShareText.text(filtering))\(computed) (\(source))",
      unused: notUsed.map { unused($0, of: count.groupNumber) } ?? "")
  }

  private func unused(_ share: Double, of number: Int?) -> String {
    let size = number.map { "only \($0) chromosomes" } ?? "unknown size"
    return "; the file's \(ShareText.text(share)) is of a group of \(size) and was not used"
  }

  /// Older files give one copy a filtering frequency; a single one may be any patient's own.
  private func filtering(_ count: PopulationCount) -> Double? {
    count.alleleCount > 1 ? count.filteringFrequency : nil
  }

  /// The filtering frequency of a group of too few chromosomes, or of unknown many: it shows nothing.
  private func ofGroup(_ count: PopulationCount) -> Double? {
    let isLarge = count.groupNumber.map { $0 >= input.policy.population.benignChromosomes.value }
    return count.isFilteringOfAll || isLarge == true ? nil : filtering(count)
  }

  /// Not evaluated: among so few chromosomes any patient's own copy would look frequent.
  func amongTooFew(
    _ counted: Counted, _ criterion: Criterion, bound: Double
  ) -> CriterionResult? {
    let needed = input.policy.population.benignChromosomes
    let few = "fewer than \(needed.value) chromosomes can't show that it is too frequent."
    var fact = "\(counted.text); \(few)"
    if counted.count.alleleNumber >= needed.value {
      guard let share = ofGroup(counted.count), share > bound, counted.filtering <= bound else {
        return nil
      }
      let people = counted.count.groupNumber.map(String.init) ?? "an unknown number of"
      fact =
        "\(counted.used); in one group (\(counted.count.group ?? "not named")) it is "
        + "\(ShareText.text(share)) among \(people) chromosomes, and \(few)"
    }
    return CriterionResult(
      criterion, .notEvaluated, fact, missing: "a larger frequency file", sources: [needed.source])
  }

  /// Not evaluated: females live with what makes males ill, so that the males' own count has to show that the allele is
  /// too frequent. A single male may be a patient himself. Without a count of males only BA1's bound stands: so many
  /// carriers there are of no allele that makes their sons ill.
  func amongTooFewMales(
    _ counted: Counted, _ criterion: Criterion, bound: Double
  ) -> CriterionResult? {
    guard !isFrequentInMalesOfGroup(counted.count, bound) else { return nil }
    guard let males = counted.count.hemizygotes else { return withoutMales(counted, criterion) }
    guard let want = wantOfMales(males, of: counted.count.maleNumber, bound) else { return nil }
    let population = input.policy.population
    return CriterionResult(
      criterion, .notEvaluated, "\(counted.text); \(want).",
      missing: "\(males == 0 ? "" : "more ")hemizygous males in a frequency file",
      sources: [population.prevalenceInMales.source, population.benignChromosomes.source])
  }

  private func withoutMales(_ counted: Counted, _ criterion: Criterion) -> CriterionResult? {
    guard counted.filtering <= input.policy.population.standAloneFrequency.value else { return nil }
    return CriterionResult(
      criterion, .notEvaluated,
      "\(counted.text); it does not show that males stay healthy with it.",
      missing: "a frequency file that counts males",
      sources: [input.policy.population.prevalenceInMales.source])
  }

  /// Whether the males of the group that the filtering frequency is of show it by themselves.
  private func isFrequentInMalesOfGroup(_ count: PopulationCount, _ bound: Double) -> Bool {
    guard let males = count.groupMales,
      males.number >= input.policy.population.benignChromosomes.value
    else { return false }
    return FilteringFrequency.lowerBound(count: males.hemizygotes, of: males.number) > bound
  }

  /// What the males' own count leaves to be shown, as a clause; `nil` where it shows a frequency above the bound, or
  /// where only the males with the allele are counted and they are several.
  private func wantOfMales(_ males: Int, of number: Int?, _ bound: Double) -> String? {
    let health = "it does not show that males stay healthy with it"
    if males == 0 { return "seen in females alone \(health)" }
    guard let number else { return males == 1 ? "seen in a single male \(health)" : nil }
    let seen = "seen in \(males) of \(number) males"
    let needed = input.policy.population.benignChromosomes.value
    if number < needed {
      return "\(seen), and fewer than \(needed) males can't show that it is too frequent"
    }
    let filtering = FilteringFrequency.lowerBound(count: males, of: number)
    guard filtering <= bound else { return nil }
    return
      "\(seen), a filtering allele frequency of \(ShareText.text(filtering)): that it is above "
      + "\(ShareText.text(bound)) in males is not shown"
  }

  /// The result of a criterion that asks for a frequency above a bound and has none to look at.
  func withoutCount(_ criterion: Criterion) -> CriterionResult {
    switch input.evidence.population {
    case .noFile, .seen:
      return CriterionResult(
        criterion, .notEvaluated, "No frequency file was given.",
        missing: "a gnomAD sites file of the region (--frequencies)")
    case .notCovered(let reason):
      return CriterionResult(
        criterion, .notEvaluated, "The frequency file does not cover the position: \(reason).",
        missing: "a frequency file that covers the position")
    case .filtered(let filters):
      return CriterionResult(
        criterion, .notEvaluated,
        "The frequency file has the allele in a record that failed "
          + "\(filters.joined(separator: ", ")): neither its presence nor its absence is shown.",
        missing: "a frequency file in which the allele passes")
    case .shareOnly(let share, let source):
      return CriterionResult(
        criterion, .notEvaluated,
        "Only a raw share is known, \(ShareText.text(share)) (\(source)), not of how many "
          + "chromosomes.",
        missing: "a gnomAD sites file of the region (--frequencies)")
    case .tooLong(let bases, let limit):
      return CriterionResult(
        criterion, .notEvaluated,
        "The change is \(bases) bases long. A file of small variants does not list changes of more "
          + "than \(limit) bases: that it lacks this one shows nothing.",
        missing: "how often structural variants of the place are seen",
        sources: [input.policy.population.longestSmallChange.source])
    case .absent(let number):
      return CriterionResult(criterion, .notMet, PopulationFact.absent(number))
    }
  }

  /// `number`: chromosomes looked at beside the allele's place, on the side with fewer.
  static func absent(_ number: Int) -> String {
    "The frequency file does not have the allele; \(number) chromosomes or more were looked at on "
      + "both sides."
  }
}
