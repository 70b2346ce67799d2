import Foundation

/// The filtering allele frequency: the highest true frequency that chance makes unlikely to give as
/// many copies as were seen, at 95% (Whiffin 2017, PMID 28518168). It is the lower bound of what
/// the true frequency may be.
public enum FilteringFrequency {
  /// The frequency at which `count` or more copies among `number` chromosomes come up in one case
  /// of twenty (Poisson); 0 for at most one copy, as gnomAD's (Hail, filtering_allele_frequency):
  /// a single copy may be any patient's own.
  public static func lowerBound(count: Int, of number: Int) -> Double {
    guard count > 1, number > 0 else { return 0 }
    let copies = count > exactUpTo ? largeCount(Double(count)) : exact(count)
    return copies / Double(number)
  }

  /// Above this many copies the approximation is within 2e-7 of the exact bound.
  private static let exactUpTo = 1000

  /// 5% quantile of the standard normal distribution.
  private static let quantile = -1.6448536269514722

  /// Wilson and Hilferty's cube root of the gamma distribution, whose 5% quantile the bound is: in
  /// a time that doesn't grow with the count.
  private static func largeCount(_ count: Double) -> Double {
    let root = 1 - 1 / (9 * count) + quantile / (3 * count.squareRoot())
    return count * root * root * root
  }

  private static func exact(_ count: Int) -> Double {
    var low = 0.0
    var high = Double(count)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if chance(ofAtLeast: count, expecting: middle) < 0.05 { low = middle } else { high = middle }
    }
    return low
  }

  private static func chance(ofAtLeast count: Int, expecting mean: Double) -> Double {
    guard mean > 0 else { return 0 }
    // Summed by logarithms, so that many copies don't run out of the number's range.
    var logarithm = -mean
    var below = exp(logarithm)
    for copies in 1..<max(count, 1) {
      logarithm += log(mean) - log(Double(copies))
      below += exp(logarithm)
    }
    return 1 - below
  }
}
