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
    try VariantFile(OpenedInput.open(path, accepting: [.variants]))
  }

  init(_ opened: OpenedInput) throws(HTSError) {
    let isBinary = unsafe opened.found.format == bcf
    unsafe self.init(
      name: opened.name, path: opened.path, size: opened.size,
      format: VariantFormat(isBinary: isBinary, compression: opened.compression),
      header: .unread, stream: opened.stream, descriptor: opened.descriptor)
    try checkEndOfFileBlock()
    keepBlocks()
    try readHeader()
  }

  /// A small file's blocks are inflated once, though its header, the end of its index and each query
  /// read them: htslib keeps four (256 KiB).
  private func keepBlocks() {
    guard format.compression == .bgzf, let size, size <= 1 << 17 else { return }
    unsafe bgzf_set_cache_size(stream.pointee.fp.bgzf, 1 << 18)
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
      guard bytes.count + line.count < VariantFile.longestLine else { throw tooLong }
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
    // Behind the five bytes of the format's name (VCF specification, section 6.2).
    let stated = unsafe chts_stated_header_size(stream.pointee.fp.bgzf, 5)
    guard stated <= VariantFile.longestLine else { throw tooLong }
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
