import Genome

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which haplotypes of a region a sample carries, by Bayes' rule over the reads (the model of Li 2011,
/// doi 10.1093/bioinformatics/btr509, with haplotypes in place of alleles). Likelihoods are log10.
struct GenotypeModel: Sendable {
  /// Likelihoods of each read, by haplotype.
  let reads: [[Double]]
  /// log10 prior of each haplotype; 0 for the reference.
  let priors: [Double]

  /// A genotype with its likelihood and posterior.
  struct Scored: Sendable, Hashable {
    /// Haplotype numbers, ascending; one for each copy.
    var haplotypes: [Int]
    var likelihood: Double
    var posterior: Double
  }

  /// Every genotype of one or two copies, best first.
  func genotypes(copies: Int) -> [Scored] {
    let numbers = priors.indices
    let all =
      copies == 1
      ? numbers.map { [$0] }
      : numbers.flatMap { first in (first..<priors.count).map { [first, $0] } }
    let scored = all.map { haplotypes in
      let likelihood = likelihood(haplotypes)
      return Scored(
        haplotypes: haplotypes, likelihood: likelihood, posterior: likelihood + prior(haplotypes))
    }
    let total = Self.logSum(scored.map(\.posterior))
    return scored.map {
      Scored(haplotypes: $0.haplotypes, likelihood: $0.likelihood, posterior: $0.posterior - total)
    }.sorted {
      $0.posterior != $1.posterior
        ? $0.posterior > $1.posterior : $0.haplotypes.lexicographicallyPrecedes($1.haplotypes)
    }
  }

  private func likelihood(_ haplotypes: [Int]) -> Double {
    if haplotypes.count == 1 || haplotypes[0] == haplotypes[1] {
      return reads.reduce(0) { $0 + $1[haplotypes[0]] }
    }
    return reads.reduce(0) { $0 + Self.mixed($1[haplotypes[0]], $1[haplotypes[1]], share: 0.5) }
  }

  private func prior(_ haplotypes: [Int]) -> Double {
    guard haplotypes.count == 2 else { return priors[haplotypes[0]] }
    let (first, second) = (priors[haplotypes[0]], priors[haplotypes[1]])
    return haplotypes[0] == haplotypes[1] ? first - (first < 0 ? 0.3 : 0) : first + second
  }

  /// Likelihood of a read where `share` of the molecules are such that it has the second likelihood.
  static func mixed(_ one: Double, _ other: Double, share: Double) -> Double {
    logSum([log10(1 - share) + one, log10(share) + other])
  }

  /// The share of the second haplotype that fits best, and how much better than the first alone, by the likelihoods
  /// of each read.
  static func bestMixture(_ first: [Double], _ second: [Double]) -> (share: Double, gain: Double) {
    let alone = first.reduce(0, +)
    var best = (share: 0.0, gain: -Double.infinity)
    for step in 1..<50 {
      let share = Double(step) / 50
      let gain = zip(first, second).reduce(0) { $0 + mixed($1.0, $1.1, share: share) } - alone
      if gain > best.gain { best = (share, gain) }
    }
    return best
  }

  /// log10 of the sum of powers of ten.
  static func logSum(_ values: [Double]) -> Double {
    guard let top = values.max(), top > -Double.infinity else { return -Double.infinity }
    return top + log10(values.reduce(0) { $0 + pow(10, $1 - top) })
  }
}

/// Phred scale: -10 log10 of a probability of error.
enum Phred {
  /// From a log10 probability, at most `limit`.
  static func of(_ logarithm: Double, limit: Int) -> Int {
    guard logarithm > -Double.infinity else { return limit }
    return min(limit, max(0, Int((-10 * logarithm).rounded())))
  }
}
