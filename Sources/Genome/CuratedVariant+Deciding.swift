extension CuratedVariant {
  /// Whether the row may decide a class: reviewed primary evidence, or ClinVar at two stars or
  /// more; not superseded.
  public var decides: Bool {
    superseded.isEmpty && clinicalClass != .notEvaluated
      && (basis == .primary || (basis == .clinvar && (clinVarStars ?? 0) >= 2))
  }

  /// Why the row is set aside, as a clause; `nil` for one that decides.
  public var whyNotDeciding: String? {
    guard !decides else { return nil }
    if !superseded.isEmpty { return "it is superseded (\(superseded))" }
    if clinicalClass == .notEvaluated { return "the table gives it no class" }
    return switch basis {
    case .clinvar:
      "it rests on ClinVar alone, with \(clinVarStars.map(String.init) ?? "no known number of")"
        + " of the two stars asked for"
    case .lead, .primary: "it is a lead that no curator has confirmed in primary publications"
    }
  }
}
