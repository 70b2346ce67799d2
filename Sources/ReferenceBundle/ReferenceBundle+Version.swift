extension ReferenceBundle {
  /// Version of the built-in curated table, read from the manifest alone: a program that only says
  /// its versions need not read the rest.
  public static func embeddedTableVersion() -> String? {
    var problems: [TableProblem] = []
    guard let bytes = EmbeddedFiles.file(Manifest.fileName) else { return nil }
    return Manifest.read(bytes, problems: &problems)
      .first { $0.path == ReferenceParts.curatedFile }?.version
  }
}
