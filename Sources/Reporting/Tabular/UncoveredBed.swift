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
    let places = result.ledger.filter { entry in
      !entry.state.isSettled && !entry.interval.isEmpty
        && (entry.kind == .knownVariant || entry.kind == .polyadenylationSignal)
    }.map { ($0.interval, $0.identifier.replacingSpaces) }
    let lines = (gaps + places).sorted {
      ($0.0.start, $0.0.end, $0.1) < ($1.0.start, $1.0.end, $1.1)
    }.map { interval, name in
      "\(result.provenance.contig)\t\(interval.start - 1)\t\(interval.end)\t\(name)\n"
    }
    return lines.joined()
  }
}

extension String {
  fileprivate var replacingSpaces: String {
    String(map { $0.isWhitespace ? "_" : $0 })
  }
}
