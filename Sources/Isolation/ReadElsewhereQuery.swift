public import Genome
public import HTS

/// Reads of stretches away from the locus, through the file's index: they only tell the sex.
public enum ReadElsewhereQuery {
  /// Where to read: the contigs that `names` may be, `interval` 1-based.
  public struct Stretch: Sendable {
    public var names: Set<String>
    public var interval: Interval
    /// Reads handed over at the most.
    public var limit: Int

    public init(names: Set<String>, interval: Interval, limit: Int) {
      self.names = names
      self.interval = interval
      self.limit = limit
    }
  }

  /// Calls `body` with the reads that overlap each stretch and the stretch's number (from 0), in the
  /// order of the file, until it answers `false` for that stretch.
  ///
  /// - Parameter fasta: the reference of a CRAM.
  /// - Returns: `false` where the file has no index that can be used; nothing was read then.
  public static func run(
    _ path: String, fasta: String?, _ stretches: [Stretch],
    _ body: (borrowing AlignmentRecord, Int) -> Bool
  ) throws(HTSError) -> Bool {
    var file = try AlignmentFile.open(path, fasta: fasta)
    let names = stretches.reduce(into: Set<String>()) { $0.formUnion($1.names) }
    let contigs = file.header.contigs.indices.filter {
      names.contains(file.header.contigs[$0].name)
    }
    guard case .ready = file.loadIndex(for: Set(contigs)) else { return false }
    for (number, stretch) in stretches.enumerated() {
      var count = 0
      for (contig, entry) in file.header.contigs.enumerated()
      where stretch.names.contains(entry.name) {
        try file.startQuery(contig: contig, stretch.interval)
        while count < stretch.limit, try file.next(), body(file.current, number) { count += 1 }
      }
    }
    return true
  }
}
