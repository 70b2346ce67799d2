/// A file's own name within its path.
public enum PathName {
  /// The name without its folders.
  public static func last(of path: String) -> String {
    path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
  }
}
