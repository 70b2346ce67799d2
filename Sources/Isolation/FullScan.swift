import Flow
import Genome
import HTS
import Scan

/// Reads every record of the file.
enum FullScan {
  /// By the scanner, which parses nothing but the records of X and Y; what it doesn't read (a
  /// stream, ordinary gzip) htslib reads record by record.
  static func run(
    _ file: inout VariantFile, _ collector: inout LocusCollector, kernel: ScanKernel,
    threads: Int?, elsewhere: (borrowing VariantRecord, RecordPlace) throws(HTSError) -> Void
  ) throws(HTSError) -> Way {
    if let descriptor = file.descriptor {
      switch (file.format.isBinary, file.format.compression) {
      case (true, .bgzf):
        return try hopRecords(&file, descriptor, threads, &collector, elsewhere: elsewhere)
      case (false, .none), (false, .bgzf):
        return try scanLines(file, descriptor, kernel, threads, &collector, elsewhere: elsewhere)
      default: break
      }
    }
    var contigs = ContigLines([])
    while try file.next() {
      guard file.namesContig else {
        throw file.withoutContig(record: collector.recordsRead + 1)
      }
      contigs.meet(file.currentContig, record: collector.recordsRead + 1)
      do throws(HTSError) {
        try collector.add(&file, elsewhere: elsewhere)
      } catch {
        throw file.endsInsideLine ? error.ofCutLine : error
      }
    }
    contigs.close(before: collector.recordsRead + 1)
    return way(file, collector, contigs, endsInsideLine: file.endsInsideLine)
  }

  /// BCF: the scanner finds where the records of X and Y stand, and htslib reads those.
  private static func hopRecords(
    _ file: inout VariantFile, _ descriptor: Int32, _ threads: Int?,
    _ collector: inout LocusCollector,
    elsewhere: (borrowing VariantRecord, RecordPlace) throws(HTSError) -> Void
  ) throws(HTSError) -> Way {
    let numbers = collector.names.map { file.contigNumber($0) }
    // A record behind the loci can't touch them; one before them may, by its alleles.
    let last = collector.wantsElsewhere ? Int(Int32.max) : collector.window.end - 1
    var scanner = try Scanned.run(file.name) { () throws(ScanError) in
      try RecordScanner(
        descriptor: descriptor, layout: .bcf, virtualOffset: file.virtualOffset,
        contigs: Set(numbers.compactMap { $0 }), of: file.contigNumberLimit, stretch: 0...last,
        threads: threads)
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
    let found = way(file, collector, "the records are \(scanner.isOrdered ? "" : "not ")in order")
    return found.with(
      file.header.contigs.compactMap { contig in
        file.contigNumber(contig.name).map { ContigCount(name: contig.name, records: counts[$0]) }
      })
  }

  private static func scanLines(
    _ file: borrowing VariantFile, _ descriptor: Int32, _ kernel: ScanKernel,
    _ threads: Int?, _ collector: inout LocusCollector,
    elsewhere: (borrowing VariantRecord, RecordPlace) throws(HTSError) -> Void
  ) throws(HTSError) -> Way {
    let isBGZF = file.format.compression == .bgzf
    var scanner = try Scanned.run(file.name) { () throws(ScanError) in
      try LineScanner.open(
        descriptor: descriptor, isBGZF: isBGZF, names: collector.names, kernel: kernel,
        threads: threads)
    }
    while try Scanned.run(file.name, { () throws(ScanError) in try scanner.next() }) {
      guard let name = scanner.name else {
        let number = scanner.recordCount
        throw scanner.line[0] == UInt8(ascii: "#")
          ? file.headerLine(afterRecord: number - 1) : file.withoutContig(record: number)
      }
      guard collector.needs(scanner.line, name: name) else { continue }
      do throws(HTSError) {
        let record = try VariantRecord(
          line: scanner.line,
          origin: RecordOrigin(file: file.name, number: scanner.recordCount),
          columnCount: file.header.columnCount)
        try collector.add(record, name: name, elsewhere: elsewhere)
      } catch {
        throw scanner.isLineWithoutEnd ? error.ofCutLine : error
      }
    }
    collector.setRecordsRead(scanner.recordCount)
    return way(
      file, collector, scanner.contigs, endsInsideLine: scanner.endsInsideLine)
  }

  private static func way(
    _ file: borrowing VariantFile, _ collector: LocusCollector, _ contigs: ContigLines,
    endsInsideLine: Bool
  ) -> Way {
    var way = way(
      file, collector,
      contigs.areTogether
        ? "the records of each contig stand together" : "records of one contig stand apart")
    way.endsInsideLine = endsInsideLine
    return way.with(contigs.counts.map { ContigCount(name: $0.name, records: $0.records) })
  }

  private static func way(
    _ file: borrowing VariantFile, _ collector: LocusCollector, _ order: String
  ) -> Way {
    let end =
      file.format.compression == .bgzf
      ? "its end-of-file block is there" : "it ended without a read error"
    return Way(
      name: "full scan",
      proof: "every record was read (\(collector.recordsRead)) to the end of the file, and \(end); "
        + order,
      isFullScan: true)
  }
}
