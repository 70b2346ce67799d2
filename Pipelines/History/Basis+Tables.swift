import Store

extension StoredSample.Basis {
  /// Names of the laboratory's own tables, as `1.0.1 under lab.tsv (SHA-256 …), new.tsv (SHA-256 …)` lists them.
  var laboratoryTables: [String] {
    guard let start = table.firstRange(of: " under ") else { return [] }
    return table[start.upperBound...].split(separator: "), ").compactMap { entry in
      entry.firstRange(of: " (SHA-256 ").map { String(entry[..<$0.lowerBound]) }
    }
  }
}
