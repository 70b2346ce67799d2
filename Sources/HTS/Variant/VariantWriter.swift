import CHTSlib

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Makes BGZF of VCF text, with a tabix index. The same text gives the same bytes.
public enum VariantWriter {
  /// The bytes of a file and of the `.tbi` beside it.
  public struct Files: Sendable, Hashable {
    public let text: [UInt8]
    public let index: [UInt8]
  }

  /// `header`: lines ended by newlines; `records`: lines without, sorted by contig and position.
  ///
  /// - Parameter name: of the file that they are for, in errors.
  public static func files(
    header: String, records: some Sequence<String>, named name: String
  ) throws(HTSError) -> Files {
    try HTSLibrary.prepare(file: name)
    let text = try MemoryFile(for: name)
    let index = try MemoryFile(for: name)
    try compress(header: header, records: records, to: text.path, name)
    guard unsafe tbx_index_build3(text.path, index.path, 0, 0, chts_variant_columns()) == 0 else {
      throw HTSError(
        .writeFailed, file: name,
        "can't be given an index: the records are not sorted, or there is no memory")
    }
    return Files(text: try text.bytes(for: name), index: try index.bytes(for: name))
  }

  private static func compress(
    header: String, records: some Sequence<String>, to path: String, _ name: String
  ) throws(HTSError) {
    guard let bytes = unsafe bgzf_dopen(try descriptor(path), "w") else {
      throw failure(name, errno)
    }
    var isWritten = unsafe append(header, to: bytes)
    for record in records {
      guard isWritten else { break }
      isWritten = unsafe append(record + "\n", to: bytes)
    }
    let cause = errno
    let isClosed = unsafe bgzf_close(bytes) == 0
    if !isWritten { throw failure(name, cause) }
    if !isClosed { throw failure(name, errno) }
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

  static func failure(_ path: String, _ number: CInt) -> HTSError {
    let isFull = [ENOSPC, EDQUOT, EFBIG].contains(number)
    return HTSError(
      .writeFailed, file: path,
      isFull
        ? "can't be written: no space left; free some and run again"
        : "can't be written (\(SystemCause.text(number)))")
  }
}
