import CHTSlib

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How records are written, by bcftools' letters.
public enum VariantEncoding: String, Sendable, CaseIterable, Hashable {
  case text = "v"
  case compressedText = "z"
  case binary = "b"
  case uncompressedBinary = "u"
}

/// Writes the records of a variant file as VCF or BCF, without an index.
public enum VariantOutput {
  /// Writes `header` (lines ended by newlines) and `records` (lines without), in the order given,
  /// to `path`, or to standard output for `nil`. Text is written as it is; BCF goes through
  /// htslib's record parser, and a record that this refuses is an error.
  public static func write(
    header: String, records: [String], as encoding: VariantEncoding, to path: String?
  ) throws(HTSError) {
    let name = path ?? "standard output"
    try HTSLibrary.prepare(file: name)
    switch encoding {
    case .text, .compressedText:
      try writeText(header, records, isCompressed: encoding == .compressedText, to: path, name)
    case .binary, .uncompressedBinary:
      let mode = encoding == .binary ? "wb" : "wbu"
      var writer = try BinaryWriter(header: header, name: name)
      try writer.write(records, to: try descriptor(path, name), mode: mode)
    }
  }

  private static func writeText(
    _ header: String, _ records: [String], isCompressed: Bool, to path: String?, _ name: String
  ) throws(HTSError) {
    guard let bytes = unsafe bgzf_dopen(try descriptor(path, name), isCompressed ? "w" : "wu")
    else { throw VariantWriter.failure(name, errno) }
    var isWritten = unsafe VariantWriter.append(header, to: bytes)
    for record in records where isWritten {
      isWritten = unsafe VariantWriter.append(record + "\n", to: bytes)
    }
    let cause = errno
    guard unsafe bgzf_close(bytes) == 0, isWritten else {
      throw VariantWriter.failure(name, isWritten ? errno : cause)
    }
  }

  private static func descriptor(_ path: String?, _ name: String) throws(HTSError) -> CInt {
    if let path { return try VariantWriter.descriptor(path) }
    let descriptor = dup(STDOUT_FILENO)
    guard descriptor >= 0 else { throw VariantWriter.failure(name, errno) }
    return descriptor
  }
}

/// Turns lines into BCF.
@safe
private struct BinaryWriter: ~Copyable {
  private let name: String
  private let header: UnsafeMutablePointer<bcf_hdr_t>
  private let record: UnsafeMutablePointer<bcf1_t>
  private let isReadable: Bool

  init(header text: String, name: String) throws(HTSError) {
    guard let header = unsafe bcf_hdr_init("r") else { throw VariantWriter.failure(name, ENOMEM) }
    guard let record = unsafe bcf_init() else {
      unsafe bcf_hdr_destroy(header)
      throw VariantWriter.failure(name, ENOMEM)
    }
    unsafe self.header = unsafe header
    unsafe self.record = unsafe record
    self.name = name
    var bytes = text.utf8CString
    let status = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      unsafe bcf_hdr_parse(header, buffer.baseAddress)
    }
    isReadable = status == 0
  }

  deinit {
    unsafe bcf_destroy(record)
    unsafe bcf_hdr_destroy(header)
  }

  /// Parses every record once before the header is written, since a tag or contig that the header
  /// does not declare is added to it by the parser, and BCF names both by the header's numbers.
  mutating func write(
    _ records: [String], to descriptor: CInt, mode: String
  ) throws(HTSError) {
    guard let bytes = unsafe hdopen(descriptor, "w") else {
      close(descriptor)
      throw VariantWriter.failure(name, errno)
    }
    guard let file = unsafe hts_hopen(bytes, name, mode) else {
      unsafe hclose_abruptly(bytes)
      throw VariantWriter.failure(name, errno)
    }
    var problem: HTSError?
    do throws(HTSError) {
      if !isReadable { throw HTSError(.malformed, file: name, "the header can't be made into BCF") }
      for line in records { try parse(line) }
      guard unsafe bcf_hdr_write(file, header) == 0 else {
        throw VariantWriter.failure(name, errno)
      }
      for line in records {
        try parse(line)
        guard unsafe bcf_write(file, header, record) == 0 else {
          throw VariantWriter.failure(name, errno)
        }
      }
    } catch {
      problem = error
    }
    let isClosed = unsafe hts_close(file) == 0
    if let problem { throw problem }
    if !isClosed { throw VariantWriter.failure(name, errno) }
  }

  private func parse(_ line: String) throws(HTSError) {
    var text = unsafe kstring_t(l: 0, m: 0, s: nil)
    defer { unsafe ks_free(&text) }
    let isCopied = unsafe kputs(line, &text) >= 0
    guard isCopied, unsafe vcf_parse(&text, header, record) == 0 else {
      let site = line.utf8.split(separator: UInt8(ascii: "\t")).prefix(2)
        .map { String(decoding: $0, as: UTF8.self) }.joined(separator: ":")
      throw HTSError(
        .malformed, file: name, record: Excerpt.quoted(site),
        "can't be made into BCF; write text (-O v or z), or correct the record")
    }
  }
}
