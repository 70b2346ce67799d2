import Flow

extension DistinctAlleles {
  /// What a further record of an allele says of itself.
  static let note =
    "the file tells this allele in another record too, which is listed here as well; it is one variant"
}
