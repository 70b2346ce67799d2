import CHTSlib

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension VariantFile {
  /// Whether `path` can be read more than once: not standard input, a named pipe or the shell's
  /// `<(…)`, whose bytes are gone once read.
  public static func canBeReadAgain(_ path: String) -> Bool {
    path != "-" && PathFacts.isRegular(path)
  }

  /// Opens a local VCF (plain, gzip, BGZF) or BCF file, or standard input for `-`, and reads its
  /// header. A BGZF file without its end-of-file block is refused before anything is read.
  public static func open(_ path: String) throws(HTSError) -> VariantFile {
    let isStream = path == "-"
    let name = isStream ? "standard input" : path
    try HTSLibrary.prepare(file: name)
    let local = try LocalFile.open(path)
    let descriptor = isStream ? nil : local.duplicate()
    let (stream, found) = try unsafe handOver(local, descriptor, name: name)
    let compression = unsafe compression(found)
    var file = unsafe VariantFile(
      name: name, path: isStream ? nil : path, size: local.size,
      format: VariantFormat(isBinary: unsafe found.format == bcf, compression: compression),
      header: .unread, stream: stream, descriptor: descriptor)
    try file.checkEndOfFileBlock()
    try file.readHeader()
    return file
  }

  /// Gives the descriptor to htslib once the content is known to be variants: `hts_hopen` on its
  /// own follows the addresses in an htsget ticket, which is a local file too.
  ///
  /// Where that fails, the descriptor and its duplicate are closed.
  private static func handOver(
    _ local: LocalFile, _ duplicate: CInt?, name: String
  ) throws(HTSError) -> (UnsafeMutablePointer<htsFile>, htsFormat) {
    var isOpen = false
    defer { if !isOpen, let duplicate { close(duplicate) } }
    guard let bytes = unsafe hdopen(local.descriptor, "r") else {
      close(local.descriptor)
      throw HTSError(.notReadable, file: name, "can't be read (\(SystemCause.text(errno)))")
    }
    var found = unsafe htsFormat()
    let status = unsafe hts_detect_format(bytes, &found)
    if let problem = unsafe problem(status, found, local, name: name) {
      unsafe hclose_abruptly(bytes)
      throw problem
    }
    guard let stream = unsafe hts_hopen(bytes, name, "r") else {
      let cause = SystemCause.text(errno)
      unsafe hclose_abruptly(bytes)
      throw HTSError(.corrupt, file: name, "can't be read as VCF or BCF (\(cause))")
    }
    isOpen = true
    return unsafe (stream, found)
  }

  private static func problem(
    _ status: CInt, _ found: htsFormat, _ local: LocalFile, name: String
  ) -> HTSError? {
    let (kind, compression) = unsafe (found.format, found.compression)
    if status < 0 {
      return HTSError(.corrupt, file: name, "can't be read (\(SystemCause.text(errno)))")
    }
    if local.size == 0 || kind == empty_format {
      return HTSError(.empty, file: name, "is empty; give a VCF or BCF file")
    }
    let isReadable = [no_compression, gzip, bgzf].contains { $0 == compression }
    if isReadable, kind == vcf || kind == bcf { return nil }
    if isReadable, kind == text_format {
      return HTSError(
        .noHeader, file: name, "has no VCF header: the first line must be ##fileformat=VCFv4.x")
    }
    return unsafe HTSError(
      .notVariants, file: name, "is not VCF or BCF but \(words(found)); give a VCF or BCF")
  }

  private static func words(_ found: htsFormat) -> String {
    var found = unsafe found
    guard let text = unsafe hts_format_description(&found) else { return "something unknown" }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }

  private static func compression(_ found: htsFormat) -> VariantFormat.Compression {
    switch unsafe found.compression {
    case bgzf: .bgzf
    case gzip: .gzip
    default: .none
    }
  }

  private func checkEndOfFileBlock() throws(HTSError) {
    guard format.compression == .bgzf, size != nil else { return }
    if unsafe bgzf_check_EOF(stream.pointee.fp.bgzf) == 0 { throw endMissing }
  }

  var endMissing: HTSError {
    failure(
      .truncated, "is cut off: its BGZF end-of-file block is missing; copy or make the file again")
  }

  private mutating func readHeader() throws(HTSError) {
    let text = format.isBinary ? try binaryHeaderText() : try headerLines()
    header = try VariantHeader(text: text, file: name)
  }

  private mutating func headerLines() throws(HTSError) -> String {
    var bytes: [UInt8] = []
    while try readLine() {
      let line = currentLine
      guard line.count > 0, line[0] == UInt8(ascii: "#") else { break }
      for index in line.indices { bytes.append(line[index]) }
      bytes.append(UInt8(ascii: "\n"))
      if line.count > 1, line[1] != UInt8(ascii: "#") {
        return String(decoding: bytes, as: UTF8.self)
      }
    }
    throw failure(
      .noHeader, "has no #CHROM line after its ## lines; the header is cut off or damaged")
  }

  private mutating func binaryHeaderText() throws(HTSError) -> String {
    unsafe binarySource.file = unsafe stream
    unsafe binarySource.header = unsafe bcf_hdr_read(stream)
    unsafe binaryRecord = unsafe bcf_init()
    guard unsafe binarySource.header != nil, unsafe binaryRecord != nil else {
      throw failure(.corrupt, "has a BCF header that can't be read; copy or make the file again")
    }
    unsafe line.l = 0
    guard unsafe bcf_hdr_format(binarySource.header, 0, &line) == 0 else {
      throw failure(.corrupt, "has a BCF header that can't be printed as text")
    }
    return ColumnText.string(currentLine)
  }
}
