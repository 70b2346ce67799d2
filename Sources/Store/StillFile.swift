import Foundation

/// A database file without a log beside it, as it was found: nobody writes to it while it stays so.
struct StillFile: Sendable, Hashable {
  private struct Facts: Sendable, Hashable {
    var size: Int?
    var changed: Date?
  }

  /// Without links: the log lies beside the file itself.
  private let file: String
  private let found: Facts

  /// `nil` where there is a log with entries: what is in the file alone is not the latest.
  init?(_ path: String) {
    file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard !StillFile.hasLog(file) else { return nil }
    found = StillFile.facts(file)
  }

  /// For SQLite: read as it is, without helper files.
  var address: String { URL(fileURLWithPath: file).absoluteString + "?immutable=1" }

  /// Whether nobody began to write since.
  var isStill: Bool { !StillFile.hasLog(file) && StillFile.facts(file) == found }

  private static func hasLog(_ file: String) -> Bool { (facts(file + "-wal").size ?? 0) > 0 }

  private static func facts(_ path: String) -> Facts {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return Facts(
      size: (attributes?[.size] as? NSNumber)?.intValue,
      changed: attributes?[.modificationDate] as? Date)
  }
}
