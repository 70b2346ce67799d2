import Foundation
import Genome
import HTS

/// GP of a call: how probable each genotype is (VCF 4.3, section 1.6.2).
struct GenotypePosteriors {
  private let values: [Double]
  /// Alleles of the record, REF among them.
  private let count: Int

  /// `nil` where they are absent, not those of one or two copies, or no probabilities: before VCF 4.3 GP could be
  /// phred-scaled, and such values do not add up to 1.
  init?(_ fields: SampleFields, alleles count: Int) {
    guard let texts = fields.value("GP")?.split(separator: ",") else { return nil }
    let values = texts.compactMap { Double($0) }.filter { (0...1).contains($0) }
    guard values.count == texts.count, count > 1,
      values.count == count || values.count == count * (count + 1) / 2,
      abs(values.reduce(0, +) - 1) <= 0.05
    else { return nil }
    self.values = values
    self.count = count
  }

  /// One genotype has all.
  var isCertain: Bool { values.allSatisfy { $0 == $0.rounded() } }

  /// Phred-scaled, 99 at the most; `nil` for a genotype that has none.
  func quality(of genotype: Genotype?) -> Double? {
    let alleles = genotype?.alleles.compactMap { $0 }.sorted() ?? []
    guard alleles.count == genotype?.alleles.count, (1...2).contains(alleles.count),
      let low = alleles.first, let high = alleles.last, high < count,
      values.count > count || low == high
    else { return nil }
    let probability = values.count > count ? values[high * (high + 1) / 2 + low] : values[high]
    return min(99, -10 * log10(max(1 - probability, 1e-10)))
  }
}
