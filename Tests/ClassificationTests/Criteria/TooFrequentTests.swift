import Flow
import Genome
import Testing

@testable import Classification

/// BS1.
@Suite struct TooFrequentTests {
  /// c.1189C>T: 2 of 112,222 chromosomes is a raw share of 1.8e-5, but chance alone gives that from
  /// a true one of 3.2e-6: the raw share may never count.
  @Test func theRawShareNeverCounts() throws {
    let bench = try Bench(isTableOn: false)
    let result = try bench.result(.bs1, of: "c.1189C>T", evidence: .seen(2, of: 112_222))
    #expect(result.outcome == .notMet, "\(result.fact)")
    #expect(FilteringFrequency.lowerBound(count: 2, of: 112_222) < 3.3e-6)
  }

  @Test(arguments: [(0.00003, true), (0.00002, false)])
  func aboveTheDerivedBound(filtering: Double, isMet: Bool) throws {
    let result = try Bench().result(
      .bs1, of: "c.1190G>A", evidence: .seen(50, of: 1_000_000, males: 20, filtering: filtering))
    #expect((result.strength == .strong) == isMet)
    #expect(result.fact.contains("2.02e-5 = 10 x prevalence among males 2e-6"), "\(result.fact)")
  }

  /// What females alone have may be what a male does not live with. Of BA1 too.
  @Test(arguments: [(0, false), (13, true)])
  func seenInNoMaleItShowsNothing(males: Int, isMet: Bool) throws {
    let result = try Bench().result(
      .bs1, of: "c.116G>C", evidence: .seen(36, of: 1_000_000, males: males, filtering: 0.000027))
    #expect((result.strength == .strong) == isMet)
    #expect(isMet || result.outcome == .notEvaluated && result.missing != nil)
    let often = try Bench().result(
      .ba1, of: "c.116G>C", evidence: .seen(70_000, of: 1_000_000, males: males, filtering: 0.06))
    #expect((often.strength == .standAlone) == isMet)
  }

  /// Less is known where males are not counted than where none has it; above BA1's bound so many carriers' sons would be
  /// ill that it can't be.
  @Test(arguments: [(0.00003, false), (0.04, false), (0.06, true)])
  func withoutACountOfMalesOnlyStandAloneFrequencyCounts(filtering: Double, isCounted: Bool) throws
  {
    let evidence = VariantEvidence.seen(70_000, of: 1_000_000, filtering: filtering)
    let result = try Bench().result(.bs1, of: "c.116G>C", evidence: evidence)
    #expect((result.outcome != .notEvaluated) == isCounted, "\(result.fact)")
    #expect(isCounted || result.missing == "a frequency file that counts males")
    let often = try Bench().result(.ba1, of: "c.116G>C", evidence: evidence)
    #expect((often.strength == .standAlone) == isCounted)
  }

  /// The males of the frequency's own group show it, where those of all are not counted.
  @Test(arguments: [(16, 12_000, true), (1, 12_000, false), (5, 2000, true), (5, 1999, false)])
  func malesOfTheGroupAreACount(males: Int, number: Int, isMet: Bool) throws {
    var evidence = VariantEvidence.seen(60, of: 1_000_000, filtering: 0.00005)
    if case .seen(var count, let source) = evidence.population {
      count.groupMales = PopulationCount.GroupMales(hemizygotes: males, number: number)
      evidence.population = .seen(count, source: source)
    }
    let result = try Bench().result(.bs1, of: "c.1163A>G", evidence: evidence)
    #expect((result.strength == .strong) == isMet, "\(result.fact)")
    #expect(isMet || result.outcome == .notEvaluated)
  }

  /// Of the males' own chromosomes where the file counts them; else more than one male. Of BA1 too.
  @Test(arguments: [
    (1, nil, false), (2, nil, true), (1, 400_000, false), (13, 400_000, false),
    (16, 400_000, true),
    // As few males as one laboratory has show no more than as few chromosomes.
    (2, 60, false), (5, 1999, false), (5, 2000, true),
  ])
  func theMalesOwnCountHasToShowIt(males: Int, number: Int?, isMet: Bool) throws {
    var evidence = VariantEvidence.seen(60, of: 1_000_000, males: males, filtering: 0.00005)
    if case .seen(var count, let source) = evidence.population {
      count.maleNumber = number
      evidence.population = .seen(count, source: source)
    }
    let result = try Bench().result(.bs1, of: "c.1163A>G", evidence: evidence)
    #expect((result.strength == .strong) == isMet, "\(result.fact)")
    #expect(isMet || result.outcome == .notEvaluated && result.missing != nil)
    if let number, number < 2000 {
      #expect(result.fact.contains("fewer than 2000 males"), "\(result.fact)")
    }
  }

