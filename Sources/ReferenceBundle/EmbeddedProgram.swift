extension ReferenceBundle {
  /// The text of `Pipelines/pdf/worker.py`, which is the program's own, whatever folder a reference
  /// is read from.
  public static func embeddedPDFWorker() -> String {
    String(decoding: EmbeddedFiles.file("pdf/worker.py") ?? [], as: UTF8.self)
  }
}
