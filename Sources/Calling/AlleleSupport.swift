import Genome

/// Which reads of a region show which allele of a site.
struct AlleleSupport: Sendable {
  /// Reads by allele, forward and reverse.
  private(set) var forward: [Int]
  private(set) var reverse: [Int]
  /// Reads (places in the region's reads) by allele.
  private(set) var reads: [[Int]]

  /// log10 odds from which on a read is told to show an allele.
  private static let odds = 1.0

  init(_ site: CalledSite, _ call: RegionCall) {
    let count = site.alternates.count + 1
    forward = Array(repeating: 0, count: count)
    reverse = forward
    reads = Array(repeating: [], count: count)
    for (number, values) in call.likelihoods.enumerated() {
      guard let allele = Self.allele(values, site.alleles, count) else { continue }
      reads[allele].append(number)
      if call.reads[number].isReverse { reverse[allele] += 1 } else { forward[allele] += 1 }
    }
  }

  var depths: [Int] { zip(forward, reverse).map { $0 + $1 } }

  private static func allele(_ values: [Double], _ alleles: [Int?], _ count: Int) -> Int? {
    var best = [Double](repeating: -Double.infinity, count: count)
    for (haplotype, allele) in alleles.enumerated() {
      if let allele { best[allele] = max(best[allele], values[haplotype]) }
    }
    let ranked = best.indices.sorted { (-best[$0], $0) < (-best[$1], $1) }
    guard ranked.count > 1, best[ranked[0]] - best[ranked[1]] >= odds else { return nil }
    return ranked[0]
  }
}
