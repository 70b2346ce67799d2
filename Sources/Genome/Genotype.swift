/// The alleles one sample carries at one record, as the GT field says them.
public struct Genotype: Sendable, Hashable {
  /// Allele indexes in the field's order: 0 is the reference, `nil` is a missing `.`.
  public let alleles: [Int?]
  /// Whether the alleles after the first are joined by `|`. A single allele is not phased.
  public let isPhased: Bool
  /// The field's own text, as `0|1`.
  public let text: String

  public init(alleles: [Int?], isPhased: Bool, text: String) {
    self.alleles = alleles
    self.isPhased = isPhased
    self.text = text
  }

  /// Number of alleles written: 1 for a haploid call.
  public var ploidy: Int { alleles.count }
  public var isNoCall: Bool { alleles.allSatisfy { $0 == nil } }
  public var hasMissing: Bool { alleles.contains { $0 == nil } }
  public var isHomozygousReference: Bool { !alleles.isEmpty && alleles.allSatisfy { $0 == 0 } }

  /// `1/0`: callers write the reference first, and `bcftools norm -m-` puts it so where it splits `1/2`.
  public var isInSplitOrder: Bool {
    !isPhased && alleles.count == 2 && alleles[0] ?? 0 > 0 && alleles[1] == 0
  }

  /// `allele`: 0 for the reference, else the ALT's number.
  public func carries(_ allele: Int) -> Bool { alleles.contains(allele) }
  /// How often the allele is written.
  public func copies(of allele: Int) -> Int { alleles.count { $0 == allele } }
}
