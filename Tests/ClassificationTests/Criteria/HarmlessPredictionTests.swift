import Flow
import Genome
import Testing

@testable import Classification

/// BP4.
@Suite struct HarmlessPredictionTests {
  @Test(arguments: [
    (0.003, EvidenceStrength.veryStrong), (0.016, .strong), (0.183, .moderate), (0.29, .supporting),
    (0.291, nil),
  ])
  func revel(score: Double, strength: EvidenceStrength?) throws {
    let result = try Bench().result(.bp4, of: "c.112G>T", evidence: .scored(("REVEL", score)))
    #expect(result.strength == strength)
  }

  /// What was given and not asked for is named.
  @Test func scoresOfOtherToolsAreTold() throws {
    let bench = try Bench()
    let other = try bench.result(.bp4, of: "c.112G>T", evidence: .scored(("AlphaMissense", 0.995)))
    #expect(
      other.fact == "No REVEL or SpliceAI score was given for this allele; AlphaMissense 0.995 "
        + "(INFO/AlphaMissense) is not what the policy asks of a missense change.")
    let splicing = try bench.result(.bp4, of: "c.112G>T", evidence: .scored(("SpliceAI", 0.5)))
    #expect(splicing.fact.hasPrefix("No REVEL score was given for this allele; SpliceAI 0.5"))
  }

  /// Two bases from a splice site the residue's score alone does not do.
  @Test func nearASpliceSiteSplicingHasToBeLookedAt() throws {
    let bench = try Bench(isTableOn: false)
    let alone = try bench.result(.bp4, of: "c.734A>G", evidence: .scored(("REVEL", 0.1)))
    #expect(alone.outcome == .notEvaluated && alone.fact.contains("splicing is not excluded"))
    let both = try bench.result(
      .bp4, of: "c.734A>G", evidence: .scored(("REVEL", 0.1), ("SpliceAI", 0.01)))
    #expect(both.strength == .moderate)
  }

  @Test func splicingHasToAgree() throws {
    let bench = try Bench()
    #expect(
      try bench.result(
        .bp4, of: "c.112G>T", evidence: .scored(("REVEL", 0.1), ("SpliceAI", 0.5))
      ).outcome == .notMet)
    #expect(
      try bench.result(
        .bp4, of: "c.112G>T", evidence: .scored(("REVEL", 0.1), ("SpliceAI", 0.01))
      ).strength == .moderate)
  }

  @Test(arguments: [(0.1, true), (0.11, false)])
  func introns(score: Double, isMet: Bool) throws {
    let result = try Bench().result(
      .bp4, of: "c.1044+459A>G", evidence: .scored(("SpliceAI", score)))
    #expect((result.strength == .supporting) == isMet)
  }

  @Test func neverOnTheCanonicalBases() throws {
    let result = try Bench().result(
      .bp4, of: "c.-23+1G>T", evidence: .scored(("SpliceAI", 0.0)))
    #expect(result.outcome == .notMet)
  }

  @Test func aSpliceScoreAloneSaysNothingOfTheResidue() throws {
    let result = try Bench().result(
      .bp4, of: "c.112G>T", evidence: .scored(("SpliceAI", 0.0)))
    #expect(result.outcome == .notEvaluated)
  }

  /// Whatever splicing does: a stop, a shifted frame, a lost start, a residue lost, a signal of the messenger,
  /// what its ends do to translation and stability.
  @Test(arguments: [
    "c.1009C>T", "c.1234del", "c.2T>A", "c.751_753del", "c.*876A>G", "c.*873_*874del", "c.-3C>T",
    "c.-50T>C", "c.-70T>C", "c.*100G>A", "c.*500del",
  ])
  func aSpliceScoreSaysNothingOfOtherHarm(_ name: String) throws {
    let result = try Bench().result(.bp4, of: name, evidence: .scored(("SpliceAI", 0.0)))
    #expect(result.outcome == .notMet && result.fact.contains("a score of splicing says nothing"))
  }

  @Test(arguments: ["c.1044+459A>G", "c.543C>T"])
  func ofWhatSplicingAloneMayHarmItSpeaks(_ name: String) throws {
    let result = try Bench().result(.bp4, of: name, evidence: .scored(("SpliceAI", 0.0)))
    #expect(result.strength == .supporting, "\(result.fact)")
  }

  /// Rounded, a score just beyond a bound would be said to stand on it.
  @Test func aScoreBesideABoundIsToldWhole() throws {
    let result = try Bench().result(
      .bp4, of: "c.112G>T", evidence: .scored(("REVEL", 0.2901)))
    #expect(result.outcome == .notMet && result.fact.hasPrefix("REVEL 0.2901 "), "\(result.fact)")
  }
}
