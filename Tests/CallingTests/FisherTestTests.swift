import Testing

@testable import Calling

/// Probabilities as `scipy.stats.fisher_exact` (1.17, two-sided) gives them.
@Suite struct FisherTestTests {
  @Test(arguments: [
    ([10, 10, 10, 10], 1.0),
    ([20, 20, 8, 0], 0.014322643192206313),
    ([30, 30, 20, 0], 2.3498906356679126e-05),
    ([3, 1, 1, 3], 0.48571428571428565),
    ([0, 0, 5, 5], 1.0),
    ([15, 0, 0, 15], 1.28934500757877e-08),
    ([12, 5, 29, 2], 0.08026855207410463),
    ([100, 100, 50, 80], 0.04238273319839993),
    ([1, 9, 11, 3], 0.0027594561852200836),
    ([500, 520, 30, 0], 1.2672180421171275e-09),
  ])
  func equalsScipy(_ table: [Int], _ expected: Double) {
    let own = FisherTest.probability(table[0], table[1], table[2], table[3])
    #expect(abs(own - expected) <= 1e-7 * expected)
  }

  @Test func anEmptyTableTellsNothing() {
    #expect(abs(FisherTest.probability(0, 0, 0, 0) - 1) < 1e-12)
  }
}
