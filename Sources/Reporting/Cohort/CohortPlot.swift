import Genome

/// The gene on GRCh38 with every variant of a batch above it, numbered as in the page's table.
struct CohortPlot {
  /// More would not be told apart.
  static let mostVariants = 60

  /// In the page's order; the first is number 1.
  let variants: [(variant: CohortVariant, samples: [String])]
  let context: ReportContext

  private var transcript: Transcript? { context.transcripts[.grch38]?.first }

  var svg: String {
    guard let transcript else { return "" }
    let scale = GeneScale(transcript)
    let heads = PlotHeads(numbered(scale))
    let axis = heads.height + 60
    let body =
      [PlotMarkup.line("axis", from: (0, axis), to: (PlotMarkup.width, axis))]
      + exonMarks(transcript, scale, axis: axis)
      + heads.marks(bend: axis - 42, foot: axis - 17)
    return PlotMarkup.picture(height: Int(axis) + 42, statement: statement, body: body)
  }

  var statement: String {
    guard let transcript else { return "" }
    let shown = variants.prefix(CohortPlot.mostVariants).enumerated().map { index, item in
      "number \(index + 1), \(item.variant.name), \(item.variant.clinicalClass.label), in "
        + Words.count(item.samples.count, "sample")
    }
    return "FOXP3 gene, \(transcript.accession), \(transcript.exons.count) exons, on GRCh38. "
      + "Variants of this batch: \(shown.isEmpty ? "none" : shown.joined(separator: "; "))."
  }

  private func numbered(_ scale: GeneScale) -> [PlotHead] {
    let heads = variants.prefix(CohortPlot.mostVariants).enumerated().compactMap {
      index, item -> (Int, PlotHead)? in
      guard let position = item.variant.position else { return nil }
      let count = item.samples.count
      let label = count > 1 ? "\(index + 1) (\(count)×)" : String(index + 1)
      return (
        index,
        PlotHead(
          x: scale.x(position), label: label, clinicalClass: item.variant.clinicalClass)
      )
    }
    return heads.sorted { ($0.1.x, $0.0) < ($1.1.x, $1.0) }.map(\.1)
  }

  private func exonMarks(
    _ transcript: Transcript, _ scale: GeneScale, axis: Double
  ) -> [String] {
    transcript.exons.enumerated().flatMap { index, exon -> [String] in
      let whole = scale.span(exon)
      let boxes =
        [(whole, 8.0)]
        + [exon.intersection(transcript.coding)].compactMap { $0 }.map { (scale.span($0), 16.0) }
      return boxes.map { span, half in
        PlotMarkup.rectangle("exon", x: span.x, y: axis - half, width: span.width, height: 2 * half)
      } + [PlotMarkup.text(String(index + 1), x: whole.x + whole.width / 2, y: axis + 34)]
    }
  }
}
