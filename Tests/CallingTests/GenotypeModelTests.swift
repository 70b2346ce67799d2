import Testing

@testable import Calling

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Numbers worked out by hand from the formula: three reads, of which the first fits the reference and
/// two the other sequence, each a thousand times better.
@Suite struct GenotypeModelTests {
  private let model = GenotypeModel(
    reads: [[0, -3], [-3, 0], [-3, 0]], priors: [0, -3.3])

  private func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-9 }

  /// P = 10^-6, 10^(-3-3.3): shares 0.6661 and 0.3339.
  @Test func oneCopy() throws {
    let genotypes = model.genotypes(copies: 1)
    #expect(genotypes.map(\.haplotypes) == [[0], [1]])
    #expect(genotypes.map(\.likelihood) == [-6, -3])
    let total = 1e-6 + pow(10, -6.3)
    #expect(isClose(genotypes[0].posterior, log10(1e-6 / total)))
    #expect(isClose(genotypes[1].posterior, log10(pow(10, -6.3) / total)))
  }

  /// Each read of the mixture: log10(0.5 + 0.5/1000).
  @Test func twoCopies() throws {
    let genotypes = model.genotypes(copies: 2)
    #expect(genotypes.map(\.haplotypes) == [[0, 1], [0, 0], [1, 1]])
    #expect(isClose(genotypes[0].likelihood, 3 * log10(0.5005)))
    #expect(isClose(genotypes[0].posterior, -0.008_562_616_962_514_27))
    #expect(isClose(genotypes[1].posterior, -1.806_774_862_408_526_7))
    #expect(isClose(genotypes[2].posterior, -2.406_774_862_408_526_3))
  }

  @Test func posteriorsSumToOne() {
    for copies in [1, 2] {
      let sum = model.genotypes(copies: copies).reduce(0) { $0 + pow(10, $1.posterior) }
      #expect(isClose(sum, 1))
    }
  }

  @Test func withoutReadsThePriorDecides() {
    let empty = GenotypeModel(reads: [], priors: [0, -3.3, -4])
    #expect(empty.genotypes(copies: 2).first?.haplotypes == [0, 0])
    #expect(empty.genotypes(copies: 2).count == 6)
    #expect(empty.genotypes(copies: 1).first?.haplotypes == [0])
  }

  /// 3 of 20 reads.
  @Test func theBestMixtureHasTheShareOfTheReads() {
    let reads = (0..<20).map { $0 < 3 ? [-4.0, 0] : [0, -4.0] }
    let best = GenotypeModel.bestMixture(reads.map { $0[0] }, reads.map { $0[1] })
    #expect(abs(best.share - 0.15) <= 0.02)
    // 17 log10(0.86) + 3 log10(0.14) + 12, but for the thousandths of the reads that fit less.
    #expect(abs(best.gain - (17 * log10(0.86) + 3 * log10(0.14) + 12)) < 0.01)
  }

  @Test func sumsOfPowers() {
    #expect(isClose(GenotypeModel.logSum([-1, -1]), log10(0.2)))
    #expect(isClose(GenotypeModel.logSum([-400, -400]), -400 + log10(2)))
    #expect(GenotypeModel.logSum([]) == -Double.infinity)
    #expect(GenotypeModel.logSum([-Double.infinity]) == -Double.infinity)
  }

  @Test func phred() {
    #expect(Phred.of(-2, limit: 99) == 20)
    #expect(Phred.of(-1.26, limit: 99) == 13)
    #expect(Phred.of(0.5, limit: 99) == 0)
    #expect(Phred.of(-1_000, limit: 99) == 99)
    #expect(Phred.of(-Double.infinity, limit: 99) == 99)
  }
}
