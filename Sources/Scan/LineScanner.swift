/// Goes through the records of a VCF file, plain or BGZF, and stops at those of a few contigs.
///
/// Every byte is read once and no other line is parsed: a line is told by the newline before it and
/// its first column. Lines are counted by contig as they are passed.
public struct LineScanner: ~Copyable {
  /// Bytes of the longest line that is read.
  public static let longestLine = 64 << 20

  private var stream: ByteStream
  private let kernel: LineKernel
  private var lines: ContigLines
  /// Index of the newline, or of the first byte, from which on the piece was not looked at.
  private var cursor = 0
  private var isAtEnd = false
  /// Bytes since the last newline that was passed, whole pieces.
  private var bytesWithoutNewline = 0

  /// The line found, within the piece or, where it spans pieces, put together.
  private var place = 0..<0
  private var assembled: [UInt8] = []
  private var isAssembled = false

  /// Records passed so far, with the current one: its 1-based number in the file.
  public private(set) var recordCount = 0
  /// Place among the names of the one the current line starts with; `nil` for a line of which no
  /// contig can be told.
  public var name: Int? { lines.wanted }
  /// Whether the file's last line has no newline; known at the end.
  public private(set) var endsInsideLine = false
  /// Whether the current line is the file's last and has no newline.
  public var isLineWithoutEnd: Bool { isAtEnd && cursor == stream.count && endsWithoutNewline }

  /// Starts behind the header of an open VCF file, which stays the caller's and must outlive the
  /// scanner, to look for contigs of the names. `threads` inflate BGZF; by default as many as there
  /// are processors, up to four.
  public static func open(
    descriptor: Int32, isBGZF: Bool, names: [String], kernel: ScanKernel, threads: Int? = nil
  ) throws(ScanError) -> LineScanner {
    let stream = try ByteStream(descriptor: descriptor, isBGZF: isBGZF, threads: threads)
    var scanner = LineScanner(
      stream: stream, kernel: LineKernel(kernel: kernel), lines: ContigLines(names))
    try scanner.skipHeader()
    return scanner
  }

  private init(stream: consuming ByteStream, kernel: LineKernel, lines: ContigLines) {
    self.stream = stream
    self.kernel = kernel
    self.lines = lines
  }

  /// The contigs of the records passed; complete at the end.
  public var contigs: ContigLines { lines }

  /// The current line, without its line end; valid until the next call of `next`.
  public var line: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let whole = isAssembled ? assembled.span : stream.bytes.extracting(place)
      let isCarriageReturn = whole.count > 0 && whole[whole.count - 1] == 0x0D
      return whole.extracting(0..<(whole.count - (isCarriageReturn ? 1 : 0)))
    }
  }

  /// Goes to the next line that is on a contig of the names, or of which no contig can be told;
  /// `false` at the file's proven end.
  public mutating func next() throws(ScanError) -> Bool {
    while true {
      let limit = isAtEnd ? stream.count : max(cursor, stream.count - LineKernel.reach)
      if cursor < limit {
        if try findLine(before: limit) { return true }
      } else if isAtEnd {
        endsInsideLine = endsWithoutNewline
        lines.close(before: recordCount + 1)
        return false
      } else {
        try advance()
      }
    }
  }

  /// Goes to the next line of another contig than those passed over; `false` where there is none
  /// before `limit`, or it is of no account.
  private mutating func findLine(before limit: Int) throws(ScanError) -> Bool {
    let hit = kernel.find(stream, cursor..<limit, notOf: lines.passedOver)
    recordCount += hit.lines
    try checkLength(hit.lines, limit)
    cursor = hit.newline
    guard hit.newline < limit else { return false }
    if isAtEnd, hit.newline + 1 == stream.count {
      // The file's last newline: no line follows.
      recordCount -= 1
      cursor = limit
      return false
    }
    try takeLine(from: hit.newline + 1)
    guard !line.isEmpty else {
      recordCount -= 1
      return false
    }
    return enterContig()
  }

  /// Whether the current line is of account.
  private mutating func enterContig() -> Bool {
    if isOfContigAtHand { return lines.wanted != nil }
    guard let name = contigOfLine else {
      lines.close(before: recordCount)
      return true
    }
    lines.enter(name, record: recordCount)
    return lines.wanted != nil
  }

  private var isOfContigAtHand: Bool {
    let line = line
    return line.count > lines.nameLength && line[lines.nameLength] == UInt8(ascii: "\t")
      && lines.goOn(with: line)
  }

  /// The current line's first column, which a tab ends, or the cut-off end of the file; `nil` where it
  /// is none: empty, a header line's, or with white space or control characters in it.
  private var contigOfLine: [UInt8]? {
    let line = line
    guard line[0] != UInt8(ascii: "#") else { return nil }
    var length = 0
    while length < line.count, line[length] > 0x20 { length += 1 }
    let isEnded =
      length < line.count
      ? line[length] == UInt8(ascii: "\t") : isAtEnd && cursor == stream.count
    return isEnded && length > 0 ? (0..<length).map { line[$0] } : nil
  }

  private mutating func checkLength(_ lines: Int, _ limit: Int) throws(ScanError) {
    bytesWithoutNewline = lines == 0 ? bytesWithoutNewline + (limit - cursor) : 0
    guard bytesWithoutNewline > LineScanner.longestLine else { return }
    throw tooLong
  }

  private var tooLong: ScanError {
    ScanError(
      .malformed, at: stream.fileOffset,
      "the line before here is longer than \(LineScanner.longestLine) bytes; no VCF line is, "
        + "so the file is damaged")
  }

  /// Reads on; the cursor keeps its place.
  private mutating func advance() throws(ScanError) {
    let keep = min(stream.count, LineKernel.reach)
    let behind = stream.count - cursor
    isAtEnd = try !stream.advance(keeping: keep)
    cursor = stream.kept - behind
  }

  /// Makes the line that starts at `start` the current one; the cursor then stands at its newline.
  private mutating func takeLine(from start: Int) throws(ScanError) {
    isAssembled = false
    cursor = kernel.newline(stream, start..<stream.count)
    place = start..<cursor
    guard cursor == stream.count, !isAtEnd else { return }
    isAssembled = true
    assembled.removeAll(keepingCapacity: true)
    stream.append(place, to: &assembled)
    repeat {
      try advance()
      let first = stream.kept
      cursor = kernel.newline(stream, first..<stream.count)
      stream.append(first..<cursor, to: &assembled)
      if assembled.count > LineScanner.longestLine { throw tooLong }
    } while cursor == stream.count && !isAtEnd
  }

  /// Passes the lines up to and with the first that starts with one `#`.
  private mutating func skipHeader() throws(ScanError) {
    isAtEnd = try !stream.advance(keeping: 0)
    var start = 0
    while !isAtEnd || start < stream.count {
      try takeLine(from: start)
      guard line.count > 1, line[0] == UInt8(ascii: "#") else { break }
      if line[1] != UInt8(ascii: "#") { return }
      start = cursor + 1
      if start > stream.count { break }
    }
    throw ScanError(
      .malformed, at: stream.fileOffset, "the header has no #CHROM line; it is cut off or damaged")
  }

  private var endsWithoutNewline: Bool {
    stream.count > 0 && stream.bytes[stream.count - 1] != UInt8(ascii: "\n")
  }
}
