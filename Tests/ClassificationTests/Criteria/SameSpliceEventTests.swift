import Flow
import Genome
import ReferenceBundle
import Testing

@testable import Classification

/// PS1 for splice variants: each line of table 2 of Walker 2023.
@Suite struct SameSpliceEventTests {
  private func result(
    _ name: String, _ evidence: VariantEvidence = .none, on assembly: Assembly = .grch38
  ) throws -> CriterionResult {
    try #require(
      try Bench().classify(name, evidence: evidence, on: assembly).rules?.result(.ps1))
  }

  /// A row of the built-in table by its `c.` name.
  private func row(_ name: String) throws -> CuratedVariant {
    try #require(try Bench().bundle.table.rows.first { $0.codingName == name })
  }

  private func scored(_ own: Double?, _ rows: [String: Double]) throws -> VariantEvidence {
    var scores: [String: Double] = [:]
    for (name, score) in rows { scores[try row(name).identifier] = score }
    return VariantEvidence(
      scores: own.map { [ScoreEvidence(tool: "SpliceAI", value: $0, field: "INFO/SpliceAI")] }
        ?? [],
      rowSpliceScores: scores)
  }

  /// c.816+2T>A (pathogenic) and c.816+5G>A (likely pathogenic) decide; PVS1 is strong there.
  @Test(arguments: Assembly.allCases)
  func atTheTwoBasesWithAWeakerPVS1(assembly: Assembly) throws {
    let result = try result("c.816+1G>A", on: assembly)
    #expect(result.strength == .strong)
    #expect(result.fact.contains("c.816+2T>A"))
    #expect(try Bench().classify("c.816+1G>A").rules?.codes.contains("PVS1_Strong") == true)
  }

  /// PVS1 is not automatic at the donor of exon 1; c.-23+1G>A is a pathogenic row.
  @Test func atTheTwoBasesWithoutPVS1() throws {
    #expect(try result("c.-23+1G>C").strength == .strong)
    #expect(try result("c.-23+2T>G").strength == .strong)
  }

  /// c.816+5G>A's class leans on c.816+2T>A, and can't carry it in turn.
  @Test func aRowThatLeansOnTheVariantIsNoComparator() throws {
    #expect(try row("c.816+5G>A").classReason.contains("c.816+2T>A"))
    #expect(try result("c.816+2T>A").outcome == .notMet)
  }

  @Test(arguments: ["c.816+2T>C", "c.-23+2T>C"])
  func aDonorThatBecomesGCIsNotTheSameEvent(name: String) throws {
    let result = try result(name)
    #expect(result.outcome == .notMet && result.fact.contains("GC"))
  }

  @Test func aDonorThatBecomesGCIsACaveatOfPVS1() throws {
    let result = try Bench().result(.pvs1, of: "c.816+2T>C")
    #expect(result.strength == .strong && result.caveats.contains { $0.contains("GC") })
    #expect(try Bench().result(.pvs1, of: "c.816+2T>G").caveats.isEmpty)
  }

  /// Elsewhere in the motif both effects have to be known, and this one at least as strong.
  @Test(
    arguments: [
      (nil, [:], nil, "SpliceAI scores of this variant and of the row's"),
      (0.5, [:], nil, "a SpliceAI score of c.816+2T>A"),
      (0.1, ["c.816+2T>A": 0.99], nil, "no effect on splicing"),
      (0.5, ["c.816+2T>A": 0.99, "c.816+5G>A": 0.6], nil, "weaker than"),
      (0.99, ["c.816+2T>A": 0.99], EvidenceStrength.moderate, "c.816+2T>A"),
      (0.6, ["c.816+5G>A": 0.6], .moderate, "c.816+5G>A"),
    ] as [(Double?, [String: Double], EvidenceStrength?, String)])
  func elsewhereInTheMotif(
    own: Double?, rows: [String: Double], strength: EvidenceStrength?, word: String
  ) throws {
    // The same base as the likely pathogenic row, another one than the pathogenic.
    let result = try result("c.816+5G>C", try scored(own, rows))
    #expect(result.strength == strength, "\(result.fact)")
    #expect((result.fact + " " + (result.missing ?? "")).contains(word), "\(result.fact)")
  }

  @Test func anotherBaseWithALikelyPathogenicRowIsSupporting() throws {
    let evidence = try scored(0.7, ["c.816+5G>A": 0.6])
    #expect(try result("c.816+4A>C", evidence).strength == .supporting)
  }

  @Test func aPlaceWithoutRowsHasNoComparator() throws {
    #expect(try result("c.454+5C>A").outcome == .notMet)
    #expect(try result("c.300A>C").outcome == .notMet)
  }
}
