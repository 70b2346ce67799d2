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

  static func all(of unit: BatchUnit, fasta: String?) -> [FileIdentity] {
    paths(of: unit, fasta).compactMap { FileIdentity($0) }
  }

  /// Whether no file of a unit was touched since `file` was written: who writes other bytes can keep name, size and
  /// time (`touch -r`, `rsync -t`), but not the time at which that was done.
  static func areUntouched(_ unit: BatchUnit, fasta: String?, since file: String) -> Bool {
    guard let written = FileFacts.of(file)?.modifiedTime else { return false }
    return paths(of: unit, fasta).compactMap { FileFacts.of($0)?.statusChanged }
      .allSatisfy { $0 <= written }
  }

  /// The files a unit is read from: input, reads and FASTA, with the indexes beside them.
  private static func paths(of unit: BatchUnit, _ fasta: String?) -> [String] {
    [unit.input, unit.row.alignments, fasta].compactMap { $0 }.flatMap { path in
      [path] + IndexNames.all(of: path)
    }
  }
}
