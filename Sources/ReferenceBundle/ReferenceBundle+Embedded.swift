extension ReferenceBundle {
  /// Version of the built-in curated table, read from the manifest alone: a program that only says
  /// its versions need not read the rest.
  public static func embeddedTableVersion() -> String? {
    var problems: [TableProblem] = []
    guard let bytes = EmbeddedFiles.file(Manifest.fileName) else { return nil }
    return Manifest.read(bytes, problems: &problems)
      .first { $0.path == ReferenceParts.curatedFile }?.version
  }

  /// The YAML text of the profiles built into the program, by name (`clinical-genome`). They are
  /// the program's own, whatever folder a reference is read from.
  public static func embeddedProfiles() -> [String: String] {
    var profiles: [String: String] = [:]
    for (path, bytes) in EmbeddedFiles.contents()
    where path.hasPrefix("profiles/") && path.hasSuffix(".yaml") {
      let name = path.dropFirst("profiles/".count).dropLast(".yaml".count)
      profiles[String(name)] = String(decoding: bytes, as: UTF8.self)
    }
    return profiles
  }

  /// The text of `Pipelines/pdf/worker.py`, likewise the program's own.
  public static func embeddedPDFWorker() -> String {
    String(decoding: EmbeddedFiles.file("pdf/worker.py") ?? [], as: UTF8.self)
  }
}
