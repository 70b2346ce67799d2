internal import CScan

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The door to the kernels and to the stream of CScan: the only place of this room that touches
/// memory not guarded by Swift. Bounds are checked here, before C is called.
enum ScanDoor {
  static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  static var bestKernel: ScanKernel {
    ScanKernel.allCases.first { $0.number == cscan_kernel_best() } ?? .scalar
  }

  static func isAvailable(_ kernel: ScanKernel) -> Bool { cscan_kernel_available(kernel.number) }

  static func failure(
    _ status: cscan_status, at offset: UInt64, _ errorNumber: CInt
  ) -> ScanError {
    let (code, message): (ScanError.Code, String) =
      switch status {
      case CSCAN_READ_FAILED:
        (.notReadable, "can't be read (\(cause(errorNumber))); check the disk")
      case CSCAN_NOT_BGZF:
        (.corrupt, "no BGZF block starts where one has to; copy or make the file again")
      case CSCAN_TRUNCATED:
        (.truncated, "the file is cut off within a block; copy or make it again")
      case CSCAN_NO_END_BLOCK:
        (
          .truncated,
          "the file is cut off: its BGZF end-of-file block is missing; copy or make it again"
        )
      case CSCAN_BAD_CRC:
        (.corrupt, "a block's checksum is not that of its data; copy the file again")
      default: (.corrupt, "a block can't be inflated; copy or make the file again")
      }
    return ScanError(code, at: offset, message)
  }

  private static func cause(_ number: CInt) -> String {
    unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
  }
}

/// Looks for a few letters among many bytes.
public enum ByteSearch {
  /// `key`: ASCII, not empty.
  public static func contains(_ key: StaticString, in bytes: Span<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return false }
      return unsafe cscan_contains(start, buffer.count, key.utf8Start, key.utf8CodeUnitCount)
    }
  }
}

extension ScanKernel {
  fileprivate var number: cscan_kernel {
    switch self {
    case .scalar: CSCAN_SCALAR
    case .sse2: CSCAN_SSE2
    case .avx2: CSCAN_AVX2
    case .avx512: CSCAN_AVX512
    case .neon: CSCAN_NEON
    }
  }
}

/// Looks for the ends of lines, and for the line at which the contig changes.
struct LineKernel: Sendable {
  /// Bytes behind a newline that have to be there to judge the line.
  static let reach = MemoryLayout<cscan_contig>.size

  let kernel: ScanKernel

  /// Looks through the newlines at `range` of the stream's bytes for the first before a line of
  /// another contig, or of any: tells its index, or the range's end, and how many were passed, that
  /// one included. `range` ends `reach` bytes before the bytes do, or where they end at the end of
  /// the file.
  func find(
    _ stream: borrowing ByteStream, _ range: Range<Int>, notOf contig: [UInt8]?
  ) -> (newline: Int, lines: Int) {
    guard let contig, contig.count < LineKernel.reach - 1, !contig.isEmpty else {
      let found = newline(stream, range)
      return (found, found < range.upperBound ? 1 : 0)
    }
    precondition(
      range.lowerBound >= 0 && range.upperBound + LineKernel.reach <= stream.readableCount)
    guard let start = unsafe stream.start else { return (range.upperBound, 0) }
    var passed = cscan_contig()
    passed.length = UInt8(contig.count + 1)
    unsafe withUnsafeMutableBytes(of: &passed.name) { name in
      for (index, byte) in contig.enumerated() { unsafe name[index] = byte }
      unsafe name[contig.count] = UInt8(ascii: "\t")
    }
    let line = unsafe cscan_find_other_line(
      kernel.number, start + range.lowerBound, range.count, &passed)
    return (range.lowerBound + line.newline, Int(line.lines))
  }

  /// Index of the first newline at `range`, or the range's end.
  func newline(_ stream: borrowing ByteStream, _ range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= stream.count)
    guard let start = unsafe stream.start else { return range.upperBound }
    return unsafe range.lowerBound
      + cscan_find_newline(kernel.number, start + range.lowerBound, range.count)
  }
}

