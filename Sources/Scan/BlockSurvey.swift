/// Looks at the first record that starts in every block of a BGZF file of VCF, BCF or BAM: whether the
/// file is in order as far as these tell, and where a stretch of one contig starts.
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
  /// Those of them in which a record was seen to start.
  public private(set) var headCount = 0

  /// Surveys an open VCF file, which stays the caller's. `contigs` are the names of the one contig;
  /// the stretch is `start` to `end`, 1-based.
  public init(
    descriptor: Int32, contigs: [String], start: Int, end: Int
  ) throws(ScanError) {
    let names = Set(contigs.map { Array($0.utf8) })
    try run(descriptor, BlockOrder(contigs: names, start: start, end: end)) { peeker in
      TextHead.find(
        in: peeker.bytes, isWhole: peeker.isWhole, isFirst: peeker.fileOffset == 0)
    }
  }

  /// Surveys an open BCF or BAM file, which stays the caller's. `firstRecord` is the virtual offset
  /// behind the header, `contigs` the numbers of the one contig; the stretch is `start` to `end`,
  /// 1-based.
  public init(
    descriptor: Int32, records: RecordShape, firstRecord: Int64, contigs: Set<Int>, start: Int,
    end: Int
  ) throws(ScanError) {
    let block = UInt64(firstRecord >> 16)
    let place = Int(firstRecord & 0xFFFF)
    try run(descriptor, BlockOrder(contigs: contigs, start: start - 1, end: end - 1)) { peeker in
      guard peeker.fileOffset >= block else { return .none }
      return RecordHead.find(
        records, in: peeker.bytes, isWhole: peeker.isWhole,
        known: peeker.fileOffset == block ? place : nil)
    }
  }

  private mutating func run<Contig>(
    _ descriptor: Int32, _ heads: BlockOrder<Contig>,
    _ find: (borrowing BlockPeeker) -> HeadSearch<Contig>
  ) throws(ScanError) {
    var order = heads
    var peeker = try BlockPeeker(descriptor: descriptor)
    while try peeker.advance() {
      blockCount += 1
      var search = find(peeker)
      while case .needsMore = search {
        try peeker.takeMore()
        search = find(peeker)
      }
      guard case .found(let head) = search else { continue }
      headCount += 1
      if let doubt = order.take(head, block: peeker.fileOffset) {
        outcome = .doubt(doubt)
        return
      }
    }
    guard let before = order.before, order.isPast else {
      outcome = .doubt("no records of the contig were seen on both sides of the locus")
      return
    }
    outcome = .found(virtualOffset: before)
  }
}
