public import Genome

/// A table of curated variants: the built-in one, or a laboratory's own.
public struct CuratedTable: Sendable, Hashable {
  /// The file it was read from, for messages.
  public let file: String
  /// In transcript order, as in the file.
  public let rows: [CuratedVariant]
  /// The same rows in the same order, with their places.
  public let resolved: [ResolvedVariant]
  /// SHA-256 of a laboratory's file, hexadecimal; empty for the built-in table, which has a version.
  public internal(set) var digest = ""

  public init(file: String, rows: [CuratedVariant], resolved: [ResolvedVariant]) {
    self.file = file
    self.rows = rows
    self.resolved = resolved
  }

  /// No rows: for runs with the table switched off.
  public static let empty = CuratedTable(file: "", rows: [], resolved: [])

  /// By FX number; `nil` where the table has none of it.
  public func row(_ identifier: String) -> CuratedVariant? {
    rows.first { $0.identifier == identifier }
  }
}
