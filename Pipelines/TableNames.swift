import Genome
import Nomenclature
import ReferenceBundle

/// Finds rows of the curated table by their identifier, their ClinVar identifier, or a name that
/// papers and databases use for them.
struct TableNames {
  /// The rows looked among.
  let rows: [ResolvedVariant]
  /// The transcript that rows are named on.
  let transcript: String

  /// A word that is an identifier and nothing else, so that a miss can be said as such.
  static func isIdentifier(_ text: String) -> Bool {
    ["FX", "VCV", "RCV", "SCV", "RS", "VAR_", "CLINVAR:", "CLINVAR"].contains { prefix in
      let rest = text.uppercased().dropFirst(prefix.count).prefix { $0 != "." }
      return text.uppercased().hasPrefix(prefix) && !rest.isEmpty
        && rest.allSatisfy { $0.isASCII && $0.isNumber }
    }
  }

  /// The row with this identifier (`FX0001`, `VCV000011407`, `11407`, `ClinVar:11407`), or `nil`.
  func row(identifier text: String) -> ResolvedVariant? {
    let wanted = text.uppercased()
    if let row = rows.first(where: { $0.row.identifier == wanted }) { return row }
    let number = TableNames.clinVarNumber(wanted)
    guard !number.isEmpty else { return nil }
    return rows.first {
      TableNames.clinVarNumber($0.row.clinVarIdentifier) == number
    }
  }

  /// Every row that goes by this name, white space aside: papers have given one name to two
  /// alleles. Identifiers may be written in any case.
  func rows(named text: String) -> [ResolvedVariant] {
    let isIdentifier = TableNames.isIdentifier(text)
    let wanted = isIdentifier ? text.uppercased() : text
    let coding = codingName(text)
    return rows.filter { row in
      row.row.otherNames.contains {
        let name = $0.filter { !$0.isWhitespace }
        return (isIdentifier ? name.uppercased() : name) == wanted
      } || (row.change(.grch38) == nil && row.row.codingName == coding)
    }
  }

  /// The `c.` name that reports print for a row; that of a row known by what it removes has no place on
  /// the transcript, so that it is found as a name alone.
  private func codingName(_ text: String) -> String? {
    let parts = QualifiedName(text)
    let sequence = parts.selection.hasPrefix("NM_") ? parts.selection : parts.sequence
    return ["", "FOXP3", transcript].contains(sequence) ? parts.description : nil
  }

  /// Digits of a ClinVar variation identifier without leading zeros and version; empty for
  /// anything else.
  private static func clinVarNumber(_ name: String) -> String {
    let bare = name.trimmingPrefix(/(?:CLINVAR:?)?(?:VCV)?/).prefix { $0 != "." }
    guard bare.allSatisfy({ $0.isASCII && $0.isNumber }) else { return "" }
    return String(bare.drop { $0 == "0" })
  }
}
