import Flow

extension SampleVariant {
  /// The alleles that each record's genotype names, as `["0", "1"]`.
  var writtenAlleles: [[Substring]] {
    genotypeText.split(separator: ",").map { $0.split { $0 == "/" || $0 == "|" } }
  }

  /// As `0/1`; not `1/1` in a part of the reads.
  var hasTwoAlleles: Bool { writtenAlleles.contains { Set($0).count > 1 } }
}
