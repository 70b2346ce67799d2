import Genome
import HTS

/// The records that overlap one build's locus, held until the build is proven and the file is read
/// to its end, so that nothing is handed on that later turns out wrong.
struct LocusCandidate {
  let locus: Locus
  /// `false` for a build that the header rules out: its records are only compared.
  let keepsRecords: Bool
  /// Names of X that fit the build, and the one that the file uses.
  private let chromosomeX: ContigNames
  private let contig: String
  private(set) var tally = ReferenceTally()
  private(set) var count = 0
  private(set) var bytes: [UInt8] = []
  private(set) var records: [(range: Range<Int>, origin: RecordOrigin)] = []
  /// Records elsewhere that may change the locus by what they join or leave open.
  private(set) var far: [FarRecord] = []

  /// `contig`: X as the file names it.
  init(locus: Locus, keepsRecords: Bool, naming: ChromosomeNaming, contig: String) {
    self.locus = locus
    self.keepsRecords = keepsRecords
    self.contig = contig
    chromosomeX = ContigNames(
      naming.names.filter { $0.value == nil || $0.value == locus.assembly }.map(\.key))
  }

  func overlaps(position: Int, reach: Int) -> Bool {
    position <= locus.interval.end && reach >= locus.interval.start
  }

  mutating func add(_ record: borrowing VariantRecord) {
    count += 1
    tally.add(position: record.position, reference: record.text(.reference), locus)
    guard keepsRecords else { return }
    let line = record.line
    let start = bytes.count
    for index in line.indices { bytes.append(line[index]) }
    records.append((start..<bytes.count, record.origin))
  }

  /// Holds a record that stands elsewhere, if it reaches the locus.
  mutating func addFar(_ record: borrowing VariantRecord, isOnX: Bool) {
    guard keepsRecords,
      let found = isOnX
        ? FarRecord(onX: record, reaching: locus)
        : FarRecord(elsewhere: record, joining: locus, as: contig, chromosomeX)
    else { return }
    far.append(found)
  }

  /// Of `far` those that tell what no other record does: a breakend has a record at both of its ends. One with
  /// other genotypes or another FILTER is no mate.
  func unlistedFar(columnCount: Int) throws(HTSError) -> [FarRecord] {
    guard !far.isEmpty else { return [] }
    var told: Set<FarRecord.Joined> = []
    for (range, origin) in records {
      let record = try VariantRecord(
        line: bytes.span.extracting(range), origin: origin, columnCount: columnCount)
      told.formUnion(FarRecord.joined(record))
    }
    var unlisted: [FarRecord] = []
    for record in far {
      if record.joined.isEmpty || !told.isSuperset(of: record.joined) { unlisted.append(record) }
      told.formUnion(record.joined)
    }
    return unlisted
  }
}
