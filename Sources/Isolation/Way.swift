import Flow
import Genome
import HTS

/// How the locus was reached, and what shows that nothing was missed.
struct Way {
  var name: String
  var proof: String
  /// Whether every record of the file was met.
  var isFullScan: Bool
  /// Whether the last line of plain text has no line end.
  var endsInsideLine = false
  /// Records of each contig that has any; `nil` where not every record was met.
  var recordsByContig: [ContigCount]?

  func with(_ counts: [ContigCount]) -> Way {
    var way = self
    way.recordsByContig = counts.filter { $0.records > 0 }
    return way
  }
}

/// Reads the locus through a tabix or CSI index.
enum IndexQuery {
  /// Bases before the locus from which records are asked for: an index knows a record's extent by
  /// REF and END, but not by SVLEN or LEN.
  static let slack = 1_000_000

  /// Fills `collector`, or returns `nil` where the index has no chromosome X.
  static func run(
    _ file: inout VariantFile, index: String, _ header: HeaderEvidence,
    _ collector: inout LocusCollector
  ) throws(HTSError) -> Way? {
    var isKnown = false
    let start = max(1, collector.window.start - slack)
    let asked = Interval(start, collector.window.end)
    for contig in header.contigNames {
      guard try file.startQuery(contig: contig, asked) else { continue }
      isKnown = true
      while try file.next() { try collector.add(&file) { _, _ in } }
    }
    guard isKnown else { return nil }
    return Way(
      name: "index",
      proof:
        "\(index), not older than the file and ending where it ends, was asked for every record that starts up to "
        + "\(slack) bases before the locus or reaches into it by REF or END; one that starts "
        + "further away and reaches it by SVLEN or LEN alone would be missed",
      isFullScan: false)
  }
}
