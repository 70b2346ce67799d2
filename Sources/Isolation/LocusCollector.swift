import Genome
import HTS

/// Sorts the records of a file as they are read: into each build's locus, elsewhere, or away.
struct LocusCollector {
  private(set) var candidates: [LocusCandidate]
  private(set) var recordsRead = 0
  private(set) var recordsOnChromosome = 0
  /// Names under which records of X were met, in the order of the file.
  private(set) var contigsMet: [String] = []
  /// The same, by the scanner's numbers.
  private var namesMet: [Int] = []

  /// Names of the contigs whose records are looked at: X's, then Y's where they are wanted, then those
  /// whose breakends may join the locus.
  let names: [String]
  private let chromosomeX: ContigNames
  private let chromosomeY: ContigNames?
  /// From the first base of the loci to their last; the builds' loci lie close together.
  let window: Interval

  init(_ header: HeaderEvidence, _ request: IsolationRequest) {
    let wantsElsewhere = request.includesElsewhere
    let told = header.assembly ?? request.declaredAssembly
    candidates = request.loci.map {
      LocusCandidate(
        locus: $0, keepsRecords: told == nil || told == $0.assembly, naming: request.naming,
        contig: header.contigNames.first ?? "X")
    }
    let namesOfY = request.naming.chromosomeYNames.sorted()
    let namesOfX = request.naming.names.keys.sorted()
    names = namesOfX + (wantsElsewhere ? namesOfY + header.contigsOfBreakends : [])
    chromosomeX = ContigNames(namesOfX)
    chromosomeY = wantsElsewhere ? ContigNames(namesOfY) : nil
    window = Interval(
      request.loci.map(\.interval.start).min() ?? 0, request.loci.map(\.interval.end).max() ?? 0)
  }

  /// Whether a record was kept for a build that is still possible.
  var hasRecords: Bool { candidates.contains { !$0.records.isEmpty } }

  /// Takes the file's current record in. Records outside the loci go to `elsewhere` at once where
  /// they are wanted.
  mutating func add(
    _ file: inout VariantFile,
    elsewhere: (borrowing VariantRecord, RecordPlace) throws(HTSError) -> Void
  ) throws(HTSError) {
    recordsRead += 1
    if chromosomeX.contains(file.currentContig) {
      recordsOnChromosome += 1
      try addRecordOfX(&file, elsewhere: elsewhere)
    } else if let chromosomeY {
      let isOnY = chromosomeY.contains(file.currentContig)
      guard isOnY || wantsBreakends else { return }
      try file.printRecord()
      let record = try LocusCollector.record(file)
      hold(record)
      if isOnY { try elsewhere(record, .chromosomeY) }
    }
  }

  private mutating func addRecordOfX(
    _ file: inout VariantFile,
    elsewhere: (borrowing VariantRecord, RecordPlace) throws(HTSError) -> Void
  ) throws(HTSError) {
    guard chromosomeY != nil || file.currentMayReach(window.start) else { return }
    try file.printRecord()
    try addRecordOfX(try LocusCollector.record(file), elsewhere: elsewhere)
  }

  private mutating func addRecordOfX(
    _ record: borrowing VariantRecord,
    elsewhere: (borrowing VariantRecord, RecordPlace) throws(HTSError) -> Void
  ) throws(HTSError) {
    noteContig(record)
    if try !addToCandidates(record), chromosomeY != nil {
      try elsewhere(record, .elsewhereOnX)
    }
  }

  /// Whether a line that the scanner found on the contig at `name` of `names` has to be parsed;
  /// one of X that can't touch a locus and is not wanted for itself is only counted.
  mutating func needs(_ line: Span<UInt8>, name: Int) -> Bool {
    guard chromosomeY == nil, namesMet.contains(name), !QuickReach.mayTouch(window, line) else {
      return true
    }
    recordsOnChromosome += 1
    return false
  }

  /// Takes in a record that the scanner found on the contig at `name` of `names`.
  mutating func add(
    _ record: borrowing VariantRecord, name: Int,
    elsewhere: (borrowing VariantRecord, RecordPlace) throws(HTSError) -> Void
  ) throws(HTSError) {
    guard name < chromosomeX.count else {
      hold(record)
      if name < chromosomeX.count + (chromosomeY?.count ?? 0) {
        try elsewhere(record, .chromosomeY)
      }
      return
    }
    recordsOnChromosome += 1
    if !namesMet.contains(name) { namesMet.append(name) }
    try addRecordOfX(record, elsewhere: elsewhere)
  }

  /// Takes over the number of all records that the scanner passed.
  mutating func setRecordsRead(_ count: Int) { recordsRead = count }

  /// The same, with those of X among them.
  mutating func take(recordsRead: Int, onChromosome: Int) {
    self.recordsRead = recordsRead
    recordsOnChromosome = onChromosome
  }

  /// Whether records of X outside the loci, and of Y, are handed over too.
  var wantsElsewhere: Bool { chromosomeY != nil }

  /// Whether breakends on other contigs than X and Y are looked for.
  var wantsBreakends: Bool { names.count > chromosomeX.count + (chromosomeY?.count ?? 0) }

  /// Whether a contig of `names` is neither X nor Y.
  func isOther(_ contig: String) -> Bool {
    !chromosomeX.contains(contig.utf8.span) && chromosomeY?.contains(contig.utf8.span) == false
  }

  /// Those of `names` that are X's.
  var namesOfX: [String] { Array(names.prefix(chromosomeX.count)) }

  /// How many of `names`, at the front, are X's.
  var chromosomeXNameCount: Int { chromosomeX.count }

  private mutating func noteContig(_ record: borrowing VariantRecord) {
    if let last = contigsMet.last, record.isOn(last) { return }
    let contig = record.text(.contig)
    if !contigsMet.contains(contig) { contigsMet.append(contig) }
  }

  /// Whether the record was kept.
  private mutating func addToCandidates(
    _ record: borrowing VariantRecord
  ) throws(HTSError) -> Bool {
    let isBehind = record.position > window.end
    let isAway = isBehind || !QuickReach.mayTouch(window, record.line)
    if isAway, !(wantsElsewhere && record.mayBeStructural) { return false }
    let reach = isBehind ? record.position : try record.reach()
    var isKept = false
    for index in candidates.indices {
      if candidates[index].overlaps(position: record.position, reach: reach) {
        candidates[index].add(record)
        isKept = isKept || candidates[index].keepsRecords
      } else if wantsElsewhere {
        candidates[index].addFar(record, isOnX: true)
      }
    }
    return isKept
  }

  /// Holds a record of another chromosome that joins a locus.
  private mutating func hold(_ record: borrowing VariantRecord) {
    guard record.mayBeStructural else { return }
    for index in candidates.indices {
      candidates[index].addFar(record, isOnX: false)
    }
  }

  @_lifetime(borrow file)
  static func record(_ file: borrowing VariantFile) throws(HTSError) -> VariantRecord {
    try VariantRecord(
      line: file.currentLine, origin: file.currentOrigin, columnCount: file.header.columnCount)
  }
}
