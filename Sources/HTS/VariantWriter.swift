import CHTSlib

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes VCF text as BGZF with a tabix index. The same text gives the same bytes.
public enum VariantWriter {
  /// Writes `header` (lines ended by newlines) and `records` (lines without) to `path`, and the
  /// index to `indexPath`. Records have to be sorted by contig and position. Files that exist are
  /// overwritten and keep their modes; on an error they may be left incomplete.
  public static func write(
    header: String, records: some Sequence<String>, to path: String, index indexPath: String
  ) throws(HTSError) {
    try HTSLibrary.prepare(file: path)
    try compress(header: header, records: records, to: path)
    try index(path, as: indexPath)
  }

  private static func compress(
    header: String, records: some Sequence<String>, to path: String
  ) throws(HTSError) {
    guard let bytes = unsafe bgzf_dopen(try descriptor(path), "w") else {
      throw failure(path, errno)
    }
    var isWritten = unsafe append(header, to: bytes)
    for record in records {
      guard isWritten else { break }
      isWritten = unsafe append(record + "\n", to: bytes)
    }
    let cause = errno
    let isClosed = unsafe bgzf_close(bytes) == 0
    if !isWritten { throw failure(path, cause) }
    if !isClosed { throw failure(path, errno) }
  }

  static func append(_ text: String, to bytes: UnsafeMutablePointer<BGZF>) -> Bool {
    var text = text
    return text.withUTF8 { buffer in
      unsafe bgzf_write(bytes, buffer.baseAddress, buffer.count) == buffer.count
    }
  }

  static func descriptor(_ path: String) throws(HTSError) -> CInt {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path, errno) }
    return descriptor
  }

  private static func index(_ path: String, as indexPath: String) throws(HTSError) {
    guard let file = PathFacts.absolute(path), let index = PathFacts.absolute(indexPath) else {
      throw HTSError(.writeFailed, file: indexPath, "can't be written: no current directory")
    }
    let status = unsafe tbx_index_build3(file, index, 0, 0, chts_variant_columns())
    guard status == 0 else {
      throw HTSError(
        .writeFailed, file: indexPath,
        "can't be written as the index of \(path): the records are not sorted, or there is no room"
      )
    }
  }

  static func failure(_ path: String, _ number: CInt) -> HTSError {
    let isFull = [ENOSPC, EDQUOT, EFBIG].contains(number)
    return HTSError(
      .writeFailed, file: path,
      isFull
        ? "can't be written: no space left; free some and run again"
        : "can't be written (\(SystemCause.text(number)))")
  }
}
