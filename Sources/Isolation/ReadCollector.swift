import Crypto
import Genome
import HTS

/// Sorts the reads of a file as they are met.
struct ReadCollector {
  let contigs: [Int]
  let window: Interval
  private let locus: Interval
  /// Whether reads that are placed beside their mate, but not mapped, are handed over too.
  private let includesUnmapped: Bool
  private(set) var recordsRead = 0
  private(set) var recordsOnChromosome = 0
  private(set) var recordsInLocus = 0
  /// Placed reads of each contig; filled by a full scan, or from the index.
  var readsByContig: [Int]?
  private var records = SHA256()

  init(
    contigs: [Int], contigCount: Int, window: Interval, locus: Interval, includesUnmapped: Bool
  ) {
    self.contigs = contigs
    self.window = window
    self.locus = locus
    self.includesUnmapped = includesUnmapped
    readsByContig = Array(repeating: 0, count: contigCount)
  }

  /// The same task from its beginning.
  init(again other: ReadCollector, contigCount: Int) {
    self.init(
      contigs: other.contigs, contigCount: contigCount, window: other.window, locus: other.locus,
      includesUnmapped: other.includesUnmapped)
  }

  /// No read of X was met, placed ones among them.
  var isEmpty: Bool { recordsOnChromosome == 0 && recordsInLocus == 0 }

  mutating func add(
    _ record: borrowing AlignmentRecord,
    _ body: (borrowing AlignmentRecord, Bool) throws(HTSError) -> Void
  ) throws(HTSError) {
    recordsRead += 1
    guard let contig = record.contig else { return }
    let isMapped = !record.flags.contains(.unmapped)
    guard isMapped || includesUnmapped else { return }
    if isMapped { readsByContig?[contig] += 1 }
    guard contigs.contains(contig) else { return }
    if isMapped { recordsOnChromosome += 1 }
    let extent = Interval(record.position, record.end)
    guard extent.overlaps(window) else { return }
    let isInLocus = extent.overlaps(locus)
    if isInLocus {
      recordsInLocus += 1
      digest(record)
    }
    try body(record, isInLocus)
  }

  /// Takes over what the scanner counted in passing.
  mutating func take(countsByContig: [Int], recordsRead: Int) {
    readsByContig = countsByContig
    self.recordsRead = recordsRead
    recordsOnChromosome = contigs.reduce(0) { $0 + countsByContig[$1] }
  }

  private mutating func digest(_ record: borrowing AlignmentRecord) {
    var bytes = record.content
    for number in [record.position, Int(record.flags.rawValue), record.mappingQuality] {
      for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    records.update(data: bytes)
  }

  func digest(header: String) -> String {
    var all = SHA256()
    all.update(data: Array(header.utf8))
    all.update(data: Array(records.finalize()))
    return Hexadecimal.text(all.finalize())
  }
}
