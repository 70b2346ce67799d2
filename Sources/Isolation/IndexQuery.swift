import Genome
import HTS

/// Reads by a tabix or CSI index.
enum IndexQuery {
  /// Bases before the locus from which records are asked for: an index knows a record's extent by
  /// REF and END, but not by SVLEN or LEN.
  static let slack = 1_000_000

  /// Longer than X and Y of every build. htslib looks up each bin that may lie in it, and to the end of a
  /// tabix index that took a seventh of the time of a small file.
  private static let wholeContig = 160_000_000
  /// The most that a tabix index can hold.
  private static let longestContig = 1 << 29

  /// Fills `collector` with the records around the locus, on whichever names of X the index has, or
  /// returns `nil` where it has none of them.
  ///
  /// Where the header declares a length by which a record may reach further than its REF and END, X
  /// is read from its first base.
  ///
  /// - Parameter slack: bases before the loci from which records are asked for otherwise.
  static func readLocus(
    _ file: inout VariantFile, index: String, _ collector: inout LocusCollector,
    slack: Int = slack
  ) throws(HTSError) -> Way? {
    let isFromStart =
      file.header.declares("SVLEN", as: "INFO")
      || file.header.declares("LEN", as: "FORMAT")
    let start = isFromStart ? 1 : max(1, collector.window.start - slack)
    let contigs = file.indexed(collector.namesOfX)
    guard !contigs.isEmpty else { return nil }
    for contig in contigs {
      try file.startQuery(contig: contig, Interval(start, collector.window.end))
      while try file.next() { try collector.add(&file) { _, _ in } }
    }
    return Way(
      name: "index", proof: "\(trusted(index)) \(isFromStart ? proofFromStart : proof)",
      isFullScan: false)
  }

  /// Fills `collector` with every record of X, whichever way it reaches the locus, and hands over those
  /// elsewhere on X and on Y as a full scan does.
  static func readChromosomes(
    _ file: inout VariantFile, index: String, _ collector: inout LocusCollector,
    elsewhere: (borrowing VariantRecord, RecordPlace) throws(HTSError) -> Void
  ) throws(HTSError) -> Way {
    for contig in file.indexed(collector.names) {
      let isOther = collector.isOther(contig)
      try file.startQuery(
        wholeContig: contig, length: isOther ? longestContig : wholeContig)
      while try file.next() { try collector.add(&file, elsewhere: elsewhere) }
    }
    let contigs =
      collector.wantsBreakends ? "every contig, for breakends into X" : "chromosomes X and Y"
    return Way(
      name: "index",
      proof:
        "\(trusted(index)) was asked for every record of \(contigs) (\(collector.recordsRead))",
      isFullScan: false, meetsAllOfX: true)
  }

  private static func trusted(_ index: String) -> String {
    "\(index), not older than the file and ending where it ends,"
  }

  private static let proof =
    "was asked for every record that starts up to \(slack) bases before the locus or reaches into it by "
    + "REF or END; one that starts further away and reaches it by SVLEN or LEN alone, which the header "
    + "does not declare, would be missed"

  private static let proofFromStart =
    "was asked for every record from the first base of chromosome X to the end of the locus"
}
