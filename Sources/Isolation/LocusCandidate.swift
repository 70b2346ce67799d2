import Genome
import HTS

/// The records that overlap one build's locus, held until the build is proven and the file is read
/// to its end, so that nothing is handed on that later turns out wrong.
struct LocusCandidate {
  let locus: Locus
  /// `false` for a build that the header rules out: its records are only compared.
  let keepsRecords: Bool
  private(set) var tally = ReferenceTally()
  private(set) var count = 0
  private(set) var bytes: [UInt8] = []
  private(set) var records: [(range: Range<Int>, origin: RecordOrigin)] = []

  init(locus: Locus, keepsRecords: Bool) {
    self.locus = locus
    self.keepsRecords = keepsRecords
  }

  func overlaps(position: Int, reach: Int) -> Bool {
    position <= locus.interval.end && reach >= locus.interval.start
  }

  mutating func add(_ record: borrowing VariantRecord) {
    count += 1
    tally.add(position: record.position, reference: record.text(.reference), locus)
    guard keepsRecords else { return }
    let start = bytes.count
    let line = record.line
    for index in line.indices { bytes.append(line[index]) }
    records.append((start..<bytes.count, record.origin))
  }
}
