import CHTSlib

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a file holds, by its first bytes.
public enum InputContent: String, Sendable, CaseIterable, Hashable {
  /// VCF or BCF.
  case variants
  /// SAM, BAM or CRAM.
  case reads
}

/// An input whose content is known and whose header is not yet read. Whoever takes it closes it.
@safe
struct OpenedInput {
  let name: String
  /// `nil` for standard input.
  let path: String?
  /// Bytes; `nil` for a stream.
  let size: Int?
  /// The open file once more; `nil` for a stream.
  let descriptor: CInt?
  let stream: UnsafeMutablePointer<htsFile>
  let found: htsFormat

  var content: InputContent {
    OpenedInput.content(unsafe found.format) ?? .variants
  }

  var compression: VariantFormat.Compression {
    switch unsafe found.compression {
    case bgzf: .bgzf
    case gzip: .gzip
    default: .none
    }
  }

  /// Opens a local file, or standard input for `-`, and looks what it holds.
  static func open(
    _ path: String, accepting contents: Set<InputContent>
  ) throws(HTSError) -> OpenedInput {
    let isStream = path == "-"
    let name = isStream ? "standard input" : path
    try HTSLibrary.prepare(file: name)
    let local = try LocalFile.open(path)
    let descriptor = isStream ? nil : local.duplicate()
    let (stream, found) = try unsafe handOver(local, descriptor, name: name, accepting: contents)
    return unsafe OpenedInput(
      name: name, path: isStream ? nil : path, size: local.size, descriptor: descriptor,
      stream: stream, found: found)
  }

  /// Gives the descriptor to htslib once the content is known: `hts_hopen` on its own follows the
  /// addresses in an htsget ticket, which is a local file too.
  ///
  /// Where that fails, the descriptor and its duplicate are closed.
  private static func handOver(
    _ local: LocalFile, _ duplicate: CInt?, name: String, accepting contents: Set<InputContent>
  ) throws(HTSError) -> (UnsafeMutablePointer<htsFile>, htsFormat) {
    var isOpen = false
    defer { if !isOpen, let duplicate { close(duplicate) } }
    guard let bytes = unsafe hdopen(local.descriptor, "r") else {
      close(local.descriptor)
      throw HTSError(.notReadable, file: name, "can't be read (\(SystemCause.text(errno)))")
    }
    var found = unsafe htsFormat()
    let status = unsafe hts_detect_format(bytes, &found)
    if let problem = unsafe problem(status, found, local, name: name, accepting: contents) {
      unsafe hclose_abruptly(bytes)
      throw problem
    }
    guard let stream = unsafe hts_hopen(bytes, name, "r") else {
      let cause = SystemCause.text(errno)
      unsafe hclose_abruptly(bytes)
      throw HTSError(.corrupt, file: name, "can't be read as \(words(contents)) (\(cause))")
    }
    isOpen = true
    return unsafe (stream, found)
  }

  /// Bytes of BGZF's end-of-file block, all that an empty file of it has.
  private static let emptyBGZFSize = 28

  private static func problem(
    _ status: CInt, _ found: htsFormat, _ local: LocalFile, name: String,
    accepting contents: Set<InputContent>
  ) -> HTSError? {
    let (kind, compression) = unsafe (found.format, found.compression)
    if status < 0 {
      return HTSError(.corrupt, file: name, "can't be read (\(SystemCause.text(errno)))")
    }
    if kind == empty_format, let size = local.size, size > 0,
      size < emptyBGZFSize || (compression == bgzf && size > emptyBGZFSize)
    {
      return HTSError(
        .truncated, file: name, "is cut off after \(size) bytes; copy or make the file again")
    }
    if local.size == 0 || kind == empty_format {
      return HTSError(.empty, file: name, "is empty; give \(words(contents))")
    }
    let isReadable =
      [no_compression, gzip, bgzf].contains { $0 == compression } || kind == cram
    if isReadable, let content = content(kind), contents.contains(content) { return nil }
    if isReadable, kind == text_format, contents.contains(.variants) {
      return HTSError(
        .noHeader, file: name, "has no VCF header: the first line must be ##fileformat=VCFv4.x")
    }
    return unsafe HTSError(
      .notVariants, file: name,
      "is not \(words(contents)) but \(description(found)); give \(words(contents))")
  }

  private static func content(_ format: htsExactFormat) -> InputContent? {
    switch format {
    case vcf, bcf: .variants
    case sam, bam, cram: .reads
    default: nil
    }
  }

  private static func words(_ contents: Set<InputContent>) -> String {
    switch (contents.contains(.variants), contents.contains(.reads)) {
    case (true, true): "VCF, BCF, SAM, BAM or CRAM"
    case (_, true): "SAM, BAM or CRAM"
    default: "VCF or BCF"
    }
  }

  private static func description(_ found: htsFormat) -> String {
    var found = unsafe found
    guard let text = unsafe hts_format_description(&found) else { return "something unknown" }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }
}
