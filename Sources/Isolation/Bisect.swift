import Genome
import HTS
import Scan

/// Goes to the locus of an ordered BGZF file of VCF or BCF without an index: the first record of every block
/// tells where the locus lies and whether order holds, and only the blocks around it are read.
enum Bisect {
  /// Bases before the locus from which on records are read; one that starts further away and
  /// reaches the locus is missed.
  static let slack = 1_000_000

  enum Outcome {
    case way(Way)
    /// The way can't be gone; why, as the end of "because …".
    case doubt(String)
    /// The file is not of a kind that can be bisected.
    case otherFormat
  }

  /// Fills `collector`, or tells why the whole file has to be read. The file then stands anywhere.
  static func run(
    _ file: inout VariantFile, _ header: HeaderEvidence, _ collector: inout LocusCollector
  ) throws(HTSError) -> Outcome {
    guard let descriptor = file.descriptor, file.format.compression == .bgzf else {
      return .otherFormat
    }
    let survey = try Scanned.run(file.name) { () throws(ScanError) in
      try Bisect.survey(file, descriptor, header, end: collector.window.end, collector.window.start)
    }
    switch survey.outcome {
    case .doubt(let why): return .doubt(why)
    case .found(let offset):
      try file.seek(to: offset, recordsBefore: 0)
      if let doubt = try readChecked(&file, header, &collector) { return .doubt(doubt) }
      guard collector.hasRecords else { return .doubt("no record was found in the locus") }
      return .way(way(survey))
    }
  }

  private static func survey(
    _ file: borrowing VariantFile, _ descriptor: Int32, _ header: HeaderEvidence, end: Int,
    _ locusStart: Int
  ) throws(ScanError) -> BlockSurvey {
    let start = max(1, locusStart - slack)
    guard file.format.isBinary else {
      return try BlockSurvey(
        descriptor: descriptor, contigs: header.contigNames, start: start, end: end)
    }
    return try BlockSurvey(
      descriptor: descriptor,
      records: RecordShape(
        layout: .bcf, contigCount: file.contigNumberLimit, sampleCount: file.header.samples.count),
      firstRecord: file.virtualOffset,
      contigs: Set(header.contigNames.compactMap { file.contigNumber($0) }), start: start, end: end)
  }

  /// Where a record of BCF can't be read, what looked like its start may have been none: a doubt.
  private static func readChecked(
    _ file: inout VariantFile, _ header: HeaderEvidence, _ collector: inout LocusCollector
  ) throws(HTSError) -> String? {
    guard file.format.isBinary else { return try read(&file, header, &collector) }
    do throws(HTSError) {
      return try read(&file, header, &collector)
    } catch {
      return "a record before the locus can't be read"
    }
  }

  /// Reads up to the first record beyond the locus; what is out of order, or `nil`.
  private static func read(
    _ file: inout VariantFile, _ header: HeaderEvidence, _ collector: inout LocusCollector
  ) throws(HTSError) -> String? {
    let chromosome = ContigNames(header.contigNames)
    var last = 0
    while try file.next() {
      try file.printRecord()
      let position = try VariantRecord(
        line: file.currentLine, origin: file.currentOrigin, columnCount: file.header.columnCount
      ).position
      guard chromosome.contains(file.currentContig) else {
        return "chromosome X ends before the locus does"
      }
      guard position >= last else { return "positions descend" }
      last = position
      if position > collector.window.end { return nil }
      try collector.add(&file) { _, _ in }
    }
    return "the file ends before the locus does"
  }

  static func way(_ survey: BlockSurvey) -> Way {
    Way(
      name: "bisect",
      proof:
        "the first records of \(survey.headCount) of \(survey.blockCount) blocks stand in order, with "
        + "chromosome X on both sides of the locus, and every record from \(slack) bases before the locus was "
        + "read; records out of their place that fill less than a block (64 KiB), or one that "
        + "starts further away and reaches into the locus, would be missed",
      isFullScan: false)
  }
}
