import HTS

/// Under which names the INFO keys of the source stand in the annotated file. What is ours there, by an
/// earlier run, is replaced. Consequences of another program (VEP's `CSQ`) are no more ours than its other
/// keys: they stay, under a key of their own, with the description that names their fields.
struct SourceKeys {
  static let consequenceKey = "SOURCE_CSQ"

  /// Whether `CSQ` is another program's, and not what an earlier run wrote.
  private let hasForeign: Bool

  /// Without a description of `CSQ`, it is ours only where an earlier run put another's beside it.
  init(header: String) {
    var own: Bool?
    var isBeside = false
    for line in HeaderLine.texts(of: header) where line.utf8.starts(with: "##INFO".utf8) {
      guard let line = HeaderLine(line), line.kind == "INFO" else { continue }
      if line.identifier == SourceKeys.consequenceKey { isBeside = true }
      if line.identifier == VariantFileHeader.consequenceKey, own == nil {
        own = line["Description"]?.hasPrefix(VariantFileHeader.consequenceDescription) == true
      }
    }
    hasForeign = own.map { !$0 } ?? !isBeside
  }

  /// `nil` where the source's values are left out.
  func name(of key: String) -> String? {
    switch key {
    case VariantFileHeader.consequenceKey: hasForeign ? SourceKeys.consequenceKey : nil
    // Of two, the later program's stay.
    case SourceKeys.consequenceKey: hasForeign ? nil : key
    case VariantFileHeader.classKey, VariantFileHeader.pointsKey: nil
    default: key
    }
  }

  /// An `INFO` line with the name of its key; `nil` where it is left out.
  func line(_ text: String, of key: String) -> String? {
    guard let name = name(of: key) else { return nil }
    guard name != key else { return text }
    for (before, behind) in [("<", ","), (",", ","), (",", ">"), ("<", ">")] {
      let parts = text.split(separator: "\(before)ID=\(key)\(behind)", maxSplits: 1)
      if parts.count == 2 { return parts.joined(separator: "\(before)ID=\(name)\(behind)") }
    }
    return "##INFO=<ID=\(name),Number=.,Type=String,Description=\"Not described in the source\">"
  }
}
