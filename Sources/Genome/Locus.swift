/// The FOXP3 locus of one build: a stretch of chromosome X's plus strand with its bases.
public struct Locus: Sendable, Hashable {
  public let assembly: Assembly
  /// RefSeq accession of the chromosome with version, as `NC_000023.11`.
  public let accession: String
  /// Length of the whole chromosome X in this build, in bases.
  public let chromosomeLength: Int
  /// The stretch whose bases are known here.
  public let interval: Interval
  /// Plus-strand bases of `interval`.
  public let sequence: BaseSequence

  public init(
    assembly: Assembly, accession: String, chromosomeLength: Int, interval: Interval,
    sequence: BaseSequence
  ) {
    precondition(sequence.count == interval.count, "locus sequence and interval differ in length")
    self.assembly = assembly
    self.accession = accession
    self.chromosomeLength = chromosomeLength
    self.interval = interval
    self.sequence = sequence
  }

  /// The base at a 1-based position, or `nil` outside the locus.
  public func base(at position: Int) -> UInt8? {
    interval.contains(position) ? sequence.bytes[position - interval.start] : nil
  }

  /// Whether a range of places begins or ends with the chromosome: on that side nothing is known.
  public func isEndless(_ range: Interval) -> Bool {
    range.count > 1 && (range.start == 1 || range.end == chromosomeLength)
  }

  /// The plus-strand bases of a stretch, or `nil` where it leaves the locus. An empty interval
  /// inside the locus gives no bases.
  public func bases(in stretch: Interval) -> BaseSequence? {
    guard stretch.start >= interval.start, stretch.end <= interval.end,
      stretch.end >= stretch.start - 1
    else { return nil }
    let offset = stretch.start - interval.start
    return BaseSequence(sequence.bytes[offset..<(offset + stretch.count)])
  }
}
