import Flow
import Genome
import Settings
import Testing

@testable import Classification

/// PM2.
@Suite struct RarityTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  @Test func absentFromAFileThatCoversThePlace() throws {
    let result = try bench.result(.pm2, of: "c.1009C>T", evidence: .absent)
    #expect(result.strength == .supporting && result.code == "PM2_Supporting")
  }

  @Test(arguments: [
    VariantEvidence.none,
    VariantEvidence(population: .notCovered(reason: "no record near")),
    VariantEvidence(population: .filtered(["AC0"])),
    VariantEvidence(population: .shareOnly(0.0000001, source: "a list")),
  ])
  func absenceThatIsNotShownIsNone(evidence: VariantEvidence) throws {
    let result = try bench.result(.pm2, of: "c.1009C>T", evidence: evidence)
    #expect(result.outcome == .notEvaluated)
    #expect(result.missing != nil)
  }

  /// A share of unknown chromosomes can show that an allele is too frequent to be rare, and nothing else.
  @Test func aShareAboveTheBoundIsNotRare() throws {
    let bound = bench.policy.population.maximumCredibleFrequency
    for (share, outcome) in [
      (bound.nextUp, CriterionResult.Outcome.notMet), (bound, .notEvaluated),
    ] {
      let result = try bench.result(
        .pm2, of: "c.1009C>T",
        evidence: VariantEvidence(population: .shareOnly(share, source: "a list")))
      #expect(result.outcome == outcome, "\(result.fact)")
    }
  }

  /// The share decides; that a male has it is for a person to weigh.
  @Test(arguments: [(0, false), (1, true)])
  func malesAmongThoseCountedAreTold(males: Int, isTold: Bool) throws {
    let result = try bench.result(
      .pm2, of: "c.1190G>A", evidence: .seen(2, of: 1_098_155, males: males))
    #expect(result.caveats.contains { $0.contains("1 male has it on the only X") } == isTold)
  }

  /// c.1190G>A: 2 alleles of 1,098,155 chromosomes, one of them in a male; c.1189C>T: 2 of 112,222.
  @Test func rareIsWhatIPEXAllows() throws {
    #expect(
      try bench.result(.pm2, of: "c.1190G>A", evidence: .seen(2, of: 1_098_155, males: 1)).strength
        == .supporting)
    #expect(
      try bench.result(.pm2, of: "c.1189C>T", evidence: .seen(2, of: 112_222)).outcome == .notMet)
    #expect(
      try bench.result(.pm2, of: "c.1189C>T", evidence: .seen(0, of: 2000)).outcome == .notEvaluated
    )
  }

  /// The share is what is compared, whatever the filtering frequency beside it.
  @Test(arguments: [
    (4, "the share of all, 2.22e-6, is above 2.02e-6"), (3, "1.67e-6, is not above"),
  ])
  func theShareThatIsComparedIsTold(count: Int, clause: String) throws {
    let result = try bench.result(
      .pm2, of: "c.1189C>T", evidence: .seen(count, of: 1_800_000, males: 1))
    #expect(result.fact.contains(clause), "\(result.fact)")
  }

  /// A filtering frequency counts only with the group that it is of, and how many were looked at.
  @Test(arguments: [
    (Int?.none, "the file's 9e-4 is of a group of unknown size and was not used"),
    (Optional(1500), "the file's 9e-4 is of a group of only 1500 chromosomes and was not used"),
    (Optional(30_000), ""),
  ])
  func aFilteringFrequencyThatIsNotUsedIsTold(number: Int?, clause: String) throws {
    let evidence = VariantEvidence(
      population: .seen(
        PopulationCount(
          alleleCount: 4, alleleNumber: 1_800_000, hemizygotes: 1, filteringFrequency: 0.0009,
          group: "nfe", groupNumber: number), source: "test"))
    let fact = try bench.result(.pm2, of: "c.1189C>T", evidence: evidence).fact
    #expect(fact.contains("was not used") == !clause.isEmpty, "\(fact)")
    #expect(clause.isEmpty || fact.contains(clause), "\(fact)")
  }
}
