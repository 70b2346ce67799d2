import Genome

/// Which reads of a region show which allele of a site.
struct AlleleSupport: Sendable {
  /// Reads by allele, forward and reverse.
  private(set) var forward: [Int]
  private(set) var reverse: [Int]
  /// Reads (places in the region's reads) by allele.
  private(set) var reads: [[Int]]

  /// log10 odds from which on a read is told to show an allele.
  static let odds = 1.0

  init(_ site: CalledSite, _ call: RegionCall) {
    let count = site.alternates.count + 1
    forward = Array(repeating: 0, count: count)
    reverse = forward
    reads = Array(repeating: [], count: count)
    for (number, values) in call.likelihoods.enumerated() {
      guard let allele = Self.allele(Self.best(values, of: site)) else { continue }
      reads[allele].append(number)
      if call.reads[number].isReverse { reverse[allele] += 1 } else { forward[allele] += 1 }
    }
  }

  var depths: [Int] { zip(forward, reverse).map { $0 + $1 } }

  /// log10 by allele: how well a read fits it, from how well it fits each haplotype.
  static func best(_ values: [Double], of site: CalledSite) -> [Double] {
    var best = [Double](repeating: -Double.infinity, count: site.alternates.count + 1)
    for (haplotype, allele) in site.alleles.enumerated() {
      if let allele { best[allele] = max(best[allele], values[haplotype]) }
    }
    return best
  }

  private static func allele(_ best: [Double]) -> Int? {
    let ranked = best.indices.sorted { (-best[$0], $0) < (-best[$1], $1) }
    guard ranked.count > 1, best[ranked[0]] - best[ranked[1]] >= odds else { return nil }
    return ranked[0]
  }
}
