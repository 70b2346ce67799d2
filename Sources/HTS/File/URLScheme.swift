/// The names htslib would take for something other than a local file.
enum URLScheme {
  /// Schemes of htslib and its plug-ins (hfile.c, hfile_libcurl.c, hfile_s3.c, hfile_gcs.c,
  /// crypt4gh); a local file of such a name is refused too.
  private static let known: Set<String> = [
    "http", "https", "ftp", "ftps", "sftp", "scp", "s3", "s3+http", "s3+https", "gs", "gs+http",
    "gs+https", "file", "data", "preload", "mem", "crypt4gh", "htsget", "irods", "ega",
  ]

  /// The scheme for which `path` is refused, or `nil` for a local name. A name that only looks
  /// like an address is local where such a file exists.
  static func refused(in path: String) -> String? {
    guard let scheme = scheme(of: path) else { return nil }
    if known.contains(scheme) { return scheme }
    return PathFacts.exists(path) ? nil : scheme
  }

  /// `[A-Za-z][A-Za-z0-9+.-]*` before a colon (RFC 3986, section 3.1), in lower case.
  static func scheme(of path: String) -> String? {
    guard let colon = path.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = path.utf8[..<colon]
    guard let first = scheme.first, isLetter(first) else { return nil }
    guard scheme.allSatisfy(isSchemeByte) else { return nil }
    return path[..<colon].lowercased()
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }
}
