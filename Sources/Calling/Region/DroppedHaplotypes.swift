/// The candidate haplotypes of a region that reads show and its genotype does not contain: a third one beside
/// two copies, or a second one in too few cells to be called.
struct DroppedHaplotypes {
  /// log10 likelihoods of each read, by haplotype.
  let likelihoods: [[Double]]
  /// Lowest share of the reads that tell a haplotype from the others.
  let minimumShare: Double

  /// Fewest reads, as for reads against a reference call.
  private static let minimumReads = 3
  /// log10 odds against their being errors.
  static let minimumOdds = 4.5

  private struct Found {
    var haplotype: Int
    var share: Double
    var gain: Double
  }

  /// Each one found explains its reads, so that haplotypes like it are not found by the same.
  func find(beside carried: [Int]) -> [Int] {
    var known: Set<Int> = []
    var explained = likelihoods.map { $0[carried[0]] }
    for haplotype in carried where known.insert(haplotype).inserted {
      add(gain(haplotype, explained), to: &explained)
    }
    var dropped: [Int] = []
    while let found = best(beside: known, explained) {
      dropped.append(found.haplotype)
      known.insert(found.haplotype)
      add(found, to: &explained)
    }
    return dropped
  }

  private func add(_ found: Found, to explained: inout [Double]) {
    for read in explained.indices {
      explained[read] = GenotypeModel.mixed(
        explained[read], likelihoods[read][found.haplotype], share: found.share)
    }
  }

  private func best(beside known: Set<Int>, _ explained: [Double]) -> Found? {
    let count = likelihoods.first?.count ?? 0
    return (0..<count).filter { !known.contains($0) && isShown($0, beside: known) }
      .map { gain($0, explained) }
      .filter { $0.gain >= Self.minimumOdds }
      .max { ($0.gain, $1.haplotype) < ($1.gain, $0.haplotype) }
  }

  /// Whether enough of the reads fit it better than any known one.
  private func isShown(_ haplotype: Int, beside known: Set<Int>) -> Bool {
    var own = 0
    var others = 0
    for values in likelihoods {
      let odds = values[haplotype] - (known.map { values[$0] }.max() ?? 0)
      if odds >= AlleleSupport.odds { own += 1 } else if odds <= -AlleleSupport.odds { others += 1 }
    }
    return own >= Self.minimumReads && Double(own) >= minimumShare * Double(own + others)
  }

  /// How much better the reads fit with the share of the haplotype that fits best, log10.
  private func gain(_ haplotype: Int, _ explained: [Double]) -> Found {
    let best = GenotypeModel.bestMixture(explained, likelihoods.map { $0[haplotype] })
    return Found(haplotype: haplotype, share: best.share, gain: best.gain)
  }
}
