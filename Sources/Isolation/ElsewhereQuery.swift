import Genome
import HTS

/// Records of X and Y outside the locus through an index: a sample of them, since they only tell
/// the sex. X is read from behind the locus on, far from both pseudoautosomal regions.
enum ElsewhereQuery {
  /// Records handed over at the most, of X and of Y each.
  static let limit = 20_000
  /// Beyond the last base of X and of Y in either build. An index is searched by bins of 16,384 bases
  /// up to here.
  private static let endOfX = 160_000_000
  private static let endOfY = 60_000_000

  static func run(
    _ file: inout VariantFile, _ header: HeaderEvidence, _ request: IsolationRequest,
    behind window: Interval,
    _ body: (borrowing VariantRecord, RecordPlace) throws(HTSError) -> Void
  ) throws(HTSError) {
    try hand(
      &file, header.contigNames.sorted(), Interval(window.end + 1, endOfX), .elsewhereOnX, body)
    try hand(
      &file, request.naming.chromosomeYNames.sorted(), Interval(1, endOfY), .chromosomeY, body)
  }

  private static func hand(
    _ file: inout VariantFile, _ contigs: [String], _ stretch: Interval, _ place: RecordPlace,
    _ body: (borrowing VariantRecord, RecordPlace) throws(HTSError) -> Void
  ) throws(HTSError) {
    var count = 0
    for contig in contigs {
      guard try file.startQuery(contig: contig, stretch) else { continue }
      while count < limit, try file.next() {
        try file.printRecord()
        let record = try LocusCollector.record(file)
        guard record.position >= stretch.start else { continue }
        try body(record, place)
        count += 1
      }
    }
  }
}
