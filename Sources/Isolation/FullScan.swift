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
    var scanner = try scanned(file.name) { () throws(ScanError) in
      try RecordScanner(
        descriptor: descriptor, layout: .bcf, virtualOffset: file.virtualOffset,
        contigs: Set(collector.names.compactMap { file.contigNumber($0) }),
        of: file.contigNumberLimit)
    }
    while let run = try scanned(file.name, { () throws(ScanError) in try scanner.nextRun() }) {
      try file.seek(to: run.virtualOffset, recordsBefore: run.recordsBefore)
      for _ in 0..<run.count {
        guard try file.next() else { throw file.endsEarly }
        try collector.add(&file, elsewhere: elsewhere)
      }
    }
    collector.setRecordsRead(scanner.recordCount)
    return way(file, collector, endsInsideLine: false)
  }

  private static func scanLines(
    _ file: borrowing VariantFile, _ descriptor: Int32, _ probe: LineProbe,
    _ collector: inout LocusCollector,
    elsewhere: (borrowing VariantRecord, RecordPlace) throws(HTSError) -> Void
  ) throws(HTSError) -> Way {
    let isBGZF = file.format.compression == .bgzf
    var scanner = try scanned(file.name) { () throws(ScanError) in
      try LineScanner.open(descriptor: descriptor, isBGZF: isBGZF, probe: probe)
    }
    while try scanned(file.name, { () throws(ScanError) in try scanner.next() }) {
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

  private static func scanned<Value: ~Copyable>(
    _ file: String, _ body: () throws(ScanError) -> Value
  ) throws(HTSError) -> Value {
    do throws(ScanError) {
      return try body()
    } catch {
      throw HTSError(error, file: file)
    }
  }

  private static func way(
    _ file: borrowing VariantFile, _ collector: LocusCollector, endsInsideLine: Bool
  ) -> Way {
    let end =
      file.format.compression == .bgzf
      ? "its end-of-file block is there" : "it ended without a read error"
    return Way(
      name: "full scan",
      proof: "every record was read (\(collector.recordsRead)) to the end of the file, and \(end)",
      isFullScan: true, endsInsideLine: endsInsideLine)
  }
}

extension HTSError {
  init(_ error: ScanError, file: String) {
    let code: Code =
      switch error.code {
      case .notReadable: error.offset == nil ? .notReadable : .corrupt
      case .truncated: .truncated
      case .corrupt: .corrupt
      case .malformed: .malformed
      }
    self.init(
      code, file: file, record: error.offset.map { "byte \($0)" }, error.message)
  }
}
