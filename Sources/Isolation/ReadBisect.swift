import Genome
import HTS
import Scan

/// Goes to the locus of an ordered BAM file without an index, as `Bisect` does for variants.
enum ReadBisect {
  /// Gives every read of the window to `collector`, or tells why the whole file has to be read; then
  /// none was given, and the file stands anywhere.
  static func run(
    _ file: inout AlignmentFile, _ collector: inout ReadCollector,
    _ body: (borrowing AlignmentRecord, Bool) throws(HTSError) -> Void
  ) throws(HTSError) -> Bisect.Outcome {
    guard let descriptor = file.descriptor, file.format.kind == .bam,
      file.format.compression == .bgzf
    else { return .otherFormat }
    guard file.header.isCoordinateSorted else {
      return .doubt("its header does not say that it is in order (@HD SO:coordinate)")
    }
    let survey = try Scanned.run(file.name) { () throws(ScanError) in
      try BlockSurvey(
        descriptor: descriptor,
        records: RecordShape(layout: .bam, contigCount: file.header.contigs.count),
        firstRecord: file.virtualOffset, contigs: Set(collector.contigs),
        start: max(1, collector.window.start - Bisect.slack), end: collector.window.end)
    }
    guard case .found(let offset) = survey.outcome else {
      if case .doubt(let why) = survey.outcome { return .doubt(why) }
      return .otherFormat
    }
    guard let count = try checked(&file, from: offset, collector) else {
      return .doubt("the reads around the locus are not in order or can't be read there")
    }
    try file.seek(to: offset, recordsBefore: 0)
    for _ in 0..<count {
      guard try file.next() else { throw file.endsEarly }
      try collector.add(file.current, body)
    }
    return collector.recordsInLocus > 0
      ? .way(Bisect.way(survey)) : .doubt("no read was found over the locus")
  }

  /// Reads up to the first read behind the window; how many stand before it, or `nil` where they are
  /// out of order. Nothing is handed over yet: there is no way back from a read handed over.
  private static func checked(
    _ file: inout AlignmentFile, from offset: Int64, _ collector: ReadCollector
  ) throws(HTSError) -> Int? {
    try file.seek(to: offset, recordsBefore: 0)
    var last = 0
    var count = 0
    do throws(HTSError) {
      while try file.next() {
        let record = file.current
        guard let contig = record.contig, collector.contigs.contains(contig),
          record.position >= last
        else { return nil }
        last = record.position
        if last > collector.window.end { return count }
        count += 1
      }
    } catch {
      // What looked like a record's start may have been none.
      return nil
    }
    return nil
  }
}
