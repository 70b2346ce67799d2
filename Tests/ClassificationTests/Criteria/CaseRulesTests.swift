import Flow
import Genome
import ReferenceBundle
import Settings
import Testing

@testable import Classification

/// PS2, PS3, PS4, PM6, PP1, PP4, BS2, BS3 and BS4 from documented evidence.
@Suite struct CaseRulesTests {
  private func evidence(
    _ criterion: String, _ strength: String = "moderate", more: String = ""
  ) throws -> VariantEvidence {
    let yaml = """
      evidence:
        - variant: c.1190G>A
          criterion: \(criterion)
          strength: \(strength)
          fact: as documented
          by: A. Geneticist
          on: 2026-01-31
          source: report 12

      """
    return VariantEvidence(
      documented: try CaseEvidence(yaml: yaml + more, file: "case.yaml").entries)
  }

  @Test(arguments: ["PS3", "PS4", "PP4", "BS3", "BS4"])
  func documentedIsMetAtTheStrengthGiven(name: String) throws {
    let criterion = try #require(Criterion(rawValue: name))
    let result = try Bench(isTableOn: false).result(
      criterion, of: "c.1190G>A", evidence: evidence(name))
    #expect(result.strength == .moderate)
    #expect(result.fact.contains("A. Geneticist on 2026-01-31"))
  }

  @Test func nothingIsGuessed() throws {
    for row in try Bench().bundle.table.rows.filter({ !$0.functionalEvidence.isEmpty }).prefix(5)
    where row.scope == .allele {
      let result = try Bench().result(.ps3, of: row.codingName)
      #expect(result.outcome == .notEvaluated && result.fact.contains(row.identifier))
    }
  }

  @Test(arguments: [(2, false), (3, true)])
  func unaffectedMenCountFromThreeOn(males: Int, isMet: Bool) throws {
    let result = try Bench().result(
      .bs2, of: "c.1190G>A",
      evidence: evidence("BS2", "strong", more: "    unaffected_adult_hemizygotes: \(males)\n"))
    #expect((result.strength == .strong) == isMet)
  }

  /// Normal splicing says nothing of a protein that is changed anyway: neither is the change silent,
  /// nor its loss of function gone.
  @Test(arguments: [
    ("c.1010G>C", false), ("c.703del", false), ("c.1A>G", false), ("c.106_466del", false),
    ("c.816+5G>A", true), ("c.816G>A", true), ("c.-23+3000del", true),
  ])
  func normalSplicingIsOfSilentChanges(name: String, counts: Bool) throws {
    let bench = try Bench(isTableOn: false)
    let normal = try evidence("BP7", "strong", more: "    rna_assay: RT-PCR of blood\n")
    let silent = try bench.result(.bp7, of: name, evidence: normal)
    #expect((silent.strength == .strong) == counts, "\(silent.fact)")
    if !counts {
      #expect(silent.outcome == .notMet)
      #expect(silent.fact.contains("normal splicing says nothing about the protein change"))
      let loss = try bench.result(.pvs1, of: name, evidence: normal)
      #expect(try loss == bench.result(.pvs1, of: name))
    }
  }

  /// RNA of the patient comes before what the sequence predicts of splicing.
  @Test func evidenceFromRNAComesFirst() throws {
    let bench = try Bench(isTableOn: false)
    let assay = "    rna_assay: RT-PCR of blood\n"
    let loss = try evidence("PVS1", "very_strong", more: assay)
    let seen = try bench.result(.pvs1, of: "c.816+5G>A", evidence: loss)
    #expect(seen.strength == .veryStrong && seen.fact.contains("from RNA (RT-PCR of blood)"))
    let none = try evidence("BP7", "strong", more: assay)
    let rules = try #require(try bench.classify("c.816+2T>A", evidence: none).rules)
    #expect(rules.result(.pvs1)?.outcome == .notMet && rules.codes == ["BP7_Strong"])
    // A stop in the exon is none of splicing's.
    #expect(try bench.result(.pvs1, of: "c.1009C>T", evidence: none).strength == .veryStrong)
  }

  @Test func affectedRelativesAreSaid() throws {
    let result = try Bench().result(
      .pp1, of: "c.1190G>A",
      evidence: evidence("PP1", "supporting", more: "    affected_hemizygotes: 3\n"))
    #expect(result.strength == .supporting && result.fact.contains("3 males"))
  }
}
