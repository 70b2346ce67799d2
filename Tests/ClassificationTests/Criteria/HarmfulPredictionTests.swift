import Flow
import Genome
import Testing

@testable import Classification

/// PP3: the bounds of Pejaver 2022 (table 2) and Walker 2023, ends included as printed there.
@Suite struct HarmfulPredictionTests {
  @Test(arguments: [
    (0.643, nil), (0.644, EvidenceStrength.supporting), (0.773, .moderate), (0.931, .moderate),
    (0.932, .strong), (0.4, nil),
  ])
  func revel(score: Double, strength: EvidenceStrength?) throws {
    let bench = try Bench(isTableOn: false)
    // Residue 38 lies in no domain of PM1.
    let result = try bench.result(.pp3, of: "c.112G>T", evidence: .scored(("REVEL", score)))
    #expect(result.strength == strength)
  }

  @Test func onlyTheToolChosenBeforehandCounts() throws {
    let result = try Bench().result(
      .pp3, of: "c.112G>T", evidence: .scored(("AlphaMissense", 0.999)))
    #expect(result.outcome == .notEvaluated)
  }

  @Test(arguments: [(0.19, nil), (0.2, EvidenceStrength.supporting)])
  func splicing(score: Double, strength: EvidenceStrength?) throws {
    let result = try Bench().result(
      .pp3, of: "c.816+5G>A", evidence: .scored(("SpliceAI", score)))
    #expect(result.strength == strength)
  }

  /// Of the residue's and of splicing.
  @Test(arguments: [(0.95, EvidenceStrength.strong), (0.65, .supporting), (0.3, .supporting)])
  func theStrongerOfTwoPredictionsCounts(revel: Double, strength: EvidenceStrength) throws {
    let result = try Bench(isTableOn: false).result(
      .pp3, of: "c.112G>T", evidence: .scored(("REVEL", revel), ("SpliceAI", 0.3)))
    #expect(result.strength == strength)
  }

  @Test func aScoreOfSeveralValuesIsOpen() throws {
    var evidence = VariantEvidence.scored(("SpliceAI", 0.01))
    evidence.scoreDoubts = [ScoreDoubt(tool: "REVEL", reason: "REVEL has different values.")]
    let result = try Bench(isTableOn: false).result(.pp3, of: "c.112G>T", evidence: evidence)
    #expect(result.outcome == .notEvaluated && result.fact.contains("different values"))
  }

  @Test func notBesidePVS1() throws {
    let result = try Bench().result(
      .pp3, of: "c.967+1G>A", evidence: .scored(("SpliceAI", 0.99)))
    #expect(result.outcome == .notMet && result.caveats.contains { $0.contains("PVS1") })
  }

  @Test func cappedTogetherWithPM1() throws {
    let bench = try Bench(isTableOn: false)
    let rules = try #require(
      try bench.classify("c.1157G>A", evidence: .scored(("REVEL", 0.99))).rules)
    #expect(rules.codes == ["PM1", "PP3_Moderate"])
    #expect(rules.points == 4)
  }

  @Test func noScoreIsNotEvaluated() throws {
    let result = try Bench().result(.pp3, of: "c.112G>T")
    #expect(result.outcome == .notEvaluated && result.missing?.contains("REVEL") == true)
  }
}
