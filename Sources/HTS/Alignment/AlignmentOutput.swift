import CHTSlib

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes reads as BAM, one by one, without an index.
@safe
public struct AlignmentOutput: ~Copyable {
  private let name: String
  /// `nil` once it is closed.
  private var file: UnsafeMutablePointer<htsFile>?
  private let header: UnsafeMutablePointer<sam_hdr_t>
  /// What goes to standard output once all of it is there.
  private let waiting: CInt?

  /// `path` is overwritten, and may be left incomplete on an error. For `nil`, standard output gets
  /// everything with `finish`, or nothing; until then it waits in a file without a name in the
  /// folder for temporary files. `header`: lines of SAM, each ended by a newline.
  public static func open(
    header text: String, isCompressed: Bool, to path: String?
  ) throws(HTSError) -> AlignmentOutput {
    let name = path ?? "standard output"
    try HTSLibrary.prepare(file: name)
    let target =
      if let path { try VariantWriter.descriptor(path) } else { try temporary(name) }
    guard let header = unsafe sam_hdr_parse(text.utf8.count, text) else {
      close(target)
      throw HTSError(.malformed, file: name, "the header can't be made into BAM")
    }
    let waiting = path == nil ? dup(target) : nil
    // An excerpt is small: packing it well would take longer than finding it.
    let file = unsafe stream(target, isCompressed ? "wb1" : "wb0")
    let output = unsafe AlignmentOutput(name: name, file: file, header: header, waiting: waiting)
    guard let file = unsafe file, unsafe sam_hdr_write(file, header) == 0 else {
      throw output.failure
    }
    return output
  }

  private init(
    name: String, file: UnsafeMutablePointer<htsFile>?, header: UnsafeMutablePointer<sam_hdr_t>,
    waiting: CInt?
  ) {
    self.name = name
    unsafe self.file = unsafe file
    unsafe self.header = unsafe header
    self.waiting = waiting
  }

  deinit {
    if let file = unsafe file { _ = unsafe hts_close(file) }
    unsafe sam_hdr_destroy(header)
    if let waiting { close(waiting) }
  }

  private static func stream(
    _ target: CInt, _ mode: String
  ) -> UnsafeMutablePointer<htsFile>? {
    guard let bytes = unsafe hdopen(target, "w") else {
      close(target)
      return nil
    }
    if let file = unsafe hts_hopen(bytes, "output", mode) { return unsafe file }
    unsafe hclose_abruptly(bytes)
    return nil
  }

  private var failure: HTSError { VariantWriter.failure(name, errno) }

  /// Records have to come in the order that the header declares.
  public mutating func append(_ record: borrowing AlignmentRecord) throws(HTSError) {
    guard let file = unsafe file, unsafe sam_write1(file, header, record.record) >= 0 else {
      throw failure
    }
  }

  /// Ends the file, and hands it to standard output where that is the target.
  public mutating func finish() throws(HTSError) {
    guard let closing = unsafe file else { return }
    unsafe file = nil
    guard unsafe hts_close(closing) == 0 else { throw failure }
    if let waiting { try copy(waiting) }
  }

  private static func temporary(_ name: String) throws(HTSError) -> CInt {
    guard let made = unsafe tmpfile() else { throw VariantWriter.failure(name, errno) }
    defer { unsafe fclose(made) }
    let descriptor = unsafe dup(fileno(made))
    guard descriptor >= 0 else { throw VariantWriter.failure(name, errno) }
    return descriptor
  }

  /// Copies a file from its first byte on to standard output.
  private func copy(_ descriptor: CInt) throws(HTSError) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw failure }
    var buffer = [UInt8](repeating: 0, count: 256 * 1024)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      guard count >= 0 else { throw failure }
      if count == 0 { return }
      try AlignmentOutput.put(buffer.span.extracting(0..<count), name)
    }
  }

  private static func put(_ bytes: Span<UInt8>, _ name: String) throws(HTSError) {
    var written = 0
    while written < bytes.count {
      let more = unsafe bytes.extracting(written...).withUnsafeBytes { rest in
        unsafe write(STDOUT_FILENO, rest.baseAddress, rest.count)
      }
      guard more > 0 else { throw VariantWriter.failure(name, errno) }
      written += more
    }
  }
}