  /// Many males with it may be healthy: what BA1 lacks then is a frequency above its own bound.
  @Test func ofManyMalesOnlyTheFrequencyIsDenied() throws {
    var evidence = VariantEvidence.seen(7000, of: 100_000, males: 1500, filtering: 0.068)
    if case .seen(var count, let source) = evidence.population {
      count.maleNumber = 40_000
      evidence.population = .seen(count, source: source)
    }
    let result = try Bench().result(.ba1, of: "c.1163A>G", evidence: evidence)
    #expect(result.outcome == .notEvaluated && !result.fact.contains("healthy"), "\(result.fact)")
    #expect(result.fact.contains("1500 of 40000 males"), "\(result.fact)")
  }

  @Test func aShareOfUnknownChromosomesIsNotEnough() throws {
    let evidence = VariantEvidence(population: .shareOnly(0.41, source: "a list"))
    let result = try Bench().result(.bs1, of: "c.1044+459A>G", evidence: evidence)
    #expect(result.outcome == .notEvaluated && result.missing != nil)
  }

  @Test func notBesideBA1() throws {
    let result = try Bench().result(
      .bs1, of: "c.1044+459A>G", evidence: .seen(600, of: 10_000, filtering: 0.055))
    #expect(result.outcome == .notMet)
    #expect(result.caveats.contains { $0.contains("BA1") })
  }

  /// A patient's own copy among his laboratory's few samples is no frequency.
  @Test func fewChromosomesShowNoFrequency() throws {
    let result = try Bench().result(.bs1, of: "c.1010G>C", evidence: .seen(2, of: 22, males: 1))
    #expect(result.outcome == .notEvaluated && result.fact.contains("2 of 22 chromosomes"))
    #expect(result.fact.contains("fewer than 2000 chromosomes"), "\(result.fact)")
    let enough = VariantEvidence.seen(2, of: 2000, males: 2)
    #expect(try Bench().result(.bs1, of: "c.1010G>C", evidence: enough).strength != nil)
  }

  /// One frequency speaks for being harmless or for being rare, never for both.
  @Test func neverBesidePM2() throws {
    let evidence = VariantEvidence.seen(2, of: 1_400_000, males: 2, filtering: 0.0016)
    let rules = try #require(try Bench().classify("c.1010G>C", evidence: evidence).rules)
    #expect(rules.result(.bs1)?.strength == .strong)
    #expect(rules.result(.pm2)?.strength == nil)
    #expect(rules.result(.pm2)?.caveats.contains { $0.contains("BS1") } == true)
  }

  /// Nor where the file gives it a filtering frequency.
  @Test(arguments: [nil, 0.00003]) func oneCopyShowsNoFrequency(filtering: Double?) throws {
    let result = try Bench().result(
      .bs1, of: "c.1010G>C", evidence: .seen(1, of: 40_000, filtering: filtering))
    #expect(result.outcome == .notMet && result.fact.contains("frequency 0 computed"))
  }

  /// Exact Poisson bounds of expected copies, the 5% quantiles of the gamma distribution.
  @Test(arguments: [
    (2, 0.355362), (3, 0.817691), (10, 5.425406), (100, 84.139277), (1000, 948.559849),
    (3000, 2910.479743), (100_000, 99480.420747), (1_000_000_000, 999947985.729733),
  ])
  func lowerBounds(count: Int, expected: Double) {
    let bound = FilteringFrequency.lowerBound(count: count, of: 1)
    #expect(abs(bound - expected) < expected * 2e-6, "\(bound)")
    #expect(FilteringFrequency.lowerBound(count: 0, of: 10) == 0)
    #expect(FilteringFrequency.lowerBound(count: 1, of: 10) == 0)
    #expect(FilteringFrequency.lowerBound(count: 30_000, of: 100_000) > 0.29)
  }
}
