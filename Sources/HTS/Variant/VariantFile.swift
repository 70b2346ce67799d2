import CHTSlib

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open VCF or BCF file: owns htslib's handles, and gives one record at a time as text.
///
/// The bytes are read, inflated and looked up in an index by htslib. A line of VCF is kept as it
/// stands in the source and never goes through htslib's record parser, which accepts what the
/// specification forbids and refuses some of what VCF 4.4 allows (`HTSlibBehaviourTests`). A BCF
/// record is printed by htslib as the line it stands for, so that one code reads both.
@safe
public struct VariantFile: ~Copyable {
  /// The name shown in messages.
  public let name: String
  /// `nil` for standard input.
  public let path: String?
  /// Bytes; `nil` for a stream.
  public let size: Int?
  public let format: VariantFormat
  public internal(set) var header: VariantHeader
  /// Records given so far; starts again with each query.
  public internal(set) var recordCount = 0
  /// Whether the last line read of plain text had no newline, as in a file that was cut off.
  public internal(set) var endsInsideLine = false

  /// The open file once more, for reading by place; `nil` for a stream. Closed with this value.
  public let descriptor: CInt?

  let stream: UnsafeMutablePointer<htsFile>
  var line = unsafe kstring_t(l: 0, m: 0, s: nil)
  /// BCF only.
  var binarySource = unsafe chts_binary_source(file: nil, header: nil)
  var binaryRecord: UnsafeMutablePointer<bcf1_t>?
  /// At most one of the two is set: tabix for text, CSI for BCF.
  var textIndex: UnsafeMutablePointer<tbx_t>?
  var binaryIndex: OpaquePointer?
  /// The contigs that the index was loaded for; `nil`: all.
  var indexedContigs: [String]?
  var query: UnsafeMutablePointer<hts_itr_t>?

  init(
    name: String, path: String?, size: Int?, format: VariantFormat, header: VariantHeader,
    stream: UnsafeMutablePointer<htsFile>, descriptor: CInt?
  ) {
    self.name = name
    self.path = path
    self.size = size
    self.format = format
    self.header = header
    unsafe self.stream = unsafe stream
    self.descriptor = descriptor
  }

  deinit {
    unsafe hts_itr_destroy(query)
    if let textIndex = unsafe textIndex { unsafe tbx_destroy(textIndex) }
    if let binaryIndex = unsafe binaryIndex { unsafe hts_idx_destroy(binaryIndex) }
    if let record = unsafe binaryRecord { unsafe bcf_destroy(record) }
    if let header = unsafe binarySource.header { unsafe bcf_hdr_destroy(header) }
    freeLine()
    _ = unsafe hts_close(stream)
    if let descriptor { close(descriptor) }
  }

  private func freeLine() {
    var owned = unsafe line
    unsafe ks_free(&owned)
  }

  /// The current record's line, without its newline; valid until the next call of `next`.
  public var currentLine: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let bytes = unsafe UnsafeRawBufferPointer(start: line.s, count: Int(line.l))
      let span = unsafe Span<UInt8>(_unsafeBytes: bytes)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// The current record's contig, without printing a BCF record for it.
  public var currentContig: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      guard format.isBinary else { return ColumnText.first(of: currentLine) }
      let name = unsafe bcf_seqname(binarySource.header, binaryRecord)
      let count = unsafe name.map { unsafe strlen($0) } ?? 0
      let bytes = unsafe UnsafeRawBufferPointer(start: name, count: count)
      let span = unsafe Span<UInt8>(_unsafeBytes: bytes)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// Whether the current line begins with a contig's name: no white space or control characters in it,
  /// and a tab behind it, or the cut-off end of the file. A BCF record has its contig by number.
  public var namesContig: Bool {
    guard !format.isBinary else { return true }
    let contig = currentContig
    for index in contig.indices where contig[index] <= 0x20 { return false }
    return !contig.isEmpty && (contig.count < currentLine.count || endsInsideLine)
  }

  /// Where the current record stands, for messages.
  public var currentOrigin: RecordOrigin {
    RecordOrigin(file: name, number: recordCount, isQuery: unsafe query != nil)
  }

  func failure(_ code: HTSError.Code, _ message: String) -> HTSError {
    HTSError(code, file: name, message)
  }
}
