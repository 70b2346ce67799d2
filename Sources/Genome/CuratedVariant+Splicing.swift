extension CuratedVariant {
  /// A row that acts through splicing: its mechanism begins with `splice` or `splicing`.
  public var isOfSplicing: Bool { mechanism.lowercased().hasPrefix("splic") }

  /// A row whose residue is no common ground by its mechanism: a splice row, or one whose word has splicing in it and
  /// does not begin with `missense` (as `missense, splicing normal` does).
  public var speaksOfSplicing: Bool {
    let word = mechanism.lowercased()
    return word.contains("splic") && !word.hasPrefix("missense")
  }
}