/// A file's bytes in order and in pieces, plain or inflated.
@safe
struct ByteStream: ~Copyable {
  private let handle: OpaquePointer
  private var piece: cscan_piece
  /// BGZF only: of the first byte that was kept of the piece before.
  private var keptOffset: Int64 = 0

  /// Reads from `offset` on (for BGZF, where a block starts) in `descriptor`, an open regular file that
  /// stays the caller's and outlives the stream. `threads` inflate; `nil` lets the number of processors decide.
  init(
    descriptor: Int32, offset: UInt64 = 0, isBGZF: Bool, threads: Int?
  ) throws(ScanError) {
    let count = CInt(clamping: max(threads ?? 0, 0))
    guard let opened = unsafe cscan_stream_open(descriptor, offset, isBGZF, count) else {
      throw ScanError(.notReadable, "there is no memory to read it; free some")
    }
    unsafe handle = unsafe opened
    unsafe piece = unsafe cscan_piece()
  }

  deinit { unsafe cscan_stream_close(handle) }

  /// Goes on to the next piece with the last `keeping` bytes of this one in front; `false` at the
  /// end of the file, where only those are left.
  mutating func advance(keeping: Int) throws(ScanError) -> Bool {
    precondition(keeping >= 0 && keeping <= Int(CSCAN_KEEP))
    keptOffset = virtualOffset(of: count - keeping)
    unsafe piece = unsafe cscan_stream_next(handle, keeping)
    if unsafe piece.status == CSCAN_OK { return true }
    if unsafe piece.status == CSCAN_END { return false }
    throw failure
  }

  var count: Int { unsafe piece.count }
  /// How many of the bytes, at the front, were those of the piece before.
  var kept: Int { unsafe piece.kept }
  /// Byte of the file where this piece's new bytes stand.
  var fileOffset: UInt64 { unsafe piece.file_offset }

  /// Bytes of the piece and the zeros behind it; none before the first piece.
  fileprivate var readableCount: Int { unsafe piece.bytes == nil ? 0 : piece.count + 64 }
  fileprivate var start: UnsafePointer<UInt8>? { unsafe piece.bytes }

  /// The piece's bytes; valid until `advance`.
  var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let buffer = unsafe UnsafeBufferPointer(start: piece.bytes, count: piece.count)
      let span = unsafe Span(_unsafeElements: buffer)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  func append(_ range: Range<Int>, to array: inout [UInt8]) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    guard let start = unsafe start else { return }
    unsafe array.append(
      contentsOf: UnsafeBufferPointer(start: start + range.lowerBound, count: range.count))
  }

  /// BGZF only: the virtual offset (SAM specification, section 4.1.1) of a new byte, or of the first
  /// kept one.
  func virtualOffset(of index: Int) -> Int64 {
    let place = index - kept
    guard place >= 0 else { return keptOffset }
    var offset: Int64 = 0
    for number in 0..<(unsafe piece.block_count) {
      let block = unsafe piece.blocks[number]
      guard Int(block.start) <= place else { break }
      offset = Int64(block.file_offset) << 16 | Int64(place - Int(block.start))
    }
    return offset
  }

  private var failure: ScanError {
    unsafe ScanDoor.failure(piece.status, at: fileOffset, piece.error_number)
  }
}

/// The first bytes of each block of a BGZF file.
@safe
struct BlockPeeker: ~Copyable {
  private let handle: OpaquePointer
  private var peek: cscan_peek

  /// Looks into `descriptor`, an open regular file that stays the caller's and outlives this.
  init(descriptor: Int32) throws(ScanError) {
    guard let opened = unsafe cscan_peek_open(descriptor) else {
      throw ScanError(.notReadable, "there is no memory to read it; free some")
    }
    unsafe handle = unsafe opened
    unsafe peek = unsafe cscan_peek()
  }

  deinit { unsafe cscan_peek_close(handle) }

  /// Goes on to the next block; `false` at the end of the file.
  mutating func advance() throws(ScanError) -> Bool {
    unsafe peek = unsafe cscan_peek_next(handle)
    if unsafe peek.status == CSCAN_END { return false }
    try check()
    return true
  }

