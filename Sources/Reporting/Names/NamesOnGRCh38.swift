import Flow

/// Sentences on a sample for files of samples on different builds: intronic names of GRCh37 are
/// replaced by those of GRCh38.
struct NamesOnGRCh38 {
  private struct Name {
    var own: String
    var common: String
  }

  /// Long ones first: one name may begin as another.
  private let names: [Name]

  init(_ variants: [SampleVariant], context: ReportContext) {
    names = variants.compactMap { variant in
      let annotated = variant.classified.annotated
      guard let own = annotated.mane?.codingName,
        let common = VariantName.commonCoding(annotated, context), own != common
      else { return nil }
      return Name(own: own, common: common)
    }.sorted { $0.own.count > $1.own.count }
  }

  /// In one pass: what one variant is called on GRCh38 may be another's name on GRCh37.
  func text(_ text: String) -> String {
    guard !names.isEmpty else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "c.")?.lowerBound {
      result += rest[..<start]
      rest = rest[start...]
      let name = result.last == ":" ? nil : names.first { begins(rest, with: $0.own) }
      result += name?.common ?? "c."
      rest = rest.dropFirst(name?.own.count ?? 2)
    }
    return result + rest
  }

  /// Whether the whole of a name stands there: `c.10+5del` is not in `c.10+5delinsA`.
  private func begins(_ text: Substring, with name: String) -> Bool {
    guard text.hasPrefix(name) else { return false }
    guard let next = text.dropFirst(name.count).first else { return true }
    return !(next.isLetter || next.isNumber || "_=?".contains(next))
  }
}
