import Genome
@testable import Settings
import Testing

@Suite struct CaseEvidenceTests {
  private static let functional = """
    evidence:
      - variant: c.1190G>A
        criterion: PS3
        strength: moderate
        fact: no suppression by transduced T cells
        by: A. Geneticist
        on: 2026-01-31
        source: laboratory report 12

    """

  private func problems(_ yaml: String) -> [SettingsProblem] {
    do {
      _ = try CaseEvidence(yaml: yaml, file: "case.yaml")
      return []
    } catch {
      return error.problems
    }
  }

  @Test func anEntryIsReadWhole() throws {
    let entry = try #require(
      try CaseEvidence(yaml: CaseEvidenceTests.functional, file: "case.yaml").entries.first)
    #expect(entry.variant == "c.1190G>A" && entry.criterion == .ps3 && entry.strength == .moderate)
    #expect(entry.by == "A. Geneticist" && entry.on == "2026-01-31" && entry.line == 2)
  }

  @Test func aNameOnTheChromosomeIsRead() throws {
    let name = "NC_000023.11:g.49263364_49264752del"
    let text = CaseEvidenceTests.functional.replacing("c.1190G>A", with: name)
    let entry = try #require(try CaseEvidence(yaml: text, file: "case.yaml").entries.first)
    #expect(entry.variant == name && entry.isGenomic && entry.build == nil)
  }

  @Test(arguments: [
    ("criterion: PS3", "criterion: PM2", "is not one that a case documents"),
    ("criterion: PS3", "criterion: PX3", "is not one of"),
    ("strength: moderate", "strength: very_strong", "supporting, moderate or strong"),
    ("    by: A. Geneticist\n", "", "by is missing"),
    ("by: A. Geneticist", "by: ~", "by is empty"),
    ("fact: no suppression by transduced T cells", "fact: null", "fact is empty"),
    ("on: 2026-01-31", "on: yesterday", "write a day"),
    ("variant: c.1190G>A", "variant: R397Q", "has to be a c. name"),
    (
      "variant: c.1190G>A", "variant: NC_000023.11:g.49251440C>T\n    build: GRCh38",
      "build can't stand beside a g. name"
    ),
    ("variant: c.1190G>A", "variant: g.49251440C>T", "a g. name with the accession"),
    ("variant: c.1190G>A", "variant: NM_014009.4:c.1190G>A", "without accession"),
    ("    fact:", "    build: hg19\n    fact:", "is not one of: GRCh37, GRCh38"),
    ("criterion: PS3", "criterion: PP1", "affected_hemizygotes is missing"),
    (
      "    fact:", "    unaffected_males_without_variant: 1\n    fact:",
      "is not a key known here"
    ),
    ("criterion: PS3", "criterion: PS2", "child is missing"),
    ("    fact:", "    healthy_carriers: 3\n    fact:", "is not a key known here"),
  ])
  func everyMistakeIsToldWithItsLine(old: String, new: String, message: String) {
    let text = CaseEvidenceTests.functional.replacing(old, with: new)
    let found = problems(text).first { $0.message.contains(message) }
    #expect(found?.line != nil, "\(problems(text))")
  }

  private func origin(_ child: String, _ mother: String, _ father: String, _ confirmed: String)
    -> String
  {
    CaseEvidenceTests.functional.replacing("PS3", with: "PS2")
      + "    child: \(child)\n    mother_tested: \(mother)\n    father_tested: \(father)\n"
      + "    parentage_confirmed: \(confirmed)\n"
  }

  /// A son needs his mother tested, a daughter both parents, PS2 the parents' identity confirmed.
  @Test(arguments: [
    ("son", "yes", "no", "yes", true), ("son", "no", "yes", "yes", false),
    ("daughter", "yes", "no", "yes", false), ("daughter", "yes", "yes", "yes", true),
    ("son", "yes", "no", "no", false), ("child", "yes", "yes", "yes", false),
  ])
  func aNewVariantNeedsTheRightParents(
    child: String, mother: String, father: String, confirmed: String, isPossible: Bool
  ) {
    #expect(problems(origin(child, mother, father, confirmed)).isEmpty == isPossible)
  }

  /// What was seen in RNA is PVS1 or BP7, with the assay; PVS1 alone can be very strong.
  @Test(arguments: [
    ("PVS1", "very_strong", true, true), ("PVS1", "strong", false, false),
    ("BP7", "strong", true, true), ("BP7", "very_strong", true, false),
    ("PS3", "strong", true, false),
  ])
  func evidenceFromRNA(criterion: String, strength: String, hasAssay: Bool, isRight: Bool) {
    let text =
      CaseEvidenceTests.functional.replacing("PS3", with: criterion)
      .replacing("moderate", with: strength) + (hasAssay ? "    rna_assay: RT-PCR of blood\n" : "")
    #expect(problems(text).isEmpty == isRight, "\(problems(text))")
  }

  @Test(arguments: ["{}", "", "# nothing\n"])
  func aFileThatDocumentsNothingIsWrong(text: String) {
    #expect(!problems(text).isEmpty)
  }

  @Test func oneCriterionOnceForAVariant() {
    let twice =
      CaseEvidenceTests.functional + CaseEvidenceTests.functional.dropFirst("evidence:\n".count)
    #expect(problems(twice).contains { $0.message.contains("above already") })
  }
}
