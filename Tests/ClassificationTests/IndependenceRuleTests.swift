import Flow
import Genome
import Settings
import TestSupport
import Testing

@testable import Classification

/// Criteria that stand on one fact: the weaker is not counted, and of equals the first.
@Suite struct IndependenceRuleTests {
  private let policy: AcmgPolicy

  init() throws { policy = try EmbeddedReference.policy() }

  private func met(_ criterion: Criterion, _ strength: EvidenceStrength) -> CriterionResult {
    CriterionResult(criterion, .met(strength), "")
  }

  private func counted(_ results: [CriterionResult]) -> [EvidenceStrength?] {
    IndependenceRule(policy: policy).apply(to: results).map(\.strength)
  }

  @Test(arguments: [
    (Criterion.pp3, Criterion.pvs1), (.pm4, .pvs1), (.pm1, .pvs1), (.pm5, .ps1), (.pm1, .pm5),
    (.bs1, .ba1), (.pm2, .ba1), (.pm2, .bs1), (.pm6, .ps2),
  ])
  func oneFactCountsOnce(first: Criterion, second: Criterion) {
    #expect(counted([met(first, .moderate), met(second, .moderate)]) == [nil, .moderate])
    #expect(counted([met(first, .supporting), met(second, .strong)]) == [nil, .strong])
    #expect(counted([met(first, .strong), met(second, .supporting)]) == [.strong, nil])
  }

  @Test func factsOfTheirOwnCountBoth() {
    #expect(counted([met(.pm2, .supporting), met(.pvs1, .strong)]) == [.supporting, .strong])
  }

  /// What is told of a published patient is another birth than this one.
  @Test func aPublishedPatientIsAnotherFact() {
    var published = met(.pm6, .moderate)
    published.isOfPublished = true
    #expect(counted([published, met(.ps2, .strong)]) == [.moderate, .strong])
  }

  /// Strong is the most of both.
  @Test(arguments: [
    (EvidenceStrength.strong, EvidenceStrength.moderate, true), (.moderate, .moderate, false),
    (.supporting, .supporting, false),
  ])
  func aPredictionBesideAHotspotIsCapped(
    _ given: EvidenceStrength, _ counted: EvidenceStrength, isLowered: Bool
  ) {
    let results = IndependenceRule(policy: policy).apply(
      to: [met(.pm1, .moderate), met(.pp3, given)])
    #expect(results.map(\.strength) == [.moderate, counted])
    #expect(results[1].caveats.contains { $0.hasPrefix("Lowered from") } == isLowered)
  }
}
