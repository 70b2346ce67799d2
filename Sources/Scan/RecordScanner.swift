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
  private var hop: RecordHop
  /// Index in the piece of the next record's start; may lie beyond the piece.
  private var cursor: Int
  private var isAtEnd = false

  /// Records passed so far; at the end, all of the file.
  public private(set) var recordCount = 0

  /// Starts at the first record, at `virtualOffset`, of an open file, which stays the caller's and
  /// must outlive the scanner. `contigs` are the wanted ones' numbers, from 0, of `contigCount`;
  /// `stretch` (of bases, from 0) leaves out records that start behind it and BAM reads that end
  /// before it. A BCF record before it is given: only its alleles tell how far it reaches.
  public init(
    descriptor: Int32, layout: RecordLayout, virtualOffset: Int64, contigs: Set<Int>,
    of contigCount: Int, stretch: ClosedRange<Int> = 0...Int(Int32.max), threads: Int? = nil
  ) throws(ScanError) {
    stream = try ByteStream(
      descriptor: descriptor, offset: UInt64(virtualOffset >> 16), isBGZF: true, threads: threads)
    hop = RecordHop(
      layout: layout, wanted: (-1..<contigCount).map { contigs.contains($0) ? 1 : 0 },
      stretch: stretch)
    cursor = Int(virtualOffset & 0xFFFF)
  }

  /// Records passed of each contig, by number; of BAM the mapped ones.
  public var countsByContig: [Int] { hop.counts.dropFirst().map { Int(clamping: $0) } }

  /// Whether, of the records passed, each contig's stand together and positions never descend.
  public var isOrdered: Bool { hop.isOrdered }

  /// The next run of wanted records; `nil` at the file's proven end.
  public mutating func nextRun() throws(ScanError) -> Run? {
    guard try goOn(toWanted: true) else { return nil }
    let offset = stream.virtualOffset(of: cursor)
    let before = recordCount
    _ = try goOn(toWanted: false)
    return Run(virtualOffset: offset, recordsBefore: before, count: recordCount - before)
  }

  /// Goes on to the next record that is wanted, or is not; `false` at the end.
  private mutating func goOn(toWanted: Bool) throws(ScanError) -> Bool {
    while true {
      let step = hop.run(stream, from: cursor, toWanted: toWanted)
      cursor = step.index
      recordCount += step.records
      switch step.outcome {
      case .stopped: return true
      case .impossible:
        throw ScanError(
          .corrupt, at: stream.fileOffset,
          "no record can start where record \(recordCount + 1) has to; copy or make the file again")
      case .bytesEnd:
        guard try readOn() else { return false }
      }
    }
  }

  /// Reads on to the piece that holds the cursor; `false` where the file ends there.
  private mutating func readOn() throws(ScanError) -> Bool {
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
