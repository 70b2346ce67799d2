import Flow
import Genome
import ReferenceBundle
import Settings
import TestSupport
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
    // A donor or an acceptor that stands twice: read as it was, the exon gives the same protein.
    ("c.643_647+2dup", true), ("c.968-20_975dup", true),
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

  /// ClinGen's guidance of 2024 (PMID 38103548): the phenotype is a part of what co-segregation shows.
  @Test(arguments: [true, false]) func coSegregationAndPhenotypeAreCoupled(_ isBoth: Bool) throws {
    var given = try evidence("PP4", "strong")
    if isBoth {
      given.documented += try evidence("PP1", "strong", more: "    affected_hemizygotes: 3\n")
        .documented
    }
    let result = try Bench(isTableOn: false).result(.pp4, of: "c.1190G>A", evidence: given)
    #expect(result.strength == .strong)
    #expect(result.caveats.contains { $0.hasPrefix("PP1 and PP4 are coupled") } == isBoth)
  }

  private func splice(_ score: Double) -> [ScoreEvidence] {
    [ScoreEvidence(tool: "SpliceAI", value: score, field: "INFO/SpliceAI")]
  }

  /// A splice score says nothing beside what was seen in the RNA: neither for nor against.
  @Test(arguments: [
    ("PVS1", "c.816+5G>A", 0.0, ["PVS1_Strong"]), ("PVS1", "c.816+5G>A", 0.95, ["PVS1_Strong"]),
    ("BP7", "c.816+5G>A", 0.95, ["BP7_Strong"]), ("BP7", "c.816+5G>A", 0.0, ["BP7_Strong"]),
    ("BP7", "c.736-1G>A", 0.95, ["BP7_Strong"]),
  ])
  func splicePredictionDoesNotCountBesideRNA(
    criterion: String, name: String, score: Double, codes: [String]
  ) throws {
    var evidence = try evidence(criterion, "strong", more: "    rna_assay: RT-PCR of blood\n")
    evidence.scores = splice(score)
    let rules = try #require(try Bench(isTableOn: false).classify(name, evidence: evidence).rules)
    #expect(rules.codes == codes)
    let pp3 = try #require(rules.result(.pp3))
    #expect(pp3.fact.contains("RNA was looked at, as documented by A. Geneticist"), "\(pp3.fact)")
  }

  /// A silent change whose loss was seen in the RNA is not harmless by a splice score.
  @Test func aLossInTheRNAKeepsBP7AndBP4Away() throws {
    var evidence = try evidence("PVS1", "strong", more: "    rna_assay: RT-PCR of blood\n")
    let name = "c.1191G>A"
    evidence.scores = splice(0)
    let bench = try Bench(isTableOn: false)
    let rules = try #require(try bench.classify(name, evidence: evidence).rules)
    #expect(rules.codes == ["PVS1_Strong"])
    let without = try bench.classify(name, evidence: VariantEvidence(scores: splice(0))).rules
    #expect(without?.codes == ["BP4", "BP7"])
  }

  /// Nor is a missense change by the residue's score.
  @Test func aLossInTheRNAKeepsTheResiduesScoreAway() throws {
    var evidence = try evidence("PVS1", "strong", more: "    rna_assay: RT-PCR of blood\n")
    evidence.scores = [ScoreEvidence(tool: "REVEL", value: 0.01, field: "INFO/REVEL")]
    let result = try Bench(isTableOn: false).result(.bp4, of: "c.1190G>A", evidence: evidence)
    #expect(result.outcome == .notMet && result.fact.contains("RNA shows a loss"))
  }

  /// The residue is not the splice site's: its score counts beside RNA without an effect.
  @Test func aResiduesScoreCountsBesideRNA() throws {
    var evidence = try evidence("BP7", "supporting", more: "    rna_assay: RT-PCR of blood\n")
    evidence.scores =
      splice(0.95) + [ScoreEvidence(tool: "REVEL", value: 0.95, field: "INFO/REVEL")]
    let result = try Bench(isTableOn: false).result(.pp3, of: "c.1190G>A", evidence: evidence)
    #expect(result.strength != nil && !result.fact.contains("SpliceAI"))
    #expect(result.caveats.contains { $0.contains("SpliceAI 0.95") })
  }

  /// An entry weighed lower than the predicted loss it takes the place of says so.
  @Test(arguments: [("supporting", true), ("strong", false)])
  func aWeakEntryInPlaceOfPVS1IsSaid(strength: String, isSaid: Bool) throws {
    let evidence = try evidence("BP7", strength, more: "    rna_assay: RT-PCR of blood\n")
    let result = try Bench(isTableOn: false).result(.pvs1, of: "c.736-1G>A", evidence: evidence)
    #expect(result.outcome == .notMet)
    let isTold = result.caveats.contains { $0.contains("weighed as \(strength)") }
    #expect(isTold == isSaid, "\(result.fact) \(result.caveats)")
  }

  @Test func affectedRelativesAreSaid() throws {
    let result = try Bench().result(
      .pp1, of: "c.1190G>A",
      evidence: evidence("PP1", "supporting", more: "    affected_hemizygotes: 3\n"))
    #expect(result.strength == .supporting && result.fact.contains("3 affected males with the"))
  }

  /// Healthy males without the variant bear points too, and are said.
  @Test func unaffectedRelativesAreSaid() throws {
    let result = try Bench().result(
      .pp1, of: "c.1190G>A",
      evidence: evidence(
        "PP1", "strong",
        more: "    affected_hemizygotes: 1\n    unaffected_males_without_variant: 3\n"))
    #expect(
      result.fact.contains("(1 affected male with the variant, 3 unaffected males without it)"),
      "\(result.fact)")
  }

  /// What the policy leaves out is said where it is documented.
  @Test func whatThePolicyLeavesOutIsSaid() throws {
    var policy = try EmbeddedReference.policy()
    policy.notUsed[.pp4] = "the laboratory says no"
    let bench = try Bench(isTableOn: false, policy: policy)
    let result = try bench.result(.pp4, of: "c.1190G>A", evidence: evidence("PP4", "strong"))
    #expect(result.outcome == .notEvaluated && !result.isLeftOut)
    #expect(result.fact.contains("A. Geneticist documents of it on 2026-01-31 is not counted"))
    #expect(try bench.result(.pp4, of: "c.1190G>A").isLeftOut)
  }

  /// What the policy leaves out has no say in the criteria beside it either.
  @Test func whatThePolicyLeavesOutLeavesNothingElseOut() throws {
    var policy = try EmbeddedReference.policy()
    let rna = try evidence("BP7", "supporting", more: "    rna_assay: RT-PCR of blood\n")
    let used = try Bench(isTableOn: false, policy: policy).result(
      .pvs1, of: "c.816+1G>A", evidence: rna)
    #expect(used.strength == nil, "\(used.fact)")
    policy.notUsed[.bp7] = "the laboratory says no"
    let bench = try Bench(isTableOn: false, policy: policy)
    let unused = try bench.result(.pvs1, of: "c.816+1G>A", evidence: rna)
    #expect(unused == (try bench.result(.pvs1, of: "c.816+1G>A")))
    #expect(unused.strength != nil)
  }

  /// Both count as documented; that they speak against each other is said with both.
  @Test func segregationForAndAgainstIsSaid() throws {
    var evidence = try evidence("PP1", "supporting", more: "    affected_hemizygotes: 3\n")
    let bench = try Bench(isTableOn: false)
    let alone = try bench.result(.pp1, of: "c.1190G>A", evidence: evidence)
    #expect(!alone.caveats.contains { $0.contains("BS4") })
    evidence.documented += try self.evidence("BS4", "strong", more: "").documented
    for criterion in [Criterion.pp1, .bs4] {
      let result = try bench.result(criterion, of: "c.1190G>A", evidence: evidence)
      #expect(result.strength != nil)
      #expect(
        result.caveats.contains { $0.contains("PP1") && $0.contains("BS4") }, "\(result.caveats)")
    }
  }
}
