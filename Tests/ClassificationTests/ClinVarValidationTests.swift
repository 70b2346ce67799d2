import Flow
import Foundation
import Genome
import Nomenclature
import Testing

@testable import Classification

/// The rules alone, with the table switched off, against ClinVar's classes.
@Suite struct ClinVarValidationTests {
  private let report: ClassificationReport

  init() throws {
    let bench = try Bench(isTableOn: false)
    report = ClassificationReport(bench: bench, rows: try ClinVarRow.all(on: bench.map.locus))
  }

  @Test func noneIsCalledTheOtherWayRound() {
    let outcomes = report.outcomes
    #expect(outcomes.count > 150)
    for outcome in outcomes {
      for variant in [outcome.bare, outcome.absent] {
        let contradicts =
          outcome.row.isPathogenic
          ? variant.clinicalClass.isBenignOrLikely : variant.clinicalClass.isPathogenicOrLikely
        #expect(!contradicts, "\(outcome.name) \(outcome.row.classification): \(variant.reason)")
      }
    }
  }

  /// At least 95% of nonsense, frameshift and splice variants that decay are likely pathogenic or
  /// pathogenic once a frequency file shows them absent.
  @Test func decayingVariantsAreFound() {
    let decaying = report.outcomes.filter {
      $0.row.isPathogenic && $0.row.stratum == .null
        && ($0.bare.annotated.mane?.decay?.isExpected == true
          || $0.absent.rules?.result(.pvs1)?.strength == .veryStrong)
    }
    #expect(decaying.count >= 7)
    let found = decaying.count { $0.absent.clinicalClass.isPathogenicOrLikely }
    #expect(found * 100 >= decaying.count * 95)
  }

  /// Whatever harmful score a benign variant is given, and with a file that lacks it, it stays
  /// uncertain, and no harmless score makes a pathogenic one benign by itself.
  @Test func noScoreAloneTurnsAVariantRound() {
    for outcome in report.outcomes {
      let population = PopulationEvidence.absent(alleleNumber: 1_000_000)
      for (revel, splicing) in [(0.99, 1.0), (0.0, 0.0)] {
        let evidence = VariantEvidence(
          population: population,
          scores: [
            ScoreEvidence(tool: "REVEL", value: revel, field: "INFO/REVEL"),
            ScoreEvidence(tool: "SpliceAI", value: splicing, field: "INFO/SpliceAI"),
          ])
        let given = report.bench.classify(.sequence(outcome.row.change), evidence: evidence)
        if revel > 0.5, !outcome.row.isPathogenic {
          #expect(!given.clinicalClass.isPathogenicOrLikely, "\(outcome.name)")
        }
        if revel < 0.5, outcome.row.isPathogenic {
          #expect(!given.clinicalClass.isBenignOrLikely, "\(outcome.name)")
        }
      }
    }
  }

  @Test func thePageSaysWhatTheProgramDoes() throws {
    let page = ClinVarRow.root.appending(path: "docs/classification.md")
    let text = report.text()
    if ProcessInfo.processInfo.environment["FOXP3_WRITE_CLASSIFICATION"] != nil {
      try Data(text.utf8).write(to: page)
    }
    let written = try String(contentsOf: page, encoding: .utf8)
    #expect(written == text, "make validate writes docs/classification.md anew")
  }
}