  /// Gets more of the block's bytes; after a few calls, all.
  mutating func takeMore() throws(ScanError) {
    unsafe peek = unsafe cscan_peek_more(handle)
    try check()
  }

  private func check() throws(ScanError) {
    guard unsafe peek.status != CSCAN_OK else { return }
    throw unsafe ScanDoor.failure(peek.status, at: peek.file_offset, peek.error_number)
  }

  var isWhole: Bool { unsafe peek.is_whole }
  /// Of the block, in the file.
  var fileOffset: UInt64 { unsafe peek.file_offset }

  /// The block's first bytes; valid until the next call.
  var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let buffer = unsafe UnsafeBufferPointer(start: peek.bytes, count: peek.count)
      let span = unsafe Span(_unsafeElements: buffer)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }
}

/// Goes from record to record of BCF or BAM by their stated lengths, and counts them.
@safe
struct RecordHop {
  private let layout: RecordLayout
  /// 1 for wanted records: those without a contig, then those of each contig by number.
  private let wanted: [UInt8]
  private let stretch: ClosedRange<Int>
  private var met: [UInt8]
  private var last = unsafe cscan_tally()

  /// Records passed of each contig at its number + 1; of BAM the mapped ones, all others at 0.
  private(set) var counts: [UInt64]
  /// Whether each contig's records stand together, and their positions never descend.
  var isOrdered: Bool { unsafe !last.is_unordered }

  enum Outcome: Sendable, Hashable {
    /// Too few bytes are left to judge, or the record reaches beyond them.
    case bytesEnd
    case stopped
    case impossible
  }

  /// `stretch`: of the wanted contigs, from 0.
  init(layout: RecordLayout, wanted: [UInt8], stretch: ClosedRange<Int>) {
    precondition(!wanted.isEmpty)
    self.layout = layout
    self.wanted = wanted
    self.stretch = stretch
    met = wanted.map { _ in 0 }
    counts = wanted.map { _ in 0 }
    unsafe last.contig = -2
  }

  /// Hops on from index `start` of the stream's bytes to a wanted record, or to one that is not;
  /// tells where it stopped, which may lie beyond the bytes, and how many records it passed.
  mutating func run(
    _ stream: borrowing ByteStream, from start: Int, toWanted: Bool
  ) -> (index: Int, records: Int, outcome: Outcome) {
    precondition(start >= 0)
    var tally = unsafe last
    let hop = unsafe wanted.withUnsafeBufferPointer { contigs in
      unsafe counts.withUnsafeMutableBufferPointer { counts in
        unsafe met.withUnsafeMutableBufferPointer { met in
          unsafe tally.counts = counts.baseAddress
          unsafe tally.met = met.baseAddress
          var sought = unsafe cscan_wanted(
            layout: layout == .bcf ? CSCAN_BCF : CSCAN_BAM, contigs: contigs.baseAddress,
            contig_count: contigs.count - 1, first: Int64(stretch.lowerBound),
            last: Int64(stretch.upperBound))
          return unsafe cscan_hop_records(
            &sought, toWanted, stream.start, stream.count, UInt64(start), &tally)
        }
      }
    }
    unsafe last = unsafe tally
    let outcome: Outcome =
      hop.outcome == 0 ? .bytesEnd : hop.outcome == 1 ? .stopped : .impossible
    return (Int(hop.at), Int(hop.records), outcome)
  }
}

extension BaseComparison {
  /// Fills `places` by the kernel; the ranges were checked.
  static func compare(
    _ kernel: ScanKernel, _ read: Span<UInt8>, from readStart: Int, _ reference: [UInt8],
    at place: Int, count: Int, into places: inout [UInt32]
  ) -> Int {
    precondition(places.count >= count)
    return unsafe read.withUnsafeBufferPointer { read in
      unsafe reference.withUnsafeBufferPointer { reference in
        unsafe places.withUnsafeMutableBufferPointer { places in
          unsafe cscan_find_mismatches(
            kernel.number, unsafe cscan_bases(bytes: read.baseAddress, first: readStart),
            unsafe cscan_bases(bytes: reference.baseAddress, first: place), count,
            places.baseAddress)
        }
      }
    }
  }
}
