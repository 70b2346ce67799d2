import Flow
import Genome

/// What the reads of a region say, at one site, of an allele that its record does not list: `<*>` beside
/// the alternates (VCF 4.2, section 5.5).
///
/// A read that shows a listed allele fits such an allele no better than the next best listed one. Another
/// read fits it as well as it would with the site's bases left open.
struct UnlistedReads: Sendable {
  /// PL of the site's alleles with the unlisted one behind them: any candidate haplotype that spells
  /// something else here, or one that no candidate is.
  private(set) var likelihoods: [Int] = []
  /// Reads that show it, forward and reverse: none of those that show a listed allele.
  private(set) var forward = 0
  private(set) var reverse = 0

  private let site: CalledSite
  private let call: RegionCall

  init(_ site: CalledSite, _ call: RegionCall, _ support: AlleleSupport) {
    self.site = site
    self.call = call
    let listed = Set(support.reads.flatMap { $0 })
    let open = openHaplotypes()
    var values: [Double] = []
    for number in call.reads.indices {
      let fit = AlleleSupport.best(call.likelihoods[number], of: site).sorted(by: >)
      let own = listed.contains(number) ? nil : openValue(number, open, beside: fit[0])
      values.append(own ?? fit[1])
      if own != nil || !listed.contains(number) && fitsUnlisted(number, beside: fit[0]) {
        if call.reads[number].isReverse { reverse += 1 } else { forward += 1 }
      }
    }
    likelihoods = likelihoods(values)
  }

  var depth: Int { forward + reverse }

  /// Phred-scaled: the least likelihood of the genotypes with it.
  var least: Int? {
    let count = site.alternates.count + 2
    return GenotypeLikelihoods(likelihoods, alleles: count)?.least(with: count - 1)
  }

  /// Whether the reads fit a genotype with it better than one of listed alleles, one for each copy.
  func fits(betterThan genotype: [Int]) -> Bool {
    let alleles = genotype.sorted()
    guard let high = alleles.last, let least else { return false }
    let place = alleles.count == 1 ? high : high * (high + 1) / 2 + alleles[0]
    return likelihoods[place] > least
  }

  /// `values`: log10, how well each read fits an allele that no candidate is.
  private func likelihoods(_ values: [Double]) -> [Int] {
    let model = GenotypeModel(
      reads: zip(call.likelihoods, values).map { $0 + [$1] },
      priors: Array(repeating: 0, count: call.haplotypes.count + 1))
    let last = site.alternates.count + 1
    return PhredLikelihoods.values(
      model.genotypes(copies: call.genotypes.first?.haplotypes.count ?? 1),
      alleles: site.alleles.map { $0 ?? last } + [last], count: last + 1)
  }

  /// The haplotypes with a listed allele, with the bases of the site left open.
  private func openHaplotypes() -> [[UInt8]] {
    zip(call.haplotypes, site.places).compactMap { haplotype, place in
      place.map { place in
        haplotype.enumerated().map { place.contains($0.offset) ? BaseCode.open : $0.element }
      }
    }
  }

  /// How well a read fits with the site left open, if ten times better or more than as any listed allele.
  private func openValue(_ number: Int, _ open: [[UInt8]], beside listed: Double) -> Double? {
    let read = call.reads[number]
    let best = open.map { call.rule.value(read, $0) }.max() ?? listed
    guard best - listed >= AlleleSupport.odds else { return nil }
    return min(best, listed + read.weight)
  }

  /// Whether a candidate with something else here fits a read as much better.
  private func fitsUnlisted(_ number: Int, beside listed: Double) -> Bool {
    zip(call.likelihoods[number], site.alleles).contains { value, allele in
      allele == nil && value - listed >= AlleleSupport.odds
    }
  }
}
