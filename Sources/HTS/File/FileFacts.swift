#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the file system says of a file without reading it: enough to see that it was changed.
public struct FileFacts: Sendable, Hashable {
  /// Bytes.
  public var size: Int
  /// Time of the last change: whole seconds since 1970, and what is beyond them.
  let seconds: Int
  let nanoseconds: Int
  let isRegular: Bool
  /// A pipe, a socket or a device: it gives its bytes once, and opening it can wait for ever.
  public var isStream: Bool

  /// Of what stands at `path`, links followed (stat(2)); `nil` where there is nothing to examine.
  public static func of(_ path: String) -> FileFacts? {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { return nil }
    #if canImport(Glibc)
      let time = facts.st_mtim
    #else
      let time = facts.st_mtimespec
    #endif
    let kind = facts.st_mode & S_IFMT
    return FileFacts(
      size: Int(facts.st_size), seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec),
      isRegular: kind == S_IFREG, isStream: kind != S_IFREG && kind != S_IFDIR)
  }

  /// Time of the last change, as `1764129600.123456789` seconds since 1970.
  public var modified: String {
    let digits = String(nanoseconds)
    return "\(seconds)." + String(repeating: "0", count: max(0, 9 - digits.count)) + digits
  }
}
