import Testing

@testable import Assessment

/// Binomial tails of one half, computed exactly elsewhere: 18 of 20 or more 0.0002, 17 of 20 0.0013.
@Suite struct ChanceOfHalfTests {
  @Test(arguments: [
    (4, 4, true), (9, 9, true), (10, 10, false), (6, 7, true), (17, 20, true), (18, 20, false),
    (33, 40, false), (20, 40, true), (3, 40, true), (520, 1_000, true), (560, 1_000, false),
    (4_500, 5_000, false), (2_650, 5_000, false), (2_520, 5_000, true),
    (Int.max / 2, Int.max / 2, false),
  ])
  func manyReadsOfFewMayBeChance(reads: Int, all: Int, isChance: Bool) {
    #expect(ChanceOfHalf.explains(reads, share: Double(reads) / Double(all)) == isChance)
  }
}
