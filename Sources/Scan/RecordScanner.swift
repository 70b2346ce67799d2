/// How the records of a binary file are laid out.
public enum RecordLayout: String, Sendable, CaseIterable, Hashable {
  case bcf, bam
}

/// Hops through a BGZF file of BCF or BAM records by their stated lengths, and tells where those of
/// wanted contigs stand. Nothing is decoded; every block's checksum is checked.
public struct RecordScanner: ~Copyable {
  /// Records of wanted contigs that follow each other.
  public struct Run: Sendable, Hashable {
    /// Virtual offset (SAM specification, section 4.1.1) of the first.
    public var virtualOffset: Int64
    /// Records of the file before it.
    public var recordsBefore: Int
    public var count: Int
  }

  private var stream: ByteStream
  private let wanted: RecordHop
  private let unwanted: RecordHop
  /// Index in the piece of the next record's start; may lie beyond the piece.
  private var cursor: Int
  private var isAtEnd = false

  /// Records passed so far; at the end, all of the file.
  public private(set) var recordCount = 0

  /// Starts at the first record, at `virtualOffset`, of an open file, which stays the caller's and
  /// must outlive the scanner. `contigs` are the wanted ones' numbers, from 0, of `contigCount`.
  public init(
    descriptor: Int32, layout: RecordLayout, virtualOffset: Int64, contigs: Set<Int>,
    of contigCount: Int, threads: Int? = nil
  ) throws(ScanError) {
    let wanted = (-1..<contigCount).map { UInt8(contigs.contains($0) ? 1 : 0) }
    stream = try ByteStream(
      descriptor: descriptor, offset: UInt64(virtualOffset >> 16), isBGZF: true, threads: threads)
    self.wanted = RecordHop(layout: layout, wanted: wanted)
    unwanted = RecordHop(layout: layout, wanted: wanted.map { 1 - $0 })
    cursor = Int(virtualOffset & 0xFFFF)
  }

  /// The next run of wanted records; `nil` at the file's proven end.
  public mutating func nextRun() throws(ScanError) -> Run? {
    guard try hop(wanted) else { return nil }
    let offset = stream.virtualOffset(of: cursor)
    let before = recordCount
    _ = try hop(unwanted)
    return Run(virtualOffset: offset, recordsBefore: before, count: recordCount - before)
  }

  /// Goes on to the next record that `hop` stops at; `false` at the end.
  private mutating func hop(_ hop: RecordHop) throws(ScanError) -> Bool {
    while true {
      let step = hop.run(stream, from: cursor)
      cursor = step.index
      recordCount += step.records
      switch step.outcome {
      case .wanted: return true
      case .impossible:
        throw ScanError(
          .corrupt, at: stream.fileOffset,
          "no record can start where record \(recordCount + 1) has to; copy or make the file again")
      case .bytesEnd:
        guard try goOn() else { return false }
      }
    }
  }

  /// Reads on to the piece that holds the cursor; `false` where the file ends there.
  private mutating func goOn() throws(ScanError) -> Bool {
    if isAtEnd, cursor == stream.count { return false }
    if isAtEnd {
      throw ScanError(
        .truncated, at: stream.fileOffset,
        "the file ends within record \(recordCount + (cursor > stream.count ? 0 : 1)); copy or "
          + "make it again")
    }
    let behind = max(0, stream.count - cursor)
    let beyond = max(0, cursor - stream.count)
    isAtEnd = try !stream.advance(keeping: behind)
    cursor = stream.kept - behind + beyond
    return true
  }
}
