/// The FASTA that a CRAM was written with.
public enum ReferenceFile {
  /// Whether there is such a file, also where the input turns out to need none.
  public static func check(_ path: String) throws(HTSError) { _ = try absolute(path) }

  /// The path from the root on.
  static func absolute(_ path: String) throws(HTSError) -> String {
    if let scheme = URLScheme.refused(in: path) {
      throw HTSError(.isURL, file: path, "is a network address (`\(scheme):`); give a local file")
    }
    guard let absolute = PathFacts.absolute(path), PathFacts.isRegular(absolute) else {
      throw HTSError(.notFound, file: path, "is no file; give the FASTA the CRAM was written with")
    }
    return absolute
  }
}
