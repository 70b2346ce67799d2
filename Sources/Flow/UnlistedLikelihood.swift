/// PL of the genotypes with an allele that a record does not name (`<NON_REF>`, `<*>`).
public enum UnlistedLikelihood {
  /// The least of them, phred-scaled, where the likeliest genotype has 0 (order of genotypes: VCF 4.2,
  /// section 1.4.2). `nil` where the values are not those of one or two copies, or one is missing.
  ///
  /// - Parameters:
  ///   - allele: its number, as GT counts.
  ///   - count: alleles of the record, REF among them.
  public static func least(_ likelihoods: [Int?], with allele: Int, of count: Int) -> Int? {
    let values = likelihoods.compactMap { $0 }
    guard values.count == likelihoods.count, allele < count else { return nil }
    if values.count == count { return values[allele] }
    guard values.count == count * (count + 1) / 2 else { return nil }
    let places = (0..<count).map { other in
      let (low, high) = (min(allele, other), max(allele, other))
      return high * (high + 1) / 2 + low
    }
    return places.map { values[$0] }.min()
  }
}
