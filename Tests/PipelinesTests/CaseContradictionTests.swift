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

  @Test func ofTwoAllelesBothCount() throws {
    let text =
      "evidence:\n" + origin("c.1190G>A", "PS2")
      + entry("c.1190G>T", "PP1", "affected_hemizygotes: 2")
    #expect(try explain("c.1190G>A", caseFile: text).rules?.result(.ps2)?.strength != nil)
    #expect(try explain("c.1190G>T", caseFile: text).rules?.result(.pp1)?.strength != nil)
  }
}
