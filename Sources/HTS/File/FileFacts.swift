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
  /// Time of the last change of bytes, name, owner or times, in nanoseconds since 1970; nobody can set it.
  public let statusChanged: Int
  let isRegular: Bool
  /// A pipe, a socket or a device: it gives its bytes once, and opening it can wait for ever.
  public var isStream: Bool

  /// Of what stands at `path`, links followed (stat(2)); `nil` where there is nothing to examine.
  public static func of(_ path: String) -> FileFacts? {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { return nil }
    #if canImport(Glibc)
      let (time, status) = (facts.st_mtim, facts.st_ctim)
    #else
      let (time, status) = (facts.st_mtimespec, facts.st_ctimespec)
    #endif
    let kind = facts.st_mode & S_IFMT
    return FileFacts(
      size: Int(facts.st_size), seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec),
      statusChanged: Int(status.tv_sec) * 1_000_000_000 + Int(status.tv_nsec),
      isRegular: kind == S_IFREG, isStream: kind != S_IFREG && kind != S_IFDIR)
  }

  /// Time of the last change in nanoseconds since 1970, which who writes can set.
  public var modifiedTime: Int { seconds * 1_000_000_000 + nanoseconds }

  /// Time of the last change, as `1764129600.123456789` seconds since 1970.
  public var modified: String {
    let digits = String(nanoseconds)
    return "\(seconds)." + String(repeating: "0", count: max(0, 9 - digits.count)) + digits
  }
}
