import Flow
import Genome

/// What was not shown to be read, as BED: ready for Sanger sequencing or another capture.
///
/// Columns: contig, start (0-based), end, name. Gaps of the exons with their splice sites first, then
/// open places of the ledger that lie elsewhere; by position.
struct UncoveredBed {
  static func text(_ result: SampleResult) -> String {
    let gaps = result.exons.flatMap { exon in
      exon.gaps.map { ($0, "exon_\(exon.exon)") }
    }
    return lines(
      gaps + places(result) { !$0.state.isSettled }, contig: result.provenance.contig)
  }

  /// Places of the ledger that are more than exons: those of rows, and the polyadenylation signal.
  static func places(
    _ result: SampleResult, where include: (LedgerEntry) -> Bool
  ) -> [(Interval, String)] {
    result.ledger.filter {
      ($0.kind == .knownVariant || $0.kind == .polyadenylationSignal) && !$0.interval.isEmpty
        && include($0)
    }.map { ($0.interval, $0.identifier) }
  }

  /// `rows` by position, each a line.
  static func lines(_ rows: [(Interval, String)], contig: String) -> String {
    rows.map { ($0, name($1)) }.sorted {
      ($0.0.start, $0.0.end, $0.1) < ($1.0.start, $1.0.end, $1.1)
    }.map { interval, name in
      "\(contig)\t\(interval.start - 1)\t\(interval.end)\t\(name)\n"
    }.joined()
  }

  /// 1 to 255 printable ASCII characters (BED 1.0, field 4), and no space, which would end the field
  /// for readers that split at white space.
  private static func name(_ identifier: String) -> String {
    let plain = identifier.unicodeScalars.prefix(255).map { scalar in
      (0x21...0x7E).contains(scalar.value) ? Character(scalar) : "_"
    }
    return plain.isEmpty ? "_" : String(plain)
  }
}
