import Flow
import Genome
import Nomenclature
import ReferenceBundle
import Settings
import Testing

@testable import Classification

/// PM5.
@Suite struct SameResidueTests {
  @Test(arguments: Assembly.allCases)
  func anotherChangeOfTheResidue(assembly: Assembly) throws {
    let rules = try #require(try Bench().classify("c.1190G>T", on: assembly).rules)
    #expect(rules.result(.pm5)?.strength == .moderate)
    #expect(rules.result(.pm5)?.fact.contains("c.1189C>T") == true)
  }

  /// c.694T>G (pathogenic) rests on one star, c.439C>G is uncertain, and c.751_753del is no replacement.
  @Test(arguments: ["c.695G>A", "c.439C>A", "c.752A>G"])
  func otherRowsOfTheResidueCarryNothing(name: String) throws {
    let variant = try Bench().classify(name)
    #expect(variant.evidence.contains { $0.relation == .sameResidue })
    let result = try #require(variant.rules?.result(.pm5))
    #expect(result.outcome == .notMet, "\(result.fact)")
    #expect(result.fact.hasPrefix("No deciding row"), "\(result.fact)")
  }

  /// Both rows of residue 397 by another word.
  @Test(arguments: [("missense", true), ("aberrant splicing", false)])
  func aRowThatActsThroughSplicingCarriesNothing(mechanism: String, isMet: Bool) throws {
    let result = try Bench(mechanisms: ["c.1189C>T": mechanism, "c.1190G>A": mechanism])
      .result(.pm5, of: "c.1190G>T")
    #expect((result.strength != nil) == isMet, "\(result.fact)")
  }

  /// c.1190G>A's row rests on "same residue as R397W": it can't carry c.1189C>T in turn, and is named.
  @Test func aRowThatLeansOnTheVariantIsNamed() throws {
    let result = try Bench().result(.pm5, of: "c.1189C>T")
    #expect(result.outcome == .notMet)
    #expect(result.fact.contains("c.1190G>A") && result.fact.contains("in turn"))
  }

  /// c.1015C>T's row knows "another disease change of the same residue": c.1015C>G, which is listed, and no third.
  @Test func aReasonWithoutANameMeansTheListedChanges() throws {
    let listed = try Bench().result(.pm5, of: "c.1015C>G")
    #expect(listed.outcome == .notMet && listed.fact.contains("c.1015C>T"), "\(listed.fact)")
    let third = try Bench().result(.pm5, of: "c.1016C>T")
    #expect(third.strength == .moderate && third.fact.contains("c.1015C>T"), "\(third.fact)")
  }

  /// What a row's reason says of another change than the one at hand, or not of the residue, is no leaning.
  @Test(arguments: [
    ("Two reports; another disease change of the same residue is known.", false),
    ("Two reports; same residue as Pro339Leu.", true), ("Two reports.", true),
  ])
  func onlyAReasonOfTheResidueLeans(reason: String, isMet: Bool) throws {
    let result = try Bench(reasons: ["c.1015C>T": reason]).result(.pm5, of: "c.1015C>G")
    #expect((result.strength != nil) == isMet, "\(result.fact)")
  }

  @Test func notBesidePS1() throws {
    let rules = try #require(try Bench().classify("c.1010_1011delinsAG").rules)
    #expect(rules.result(.pm5)?.strength == nil)
  }

  @Test func aPredictedSpliceEffectTakesTheCommonGround() throws {
    let result = try Bench().result(.pm5, of: "c.1190G>T", evidence: .scored(("SpliceAI", 0.4)))
    #expect(result.outcome == .notMet)
  }

  /// The bound from which on an effect on splicing is predicted.
  @Test(arguments: [(0.2, false), (0.19, true)])
  func aPredictedEffectOnSplicingIsNoCommonGround(score: Double, isMet: Bool) throws {
    let result = try Bench().result(
      .pm5, of: "c.1190G>T", evidence: .scored(("SpliceAI", score)))
    #expect((result.strength == .moderate) == isMet, "\(result.fact)")
  }

  /// Values that can't be told apart leave it open; no effect seen in the RNA settles it.
  @Test func anOpenSpliceScoreLeavesItOpenAndRNASettlesIt() throws {
    let doubt = ScoreDoubt(tool: "SpliceAI", reason: "SpliceAI has different values.")
    let open = try Bench().result(
      .pm5, of: "c.1190G>T", evidence: VariantEvidence(scoreDoubts: [doubt]))
    #expect(open.outcome == .notEvaluated && open.fact.contains("different values"))
    var evidence = VariantEvidence.scored(("SpliceAI", 0.4))
    evidence.documented = try CaseEvidence(
      yaml: """
        evidence:
          - {variant: c.1190G>T, criterion: BP7, strength: strong, fact: spliced as before, by: A,
             on: 2026-01-31, source: report 12, rna_assay: RT-PCR of blood}
        """, file: "case.yaml"
    ).entries
    #expect(try Bench().result(.pm5, of: "c.1190G>T", evidence: evidence).strength == .moderate)
  }

  /// By the change and not by a table's word for it, of which a laboratory may write any.
  @Test(arguments: [
    ("p.(Arg397Trp)", true), ("p.(Arg337Ter)", false), ("p.(Ser181=)", false), ("p.(Met1?)", false),
    ("p.(Glu412SerfsTer181)", false), ("p.(Glu251del)", false), ("p.(Ter432GlnextTer25)", false),
    ("p.(Met1Val)", false), (nil, false),
  ])
  func aMissenseRowIsToldByItsProtein(_ name: String?, _ isMissense: Bool) throws {
    var row = try #require(try Bench().bundle.table.rows.first { $0.mechanism == "missense" })
    row.mechanism = "Missense variant"
    let evidence = TableEvidence(row: row, relation: .sameResidue, rowProteinName: name)
    #expect(Comparators.isMissenseRow(evidence) == isMissense)
  }

  /// As Reference/README.md has it: by how the word begins. What speaks of splicing otherwise carries nothing.
  @Test(arguments: [
    ("splice", true, true), ("Splice_donor", true, true), ("Splicing defect", true, true),
    ("aberrant splicing", false, true), ("Missense", false, false),
    ("missense_without_splicing_effect", false, false), ("missense, splicing normal", false, false),
  ])
  func aSpliceRowIsToldByItsWord(
    _ mechanism: String, _ isSplice: Bool, _ speaksOfSplicing: Bool
  ) throws {
    var row = try #require(try Bench().bundle.table.rows.first)
    row.mechanism = mechanism
    #expect(row.isOfSplicing == isSplice)
    #expect(row.speaksOfSplicing == speaksOfSplicing)
  }

  /// c.967G>A (FX0075) is the last base of exon 9: without a score of it, it may act through splicing.
  @Test(arguments: [(nil, nil), (0.05, EvidenceStrength.supporting), (0.6, nil)])
  func aRowInASpliceMotifNeedsItsScore(score: Double?, strength: EvidenceStrength?) throws {
    var evidence = VariantEvidence.scored(("SpliceAI", 0))
    evidence.rowSpliceScores["FX0075"] = score
    let result = try Bench().result(.pm5, of: "c.968A>G", evidence: evidence)
    #expect(result.strength == strength, "\(result.fact)")
    guard strength == nil else { return }
    #expect(result.fact.contains("FX0075 c.967G>A"), "\(result.fact)")
    #expect((result.outcome == .notEvaluated) == (score == nil))
    #expect((result.missing?.contains("SpliceAI score of c.967G>A") == true) == (score == nil))
  }
}
