import Foundation

/// The filtering allele frequency: the highest true frequency that chance makes unlikely to give as
/// many copies as were seen, at 95% (Whiffin 2017, PMID 28518168). It is the lower bound of what
/// the true frequency may be.
enum FilteringFrequency {
  /// The frequency at which `count` or more copies among `number` chromosomes come up in one case
  /// of twenty (Poisson); 0 for none seen.
  static func lowerBound(count: Int, of number: Int) -> Double {
    guard count > 0, number > 0 else { return 0 }
    var low = 0.0
    var high = Double(count)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if chance(ofAtLeast: count, expecting: middle) < 0.05 { low = middle } else { high = middle }
    }
    return low / Double(number)
  }

  private static func chance(ofAtLeast count: Int, expecting mean: Double) -> Double {
    guard mean > 0 else { return 0 }
    // Summed by logarithms, so that thousands of copies don't run out of the number's range.
    var logarithm = -mean
    var below = exp(logarithm)
    for copies in 1..<max(count, 1) {
      logarithm += log(mean) - log(Double(copies))
      below += exp(logarithm)
    }
    return 1 - below
  }
}
