import Flow
import Genome
import Settings

@testable import Classification

/// The part of `docs/classification.md` on scores: none of the facts carries one, so that each bound of
/// the policy is supplied in turn and the classes are counted.
struct WhatIf {
  let bench: Bench
  let outcomes: [ClassificationReport.Outcome]

  var text: String { [missense, silent].joined(separator: "\n") }

  /// What is supplied beside a frequency file that covers the place without the allele.
  private struct Supply {
    let name: String
    var scores: [ScoreEvidence]
    var population = PopulationEvidence.absent(alleleNumber: 1_000_000)
  }

  private func score(_ tool: String, _ value: Double) -> ScoreEvidence {
    ScoreEvidence(tool: tool, value: value, field: "INFO/\(tool)")
  }

  // MARK: Missense

  private var supplies: [Supply] {
    let name = bench.policy.scores.missenseTool.value
    guard let tool = bench.policy.scores.tool(name) else { return [] }
    let bounds =
      tool.benign.sorted { $0.value < $1.value }.map { ("BP4 \($0.key.words)", $0.value) }
      + tool.pathogenic.sorted { $0.value < $1.value }.map { ("PP3 \($0.key.words)", $0.value) }
    return [Supply(name: "no score", scores: [])]
      + bounds.map { what, value in
        Supply(
          name: "\(name) \(ShareText.text(value)) (\(what)), SpliceAI 0",
          scores: [score(name, value), score(AcmgPolicy.Scores.spliceTool, 0)])
      }
  }

  private var missense: String {
    var lines = [
      "## Missense variants, by place and by what a score would change", "",
      "No score file was at hand and none is built in: these are no results on real scores. Each bound of",
      "the policy is supplied to every variant in turn, beside a frequency file that covers the place and",
      "lacks the allele; the figures say what a score can and can't do.", "",
      "| ClinVar | place | supplied | n | P | LP | uncertain | LB | B |",
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for isPathogenic in [true, false] {
      for place in ["forkhead", "leucine zipper", "elsewhere"] {
        let group = outcomes.filter {
          $0.row.isPathogenic == isPathogenic && $0.row.stratum == .missense
            && self.place(of: $0) == place
        }
        guard !group.isEmpty else { continue }
        for supply in supplies {
          lines.append(line(isPathogenic ? "P, LP" : "B, LB", place, supply, group))
        }
      }
    }
    return (lines + [""]).joined(separator: "\n")
  }

  private func place(of outcome: ClassificationReport.Outcome) -> String {
    let regions = outcome.bare.annotated.mane?.regions ?? []
    return bench.policy.hotspots.regions.value.first(where: regions.contains) ?? "elsewhere"
  }

  // MARK: Benign variants

  private var silent: String {
    let none = Supply(
      name: "SpliceAI 0", scores: [score(AcmgPolicy.Scores.spliceTool, 0)], population: .noFile)
    let frequent = Supply(
      name: "10 of 100000 chromosomes, 3 males", scores: [],
      population: .seen(
        PopulationCount(alleleCount: 10, alleleNumber: 100_000, hemizygotes: 3), source: "made up"))
    var both = none
    both.population = frequent.population
    let supplies = [
      none, frequent,
      Supply(
        name: "both", scores: both.scores, population: both.population),
    ]
    var lines = [
      "## What benign variants need", "",
      "The same for ClinVar's benign and likely benign variants: what they reach with a SpliceAI score of 0",
      "for each, and with a count whose filtering frequency is above BS1's bound. Made up, both.",
      "",
      "| ClinVar | kind | supplied | n | P | LP | uncertain | LB | B |",
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for stratum in ClinVarRow.Stratum.allCases {
      let group = outcomes.filter { !$0.row.isPathogenic && $0.row.stratum == stratum }
      guard !group.isEmpty else { continue }
      lines += supplies.map { line("B, LB", stratum.rawValue, $0, group) }
    }
    return (lines + [""]).joined(separator: "\n")
  }

  private func line(
    _ word: String, _ kind: String, _ supply: Supply,
    _ group: [ClassificationReport.Outcome]
  ) -> String {
    let evidence = VariantEvidence(population: supply.population, scores: supply.scores)
    let classes = group.map {
      bench.classify(.sequence($0.row.change), evidence: evidence).clinicalClass
    }
    return ClassificationReport.line(word, kind, supply.name, classes)
  }
}
