import Flow
import Genome
import Testing

@testable import Classification

/// BP7.
@Suite struct SilentTests {
  private let quiet = VariantEvidence.scored(("SpliceAI", 0.02))

  @Test(arguments: [
    // Silent, inside the exon; silent on the exon's last base; intronic from +7 and -21 on.
    ("c.543C>T", false), ("c.711G>A", true), ("c.735G>A", false), ("c.1044+459A>G", true),
    ("c.816+5G>A", false), ("c.1189C>T", false),
    // Silent, on the third base of an exon.
    ("c.213G>A", false),
    // A stop is retained, behind residues that are others.
    ("c.1285_1295delinsGAGGGCGGGTAACC", false),
    ("c.210+6G>A", false), ("c.210+7C>A", true), ("c.210+8C>T", true), ("c.210+6_210+7del", false),
    ("c.211-20C>T", false), ("c.211-21C>T", true), ("c.211-3C>T", false), ("c.210+2T>C", false),
  ])
  func places(name: String, isMet: Bool) throws {
    let result = try Bench().result(.bp7, of: name, evidence: quiet)
    #expect((result.strength == .supporting) == isMet, "\(name): \(result.fact)")
  }

  @Test func onlyWithACalibratedSpliceScore() throws {
    let bench = try Bench()
    #expect(try bench.result(.bp7, of: "c.711G>A").outcome == .notEvaluated)
    #expect(
      try bench.result(.bp7, of: "c.711G>A", evidence: .scored(("SpliceAI", 0.15))).outcome
        == .notMet)
  }

  /// Regulatory elements are looked for there, of which a score of splicing says nothing; BP4 neither.
  @Test(arguments: ["c.-23+2500del", "c.-22-2231del"])
  func notInTheIntronOfRegulatoryElements(name: String) throws {
    let rules = try #require(
      try Bench(isTableOn: false).classify(name, evidence: quiet).rules)
    #expect(rules.result(.bp7)?.outcome == .notEvaluated)
    #expect(rules.result(.bp7)?.fact.contains("regulatory elements") == true)
    #expect(rules.result(.bp4)?.outcome == .notMet)
    #expect(rules.classByPoints == .uncertain)
  }

  @Test func togetherWithBP4ItIsLikelyBenign() throws {
    let rules = try #require(
      try Bench(isTableOn: false).classify("c.711G>A", evidence: quiet).rules)
    #expect(rules.codes == ["BP4", "BP7"])
    #expect(rules.classByPoints == .likelyBenign && rules.classByRules == .likelyBenign)
  }
}
