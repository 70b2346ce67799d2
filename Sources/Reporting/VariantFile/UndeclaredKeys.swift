import Flow

/// Definitions of filters and keys that records use and their header does not hold: a file without
/// them is no valid VCF.
struct UndeclaredKeys {
  private var declared = Set(VariantFileHeader.ownKeys.map { "##INFO/\($0)" })

  init(header: [String]) {
    for line in header {
      guard let name = VariantFileHeader.definition(line) else { continue }
      declared.insert("\(name.kind)/\(name.identifier)")
    }
  }

  func lines(_ records: [ReadRecord], withSamples: Bool) -> [String] {
    var seen = declared
    var lines: [String] = []
    func declare(_ kind: String, _ name: Substring, _ type: String) {
      guard isName(name), seen.insert("##\(kind)/\(name)").inserted else { return }
      lines.append("##\(kind)=<ID=\(name),\(type)Description=\"Not described in the source\">")
    }
    for record in records where !record.isReferenceBlock {
      for filter in record.filters where filter != "PASS" { declare("FILTER", filter[...], "") }
      let columns = record.fixedText.split(separator: "\t", omittingEmptySubsequences: false)
      let information = columns.count > 7 && columns[7] != "." ? columns[7] : ""
      for entry in information.split(separator: ";") {
        let key = entry.prefix { $0 != "=" }
        let isFlag = key.endIndex == entry.endIndex
        declare("INFO", key, isFlag ? "Number=0,Type=Flag," : "Number=.,Type=String,")
      }
      guard withSamples, let format = record.formatText, format != "." else { continue }
      for key in format.split(separator: ":") { declare("FORMAT", key, "Number=.,Type=String,") }
    }
    return lines
  }

  /// Whether a header line can hold it.
  private func isName(_ name: Substring) -> Bool {
    !name.isEmpty && name.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
      && !name.contains { ",\"=".contains($0) }
  }
}
