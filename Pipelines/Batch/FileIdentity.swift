import HTS
import Settings

/// What tells a file from a changed one without reading it. Folders are left out, so that results
/// can be moved together with their inputs.
struct FileIdentity: Codable, Sendable, Hashable {
  var name: String
  /// Bytes.
  var size: Int
  /// Seconds since 1970, with nine decimals.
  var modified: String

  /// `nil` where there is no such file.
  init?(_ path: String) {
    guard let facts = FileFacts.of(path) else { return nil }
    name = PathName.last(of: path)
    size = facts.size
    modified = facts.modified
  }

  /// The files a unit is read from: input, reads and FASTA, with the indexes beside them.
  static func all(of unit: BatchUnit, fasta: String?) -> [FileIdentity] {
    let paths = [unit.input, unit.row.alignments, fasta].compactMap { $0 }
    return paths.flatMap { path in
      ([path] + IndexNames.all(of: path)).compactMap { FileIdentity($0) }
    }
  }
}
