/// One file of the reference: where it came from and what its bytes are.
public struct ManifestEntry: Sendable, Hashable {
  /// Path below the reference folder.
  public let path: String
  /// SHA-256 of the file, hexadecimal, lower case.
  public let sha256: String
  public let source: String
  public let version: String
  /// Of this version, as `2026-11-23`.
  public let date: String
  public let licence: String
  /// Line in the manifest, 1-based.
  public let line: Int

  public init(
    path: String, sha256: String, source: String, version: String, date: String,
    licence: String, line: Int
  ) {
    self.path = path
    self.sha256 = sha256
    self.source = source
    self.version = version
    self.date = date
    self.licence = licence
    self.line = line
  }
}

/// Reads `MANIFEST.tsv`.
enum Manifest {
  static let fileName = "MANIFEST.tsv"
  static let columns = ["path", "sha256", "source", "version", "date", "licence"]

  static func read(_ bytes: [UInt8], problems: inout [TableProblem]) -> [ManifestEntry] {
    let table = Table(bytes, file: fileName, columns: columns, problems: &problems)
    var entries: [ManifestEntry] = []
    for row in table.rows {
      var reader = RowReader(row)
      let entry = entry(&reader)
      if entries.contains(where: { $0.path == entry.path }) {
        reader.fail("path", "\(entry.path) is listed twice")
      }
      problems += reader.problems
      entries.append(entry)
    }
    return entries
  }

  private static func entry(_ reader: inout RowReader) -> ManifestEntry {
    let digest = reader.required("sha256")
    let isHexadecimal = digest.utf8.allSatisfy { Array("0123456789abcdef".utf8).contains($0) }
    if digest.utf8.count != 64 || !isHexadecimal {
      reader.fail("sha256", "is not 64 lower-case hexadecimal digits")
    }
    let path = reader.required("path")
    if path.hasPrefix("/") || path.split(separator: "/").contains("..") {
      reader.fail("path", "\(path) leads out of the reference folder")
    }
    return ManifestEntry(
      path: path, sha256: digest, source: reader.required("source"),
      version: reader.required("version"), date: reader.required("date"),
      licence: reader.required("licence"), line: reader.row.line)
  }
}
