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
    if !file.format.isBinary, file.format.compression != .gzip, let descriptor = file.descriptor,
      let probe = LineProbe(collector.names, kernel: kernel)
    {
      return try scanLines(file, descriptor, probe, &collector, elsewhere: elsewhere)
    }
    while try file.next() { try collector.add(&file, elsewhere: elsewhere) }
    return way(file, collector, endsInsideLine: file.endsInsideLine)
  }

  private static func scanLines(
    _ file: borrowing VariantFile, _ descriptor: Int32, _ probe: LineProbe,
    _ collector: inout LocusCollector,
    elsewhere: (borrowing VariantRecord, RecordPlace) throws(HTSError) -> Void
  ) throws(HTSError) -> Way {
    let isBGZF = file.format.compression == .bgzf
    var scanner = try opened(file, descriptor, isBGZF, probe)
    while try advance(&scanner, file) {
      guard let name = scanner.name else {
        throw file.headerLine(afterRecord: scanner.recordCount - 1)
      }
      let record = try VariantRecord(
        line: scanner.line,
        origin: RecordOrigin(file: file.name, number: scanner.recordCount),
        columnCount: file.header.columnCount)
      try collector.add(record, name: name, elsewhere: elsewhere)
    }
    collector.setRecordsRead(scanner.recordCount)
    return way(file, collector, endsInsideLine: !isBGZF && scanner.endsInsideLine)
  }

  private static func opened(
    _ file: borrowing VariantFile, _ descriptor: Int32, _ isBGZF: Bool, _ probe: LineProbe
  ) throws(HTSError) -> LineScanner {
    do throws(ScanError) {
      return try LineScanner.open(descriptor: descriptor, isBGZF: isBGZF, probe: probe)
    } catch {
      throw HTSError(error, file: file.name)
    }
  }

  private static func advance(
    _ scanner: inout LineScanner, _ file: borrowing VariantFile
  ) throws(HTSError) -> Bool {
    do throws(ScanError) {
      return try scanner.next()
    } catch {
      throw HTSError(error, file: file.name)
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
