/// LAA, LAD and LPL of one sample as a record holds them (VCF 4.5, section 1.6.2).
public struct LocalValues: Sendable, Hashable {
  /// As LAA counts; REF's 0 first, -1 for a missing value.
  public let alleles: [Int]
  public let depths: [Int?]
  public let phredLikelihoods: [Int?]

  public init(alleles: [Int], depths: [Int?], phredLikelihoods: [Int?]) {
    self.alleles = alleles
    self.depths = depths
    self.phredLikelihoods = phredLikelihoods
  }
}
