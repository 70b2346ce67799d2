#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Facts about a path that need no open file.
enum PathFacts {
  /// `path` from the root on, since htslib reads a scheme from the start of a relative name.
  static func absolute(_ path: String) -> String? {
    if path.utf8.first == UInt8(ascii: "/") { return path }
    guard let buffer = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(buffer) }
    return unsafe String(cString: buffer) + "/" + path
  }

  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Whether `path` is a file on a disk; a pipe gives its bytes only once.
  static func isRegular(_ path: String) -> Bool { FileFacts.of(path)?.isRegular == true }

  /// Whether `path` was changed before `other` was; `false` where either can't be examined.
  static func isOlder(_ path: String, than other: String) -> Bool {
    guard let one = FileFacts.of(path), let two = FileFacts.of(other) else { return false }
    return (one.seconds, one.nanoseconds) < (two.seconds, two.nanoseconds)
  }
}
