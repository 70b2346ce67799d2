import Flow
import Genome
import Testing

@testable import Classification

/// BA1.
@Suite struct StandAloneFrequencyTests {
  @Test(arguments: [(0.051, true), (0.05, false), (0.001, false)])
  func theFilteringFrequencyDecides(filtering: Double, isMet: Bool) throws {
    let evidence = VariantEvidence.seen(1000, of: 10_000, filtering: filtering)
    let result = try Bench().result(.ba1, of: "c.1044+459A>G", evidence: evidence)
    #expect((result.strength == .standAlone) == isMet)
  }

  @Test(arguments: [(1999, false), (2000, true)])
  func askedForAreTwoThousandChromosomes(number: Int, isMet: Bool) throws {
    let result = try Bench().result(.ba1, of: "c.1044+459A>G", evidence: .seen(400, of: number))
    #expect((result.strength == .standAlone) == isMet)
    #expect((result.outcome == .notEvaluated) == !isMet, "\(result.fact)")
  }

  /// However frequent in females: males have to be seen with it too.
  @Test(arguments: [(0, false), (1, false), (3000, true)])
  func malesHaveToBeSeenWithIt(males: Int, isMet: Bool) throws {
    let result = try Bench().result(
      .ba1, of: "c.1044+459A>G",
      evidence: .seen(6000, of: 100_000, males: males, filtering: 0.058))
    #expect((result.strength == .standAlone) == isMet)
    #expect((result.outcome == .notEvaluated) == !isMet, "\(result.fact)")
  }

  @Test func benignWhateverElseIsThere() throws {
    let bench = try Bench(isTableOn: false)
    let rules = try #require(
      bench.classify("c.1009C>T", evidence: .seen(6000, of: 100_000, filtering: 0.058)).rules)
    #expect(rules.classByPoints == .benign)
    #expect(rules.codes == ["PVS1", "BA1"])
    #expect(rules.classByRules == .benign)
  }
}
