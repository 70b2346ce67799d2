import Flow
import Genome

/// What had to be read, and what of it was, as BED.
struct StudiedRegions {
  let result: SampleResult

  var studied: String {
    bed(result.exons.map { ($0.interval, "exon_\($0.exon)") } + places { _ in true })
  }

  var called: String {
    let exons = result.exons.flatMap { exon in
      proven(exon).map { ($0, "exon_\(exon.exon)") }
    }
    return bed(exons + places(where: \.state.isSettled))
  }

  private func places(where include: (LedgerEntry) -> Bool) -> [(Interval, String)] {
    result.ledger.filter {
      ($0.kind == .knownVariant || $0.kind == .polyadenylationSignal) && !$0.interval.isEmpty
        && include($0)
    }.map { ($0.interval, $0.identifier) }
  }

  /// The exon without its gaps.
  private func proven(_ exon: ExonCoverage) -> [Interval] {
    var start = exon.interval.start
    var pieces: [Interval] = []
    for gap in exon.gaps.sorted(by: { $0.start < $1.start }) {
      if gap.start > start { pieces.append(Interval(start, gap.start - 1)) }
      start = max(start, gap.end + 1)
    }
    if start <= exon.interval.end { pieces.append(Interval(start, exon.interval.end)) }
    return pieces
  }

  private func bed(_ rows: [(Interval, String)]) -> String {
    UncoveredBed.lines(rows, contig: result.provenance.contig)
  }
}
