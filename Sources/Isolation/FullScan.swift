import Genome
import HTS
import Scan

/// Reads every record of the file.
enum FullScan {
  /// By the scanner, which parses nothing but the records of X and Y; what it doesn't read (a
  /// stream, ordinary gzip, names it can't look for) htslib reads record by record.
  static func run(
    _ file: inout VariantFile, _ collector: inout LocusCollector, kernel: ScanKernel,
    elsewhere: (borrowing VariantRecord, RecordPlace) throws(HTSError) -> Void
  ) throws(HTSError) -> Way {
    if let descriptor = file.descriptor {
      switch (file.format.isBinary, file.format.compression) {
      case (true, .bgzf):
        return try hopRecords(&file, descriptor, &collector, elsewhere: elsewhere)
      case (false, .none), (false, .bgzf):
        guard let probe = LineProbe(collector.names, kernel: kernel) else { break }
        return try scanLines(file, descriptor, probe, &collector, elsewhere: elsewhere)
      default: break
      }
    }
    while try file.next() { try collector.add(&file, elsewhere: elsewhere) }
    return way(file, collector, endsInsideLine: file.endsInsideLine)
  }

  /// BCF: the scanner finds where the records of X and Y stand, and htslib reads those.
  private static func hopRecords(
    _ file: inout VariantFile, _ descriptor: Int32, _ collector: inout LocusCollector,
    elsewhere: (borrowing VariantRecord, RecordPlace) throws(HTSError) -> Void
  ) throws(HTSError) -> Way {
    let numbers = collector.names.map { file.contigNumber($0) }
    // A record behind the loci can't touch them; one before them may, by its alleles.
    let last = collector.wantsElsewhere ? Int(Int32.max) : collector.window.end - 1
    var scanner = try Scanned.run(file.name) { () throws(ScanError) in
      try RecordScanner(
        descriptor: descriptor, layout: .bcf, virtualOffset: file.virtualOffset,
        contigs: Set(numbers.compactMap { $0 }), of: file.contigNumberLimit, stretch: 0...last)
    }
    while let run = try Scanned.run(file.name, { () throws(ScanError) in try scanner.nextRun() }) {
      try file.seek(to: run.virtualOffset, recordsBefore: run.recordsBefore)
      for _ in 0..<run.count {
        guard try file.next() else { throw file.endsEarly }
        try collector.add(&file, elsewhere: elsewhere)
      }
    }
    let counts = scanner.countsByContig
    let onX = numbers.prefix(collector.chromosomeXNameCount).compactMap { $0 }
    collector.take(
      recordsRead: scanner.recordCount, onChromosome: onX.reduce(0) { $0 + counts[$1] })
    return way(file, collector, ordered: scanner.isOrdered)
  }

  private static func scanLines(
    _ file: borrowing VariantFile, _ descriptor: Int32, _ probe: LineProbe,
    _ collector: inout LocusCollector,
    elsewhere: (borrowing VariantRecord, RecordPlace) throws(HTSError) -> Void
  ) throws(HTSError) -> Way {
    let isBGZF = file.format.compression == .bgzf
    var scanner = try Scanned.run(file.name) { () throws(ScanError) in
      try LineScanner.open(descriptor: descriptor, isBGZF: isBGZF, probe: probe)
    }
    while try Scanned.run(file.name, { () throws(ScanError) in try scanner.next() }) {
      guard let name = scanner.name else {
        throw file.headerLine(afterRecord: scanner.recordCount - 1)
      }
      guard collector.needs(scanner.line, name: name) else { continue }
      let record = try VariantRecord(
        line: scanner.line,
        origin: RecordOrigin(file: file.name, number: scanner.recordCount),
        columnCount: file.header.columnCount)
      try collector.add(record, name: name, elsewhere: elsewhere)
    }
    collector.setRecordsRead(scanner.recordCount)
    return way(file, collector, endsInsideLine: !isBGZF && scanner.endsInsideLine)
  }

  private static func way(
    _ file: borrowing VariantFile, _ collector: LocusCollector, endsInsideLine: Bool = false,
    ordered: Bool? = nil
  ) -> Way {
    let end =
      file.format.compression == .bgzf
      ? "its end-of-file block is there" : "it ended without a read error"
    return Way(
      name: "full scan",
      proof: "every record was read (\(collector.recordsRead)) to the end of the file, and \(end)"
        + (ordered.map { "; the records are \($0 ? "" : "not ")in order" } ?? ""),
      isFullScan: true, endsInsideLine: endsInsideLine)
  }
}
