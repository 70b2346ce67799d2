import CHTSlib

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// htslib's process-wide settings, made once before its first use.
enum HTSLibrary {
  /// Silences htslib's own messages (they become `HTSError`), and points its search for CRAM
  /// references at places that can't exist: unset, htslib asks a server on the network.
  private static let isPrepared: Bool = {
    hts_set_log_level(HTS_LOG_OFF)
    let path = unsafe setenv("REF_PATH", "/dev/null/no-reference-search", 1)
    let cache = unsafe setenv("REF_CACHE", "/dev/null/no-reference-cache/%s", 1)
    return path == 0 && cache == 0
  }()

  static func prepare(file: String) throws(HTSError) {
    guard isPrepared else {
      throw HTSError(
        .notReadable, file: file, "the process environment can't be changed; free some memory")
    }
  }
}

/// The version of the htslib in use, as `1.16`.
public enum HTSVersion {
  public static var text: String {
    unsafe hts_version().map { unsafe String(cString: $0) } ?? "unknown"
  }
}
