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
}
