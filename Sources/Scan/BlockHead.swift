/// The first record that starts within a block.
struct BlockHead<Contig: Hashable> {
  var contig: Contig
  /// As the format counts.
  var position: Int
  /// Its first byte within the block.
  var place: Int
}

/// What the bytes of a block tell of the first record that starts there.
enum HeadSearch<Contig: Hashable> {
  case found(BlockHead<Contig>)
  /// None starts in the block that can be told.
  case none
  case needsMore
}

/// Whether the heads of blocks, taken in the order of the file, are in order, and where a stretch of
/// one contig starts among them.
struct BlockOrder<Contig: Hashable> {
  private let contigs: Set<Contig>
  private let start: Int
  private let end: Int

  private var current: Contig?
  private var finished: Set<Contig> = []
  private var lastPosition = Int.min
  private var wantedContig: Contig?
  /// Virtual offset of the last record before the stretch, of the wanted contig.
  private(set) var before: Int64?
  /// Whether a record behind the stretch was met.
  private(set) var isPast = false

  /// `contigs`: the names of the one contig. The stretch is `start` to `end`.
  init(contigs: Set<Contig>, start: Int, end: Int) {
    self.contigs = contigs
    self.start = start
    self.end = end
  }

  /// What is out of order, or `nil`. `block`: where the head's block starts in the file.
  mutating func take(_ head: BlockHead<Contig>, block: UInt64) -> String? {
    if head.contig != current {
      if finished.contains(head.contig) { return "a contig's records stand apart in the file" }
      if let current { finished.insert(current) }
      current = head.contig
      lastPosition = Int.min
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
}
