import Flow
import Genome
import Pipelines
import TestSupport
import Testing

/// What a case file can't document of one allele at once: the mother of a new variant's carrier is free of it, and so are the
/// relatives whom PP1 counts.
@Suite struct CaseContradictionTests: EvidenceRuns {
  private func entry(_ variant: String, _ criterion: String, _ more: String) -> String {
    "  - {variant: \(variant), criterion: \(criterion), strength: supporting, fact: f, by: A, "
      + "on: 2026-01-31, source: s, \(more)}\n"
  }

  private func origin(_ variant: String, _ criterion: String) -> String {
    entry(
      variant, criterion,
      "child: son, mother_tested: yes, father_tested: yes, parentage_confirmed: yes")
  }

  @Test(arguments: ["PS2", "PM6"])
  func aNewVariantDoesNotSegregate(criterion: String) throws {
    let segregation = entry("c.1190delinsA", "PP1", "affected_hemizygotes: 2")
    let error = #expect(throws: PipelineError.self) {
      try explain(
        "c.1190G>A", caseFile: "evidence:\n" + origin("c.1190G>A", criterion) + segregation)
    }
    let message = error?.message ?? ""
    #expect(error?.code == .unusable && message.contains("case.yaml:2: \(criterion) of c.1190G>A"))
    #expect(message.contains("PP1 in line 3 (c.1190delinsA)"), "\(message)")
    #expect(message.contains("germ-line mosaicism"), "\(message)")
  }

  /// Every problem of a file is told, by its lines, and once though an allele stands on two builds.
  @Test func allProblemsAreToldAtOnce() throws {
    let segregation = entry("c.1190G>A", "PP1", "affected_hemizygotes: 2")
    let wrong = ["T>A", "C>A", "T>G", "C>G"].map {
      entry("c.1190\($0)", "BS4", "").replacing(", }", with: "}")
    }
    let text =
      "evidence:\n" + wrong.joined() + origin("c.1190G>A", "PS2") + segregation
      + origin("c.1190delinsA", "PS2") + entry("c.1189C>T", "PS3", "").replacing(", }", with: "}")
      + entry("c.1189C>T", "BS3", "").replacing(", }", with: "}")
    let error = #expect(throws: PipelineError.self) { try explain("c.1190G>A", caseFile: text) }
    let lines = (error?.lines ?? []).compactMap { $0.split(separator: ":").dropFirst().first }
    #expect(lines == ["2", "3", "4", "5", "6", "8", "9"], "\(error?.message ?? "")")
  }

  @Test func ofTwoAllelesBothCount() throws {
    let text =
      "evidence:\n" + origin("c.1190G>A", "PS2")
      + entry("c.1190G>T", "PP1", "affected_hemizygotes: 2")
    #expect(try explain("c.1190G>A", caseFile: text).rules?.result(.ps2)?.strength != nil)
    #expect(try explain("c.1190G>T", caseFile: text).rules?.result(.pp1)?.strength != nil)
  }
}
