import Flow
import Genome

/// What had to be read, and what of it was, as BED.
struct StudiedRegions {
  let result: SampleResult

  var studied: String {
    bed(
      result.exons.map { ($0.interval, "exon_\($0.exon)") }
        + UncoveredBed.places(result) { _ in true })
  }

  var called: String {
    let exons = result.exons.flatMap { exon in
      exon.proven.map { ($0, "exon_\(exon.exon)") }
    }
    return bed(exons + UncoveredBed.places(result, where: \.state.isSettled))
  }

  private func bed(_ rows: [(Interval, String)]) -> String {
    UncoveredBed.lines(rows, contig: result.provenance.contig)
  }
}
