import CHTSlib

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open SAM, BAM or CRAM file: owns htslib's handles, and gives one alignment at a time.
@safe
public struct AlignmentFile: ~Copyable {
  /// The name shown in messages.
  public let name: String
  /// `nil` for standard input.
  public let path: String?
  /// Bytes; `nil` for a stream.
  public let size: Int?
  public let format: AlignmentFormat
  public private(set) var header: AlignmentHeader
  /// Records given so far; starts again with each query.
  public internal(set) var recordCount = 0
  /// The open file once more, for reading by place; `nil` for a stream. Closed with this value.
  public let descriptor: CInt?

  let stream: UnsafeMutablePointer<htsFile>
  let hasReference: Bool
  var record: UnsafeMutablePointer<bam1_t>
  var lines: UnsafeMutablePointer<sam_hdr_t>?
  var index: OpaquePointer?
  /// The contigs that the index was loaded for; `nil`: all.
  var indexedContigs: Set<Int>?
  var query: UnsafeMutablePointer<hts_itr_t>?

  /// Opens a local file, or standard input for `-`. `fasta` is the reference of a CRAM.
  public static func open(_ path: String, fasta: String? = nil) throws(HTSError) -> AlignmentFile {
    try AlignmentFile(OpenedInput.open(path, accepting: [.reads]), fasta: fasta)
  }

  init(_ opened: OpenedInput, fasta: String?) throws(HTSError) {
    name = opened.name
    path = opened.path
    size = opened.size
    descriptor = opened.descriptor
    unsafe stream = unsafe opened.stream
    format = AlignmentFormat(opened)
    header = AlignmentHeader(text: "")
    hasReference = fasta != nil
    unsafe record = unsafe bam_init1()
    try checkEnd()
    if let fasta { try setReference(fasta) }
    try readHeader()
  }

  deinit {
    unsafe hts_itr_destroy(query)
    if let index = unsafe index { unsafe hts_idx_destroy(index) }
    if let lines = unsafe lines { unsafe sam_hdr_destroy(lines) }
    unsafe bam_destroy1(record)
    _ = unsafe hts_close(stream)
    if let descriptor { close(descriptor) }
  }

  /// The current record; valid until the next call of `next`.
  public var current: AlignmentRecord {
    @_lifetime(borrow self)
    get { AlignmentRecord(self) }
  }

  private func checkEnd() throws(HTSError) {
    guard size != nil else { return }
    let status = unsafe hts_check_EOF(stream)
    guard status <= 0 else { return }
    guard status == 0 else {
      throw HTSError(
        .corrupt, file: name,
        "can't be read at its end (\(SystemCause.text(errno))); check the disk")
    }
    throw HTSError(
      .truncated, file: name,
      "is cut off: its end-of-file marker is missing; copy or make the file again")
  }

  private func setReference(_ fasta: String) throws(HTSError) {
    guard format.kind == .cram else { return }
    let absolute = try ReferenceFile.absolute(fasta)
    guard PathFacts.isRegular(absolute + ".fai") else {
      throw HTSError(
        .notFound, file: fasta, "has no index beside it; make one with `samtools faidx`")
    }
    guard unsafe hts_set_fai_filename(stream, absolute) == 0 else {
      throw HTSError(.notReadable, file: fasta, "can't be used as the reference of a CRAM")
    }
  }

  private mutating func readHeader() throws(HTSError) {
    try checkStatedSize()
    unsafe lines = unsafe sam_hdr_read(stream)
    guard let lines = unsafe lines else {
      throw HTSError(
        .corrupt, file: name, "has a header that can't be read; copy or make the file again")
    }
    let text = unsafe sam_hdr_str(lines).map { unsafe String(cString: $0) } ?? ""
    header = AlignmentHeader(text: text)
    let count = unsafe Int(sam_hdr_nref(lines))
    guard header.contigs.count == count else {
      throw HTSError(
        .malformed, file: name,
        "has a header whose @SQ lines are not the contigs of its records; make the header again "
          + "with `samtools reheader`")
    }
  }

  /// BAM only: the text of the header stands behind the four bytes of the format's name (SAM
  /// specification, section 4.2), and htslib makes room for all that is stated.
  private func checkStatedSize() throws(HTSError) {
    guard format.kind == .bam else { return }
    let stated = unsafe chts_stated_header_size(stream.pointee.fp.bgzf, 4)
    guard stated > VariantFile.longestLine else { return }
    throw HTSError(
      .malformed, file: name,
      "states a header of \(stated) bytes, and no more than \(VariantFile.longestLine) are read; it "
        + "is damaged or made for something else")
  }

  /// Where reading ended, as `after record 12`; `nil` before the first.
  var place: String? { recordCount == 0 ? nil : "after record \(recordCount)" }

  func damaged(_ what: String) -> HTSError {
    HTSError(
      .corrupt, file: name, record: place,
      "\(what): it is cut off or damaged; copy or make the file again")
  }
}

extension AlignmentFormat {
  init(_ opened: OpenedInput) {
    let found = unsafe opened.found
    let isCRAM = unsafe found.format == cram
    kind = isCRAM ? .cram : unsafe found.format == bam ? .bam : .sam
    version = isCRAM ? unsafe "\(found.version.major).\(found.version.minor)" : ""
    compression = isCRAM ? .none : opened.compression
  }
}
