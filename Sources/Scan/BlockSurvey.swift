/// Looks at the first record that starts in every block of a BGZF VCF file: whether the file is in
/// order as far as these tell, and where a stretch of one contig starts.
///
/// In order means that each contig's records stand together and their positions never descend.
/// What no survey sees are records out of place between two of these, less than a block of them.
public struct BlockSurvey: Sendable, Hashable {
  /// What was looked for, and what surrounds it in the file.
  public enum Outcome: Sendable, Hashable {
    /// Records from the stretch's start on stand behind this virtual offset (SAM specification,
    /// section 4.1.1), where a record starts.
    case found(virtualOffset: Int64)
    /// Why the survey can't answer, as the end of "it can't be told because …".
    case doubt(String)
  }

  public private(set) var outcome = Outcome.doubt("no record was seen")
  /// Blocks looked at.
  public private(set) var blockCount = 0

  private let contigs: [[UInt8]]
  private let start: Int
  private let end: Int

  private var current: [UInt8] = []
  private var finished: Set<[UInt8]> = []
  private var lastPosition = 0
  /// Where the last record before the stretch stands; of the wanted contig.
  private var before: Int64?
  private var isPast = false
  private var wantedContig: [UInt8]?

  /// Surveys an open file, which stays the caller's. `contigs` are the names of the one contig;
  /// the stretch is `start` to `end`, 1-based.
  public init(
    descriptor: Int32, contigs: [String], start: Int, end: Int
  ) throws(ScanError) {
    self.contigs = contigs.map { Array($0.utf8) }
    self.start = start
    self.end = end
    var peeker = try BlockPeeker(descriptor: descriptor)
    while try peeker.advance() {
      blockCount += 1
      guard let head = try BlockSurvey.head(&peeker) else { continue }
      if let doubt = take(head, block: peeker.fileOffset) {
        outcome = .doubt(doubt)
        return
      }
    }
    guard let before, isPast else {
      outcome = .doubt("no records of the contig were seen on both sides of the locus")
      return
    }
    outcome = .found(virtualOffset: before)
  }

  /// The first record that starts within a block.
  private struct Head {
    var contig: [UInt8]
    var position: Int
    /// Its first byte within the block.
    var place: Int
  }

  /// What is out of order, or `nil`.
  private mutating func take(_ head: Head, block: UInt64) -> String? {
    if head.contig != current {
      if finished.contains(head.contig) { return "a contig's records stand apart in the file" }
      finished.insert(current)
      current = head.contig
      lastPosition = 0
    }
    if head.position < lastPosition { return "positions descend" }
    lastPosition = head.position
    guard contigs.contains(head.contig) else { return nil }
    if let wantedContig, wantedContig != head.contig { return "the contig has two names" }
    wantedContig = head.contig
    if head.position < start { before = Int64(block) << 16 | Int64(head.place) }
    isPast = isPast || head.position > end
    return nil
  }

  /// `nil` where no record starts in the block, or only header lines do.
  private static func head(_ peeker: inout BlockPeeker) throws(ScanError) -> Head? {
    while true {
      switch head(in: peeker.bytes, isWhole: peeker.isWhole, isFirst: peeker.fileOffset == 0) {
      case .found(let head): return head
      case .none: return nil
      case .needsMore: try peeker.takeMore()
      }
    }
  }

  private enum Search {
    case found(Head)
    case none
    case needsMore
  }

  private static func head(in bytes: Span<UInt8>, isWhole: Bool, isFirst: Bool) -> Search {
    var start = isFirst ? 0 : nextLine(bytes, 0)
    while start < bytes.count {
      let tab = end(of: start, bytes)
      let second = tab < bytes.count ? end(of: tab + 1, bytes) : bytes.count
      if second < bytes.count, bytes[start] != UInt8(ascii: "#"), bytes[tab] == 0x09,
        bytes[second] == 0x09,
        let position = number(bytes, tab + 1, second)
      {
        let contig = (start..<tab).map { bytes[$0] }
        return .found(Head(contig: contig, position: position, place: start))
      }
      // A header line, an empty one, or one that goes on beyond the bytes at hand.
      start = nextLine(bytes, start)
    }
    return isWhole ? .none : .needsMore
  }

  private static func nextLine(_ bytes: Span<UInt8>, _ from: Int) -> Int {
    var index = from
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return index + 1
  }

  /// Place of the tab or newline that ends the column at `start`.
  private static func end(of start: Int, _ bytes: Span<UInt8>) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x09, bytes[index] != 0x0A { index += 1 }
    return index
  }

  /// A POS; `nil` for anything else.
  private static func number(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard end > start, end - start <= 12 else { return nil }
    var value = 0
    for index in start..<end {
      let digit = Int(bytes[index]) - 48
      guard (0...9).contains(digit) else { return nil }
      value = value * 10 + digit
    }
    return value
  }
}
