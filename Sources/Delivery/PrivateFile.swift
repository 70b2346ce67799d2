/// A file that another library fills and that has to be its user's alone, as the store of a private run.
public enum PrivateFile {
  /// Makes an empty file that nobody else may read where there is none, so that it is private from its
  /// first byte on. One that is there keeps its mode: a file that others may open is an error.
  /// What is no file is left to who opens it.
  public static func prepare(_ path: String) throws(DeliveryError) {
    if OutputFile.kind(path) == nil { try OutputFile.makePrivate(path) }
    guard OutputFile.kind(path) == .other, let mode = OutputFile.mode(path), mode & 0o077 != 0
    else { return }
    throw DeliveryError(
      .notPermitted, file: path,
      "others may open this file (mode \(String(mode, radix: 8))), which --private rules out; make it "
        + "yours alone (chmod 600), name another file, or leave --private out")
  }
}
