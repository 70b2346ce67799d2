/// Whether reads of an allele are as many as chance may give of one of two copies.
enum ChanceOfHalf {
  /// Where one of two copies has so many of the reads, or more, in a smaller share of calls, it is not chance.
  static let limit = 0.001
  /// The same in standard deviations, for more reads than the sum is made of.
  private static let deviations = 3.09

  /// `reads`, which are `share` of all; each of them is of either copy with the same chance (a binomial tail).
  static func explains(_ reads: Int, share: Double) -> Bool {
    guard share > 0.5 else { return true }
    let all = (Double(reads) / share).rounded()
    guard all <= 1_000 else {
      return Double(reads) - all / 2 < deviations * (all / 4).squareRoot()
    }
    var term = 1.0
    for _ in 0..<Int(all) { term /= 2 }
    var tail = term
    for others in 0..<max(Int(all) - reads, 0) {
      term *= (all - Double(others)) / Double(others + 1)
      tail += term
    }
    return tail >= limit
  }
}
