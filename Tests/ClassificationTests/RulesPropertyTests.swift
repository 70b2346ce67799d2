import Flow
import Genome
import ReferenceBundle
import Settings
import Testing

@testable import Classification

/// What has to hold for the rules as a whole, whatever the variant.
@Suite struct RulesPropertyTests {
  /// Every kind of change, rows of the table and others.
  private static let names = [
    "c.1009C>T", "c.1190G>A", "c.1190G>T", "c.1189C>T", "c.816+1G>A", "c.816+5G>A", "c.735G>A",
    "c.543C>T", "c.751_753del", "c.1293_1294del", "c.3G>A", "c.-23+1G>C", "c.1044+459A>G",
    "c.*876A>G", "c.1010_1011delinsAG", "c.227del",
  ]

  private func rank(_ clinicalClass: ClinicalClass) -> Int {
    let order: [ClinicalClass] = [
      .benign, .likelyBenign, .uncertain, .likelyPathogenic, .pathogenic,
    ]
    return order.firstIndex(of: clinicalClass) ?? -1
  }

  private func entry(_ criterion: Criterion, _ strength: String, _ more: String) throws
    -> CaseEvidence.Entry
  {
    let yaml = """
      evidence:
        - {variant: c.1190G>A, criterion: \(criterion.rawValue), strength: \(strength), fact: x,
           by: A, on: 2026-01-31, source: y\(more)}

      """
    return try #require(try CaseEvidence(yaml: yaml, file: "case.yaml").entries.first)
  }

  /// Documented evidence of each criterion at each strength moves the rules' class its own way only.
  @Test(arguments: names)
  func documentedEvidenceMovesItsOwnWayOnly(name: String) throws {
    let bench = try Bench()
    let origin = ", child: son, mother_tested: yes, father_tested: no, parentage_confirmed: yes"
    let more: [Criterion: String] = [
      .ps2: origin, .pm6: origin, .pp1: ", affected_hemizygotes: 2",
      .bs2: ", unaffected_adult_hemizygotes: 5", .pvs1: ", rna_assay: z", .bp7: ", rna_assay: z",
    ]
    let before = try #require(try bench.classify(name).rules)
    for criterion in CaseEvidence.criteria {
      for strength in ["supporting", "moderate", "strong"] {
        let evidence = VariantEvidence(
          documented: [try entry(criterion, strength, more[criterion] ?? "")])
        let after = try #require(try bench.classify(name, evidence: evidence).rules)
        // RNA that shows less than was predicted lowers PVS1 with reason.
        if criterion == .pvs1, before.result(.pvs1)?.strength != nil { continue }
        let moved = rank(after.classByPoints) - rank(before.classByPoints)
        #expect(criterion.isBenign ? moved <= 0 : moved >= 0, "\(criterion) \(strength)")
      }
    }
  }

  /// The order of the table's rows, of scores and of documented entries changes neither class nor
  /// criteria.
  @Test(arguments: names)
  func orderOfInputNeverMatters(name: String) throws {
    let scores = [("REVEL", 0.8), ("SpliceAI", 0.05), ("AlphaMissense", 0.9)].map {
      ScoreEvidence(tool: $0.0, value: $0.1, field: "INFO/\($0.0)")
    }
    let entries = [
      try entry(.ps3, "moderate", ""), try entry(.pp4, "supporting", ""),
      try entry(.bs4, "strong", ""),
    ]
    let one = try Bench().classify(
      name, evidence: VariantEvidence(scores: scores, documented: entries))
    let other = try Bench(isTableReversed: true).classify(
      name, evidence: VariantEvidence(scores: scores.reversed(), documented: entries.reversed()))
    #expect(one.clinicalClass == other.clinicalClass && one.source == other.source)
    #expect(one.criteria == other.criteria && one.points == other.points)
    #expect(one.rules?.classByRules == other.rules?.classByRules)
  }
}
