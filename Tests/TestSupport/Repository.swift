public import Foundation

/// The files of this repository, for tests that read them where they stand.
public enum Repository {
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The fields of a tab-separated file's lines, without its head line. `path` is relative to the
  /// root.
  public static func table(_ path: String) throws -> [[String]] {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
      .split(separator: "\n").dropFirst().map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
  }
}
