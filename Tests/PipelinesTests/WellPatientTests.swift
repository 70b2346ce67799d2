import Flow
import Genome
import Pipelines
import Settings
import TestSupport
import Testing

/// Evidence of an ill patient beside findings that say otherwise.
@Suite struct WellPatientTests: EvidenceRuns {
  private func findings(_ answers: [String: String]) -> String {
    "findings:\n"
      + answers.sorted { $0.key < $1.key }.enumerated().map { number, answer in
        "  - {about: \(answer.key), term: HP:000000\(number), name: \(answer.key), present: \(answer.value), by: B, "
          + "on: 2026-01-30}\n"
      }.joined()
  }

  private let triad = ["enteropathy": "no", "endocrinopathy": "no", "dermatitis": "no"]

  private func evidence(_ criterion: String, child: String = "") -> String {
    let origin =
      child.isEmpty
      ? ""
      : ", child: \(child), mother_tested: yes, father_tested: yes, parentage_confirmed: yes"
    return
      "evidence:\n  - {variant: c.1163A>G, criterion: \(criterion), strength: strong, fact: f, by: A, "
      + "on: 2026-01-31, source: s\(origin)}\n"
  }

  private func result(_ criterion: Criterion, _ caseFile: String) throws -> CriterionResult {
    try #require(try explain("c.1163A>G", caseFile: caseFile).rules?.result(criterion))
  }

  @Test(arguments: [("PP4", ""), ("PS2", "son"), ("PM6", "son"), ("PS2", "daughter")])
  func withoutAnyOfTheTriadItIsRefused(criterion: String, child: String) throws {
    let error = #expect(throws: PipelineError.self) {
      try explain(
        "c.1163A>G", caseFile: evidence(criterion, child: child) + findings(triad))
    }
    let message = error?.message ?? ""
    #expect(error?.code == .unusable)
    #expect(message.contains("case.yaml:2: \(criterion) of c.1163A>G documents"), "\(message)")
    #expect(message.contains("dermatitis as absent"), "\(message)")
  }

  /// A part of it, or nothing of one, leaves the weighing to the laboratory; other criteria say nothing of signs.
  @Test func aPartOfTheTriadIsEnough() throws {
    var answers = triad
    answers["dermatitis"] = "yes"
    #expect(try result(.pp4, evidence("PP4") + findings(answers)).strength == .strong)
    answers["dermatitis"] = nil
    #expect(try result(.pp4, evidence("PP4") + findings(answers)).strength == .strong)
    #expect(try result(.ps3, evidence("PS3") + findings(triad)).strength == .strong)
  }

  /// IPEX is more than the triad: a new variant is also of a child who is ill in another way.
  @Test func anotherSignMakesAChildIll() throws {
    let answers = triad.merging(["other": "yes"]) { first, _ in first }
    #expect(try result(.ps2, evidence("PS2", child: "son") + findings(answers)).strength == .strong)
    #expect(throws: PipelineError.self) {
      try result(.pp4, evidence("PP4") + findings(answers))
    }
  }

  @Test func aDaughtersNewVariantCountsWhereSheIsIll() throws {
    for criterion in [Criterion.ps2, .pm6] {
      let own = evidence(criterion.rawValue, child: "daughter")
      let open = try result(criterion, own)
      #expect(open.outcome == .notEvaluated && open.missing != nil)
      #expect(open.fact.contains("an affected child alone: f"), "\(open.fact)")
      let ill = try result(criterion, own + findings(["enteropathy": "yes"]))
      #expect(ill.strength == .strong)
      let son = evidence(criterion.rawValue, child: "son")
      #expect(try result(criterion, son).strength == .strong)
    }
  }

  /// What was published of another child, who is ill, hangs neither on the patient's findings nor on the patient's family.
  @Test(arguments: ["son", "daughter"])
  func aPublishedChildIsNotThePatient(child: String) throws {
    let published = evidence("PS2", child: child + ", published: yes")
    let found = try result(.ps2, published + findings(triad))
    #expect(found.strength == .strong && found.isOfPublished)
    #expect(found.fact == "Documented of a published patient by A on 2026-01-31: f")
    let segregation =
      "  - {variant: c.1163A>G, criterion: PP1, strength: supporting, fact: f, by: A, on: 2026-01-31, source: s, "
      + "affected_hemizygotes: 1}\n"
    #expect(try result(.pp1, published + segregation).strength == .supporting)
    let own =
      "  - {variant: c.1163A>G, criterion: PM6, strength: moderate, fact: f, by: A, on: 2026-01-31, source: s, child: son, "
      + "mother_tested: yes, father_tested: no, parentage_confirmed: no}\n"
    #expect(try result(.pm6, published + own).strength == .moderate)
  }
}
