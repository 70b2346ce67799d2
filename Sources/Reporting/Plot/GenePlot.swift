import Flow
import Genome

/// The gene model with what was covered, the curated table's variants and the sample's.
struct GenePlot {
  /// In the page's order; the first is number 1.
  let variants: [SampleVariant]
  let result: SampleResult
  let context: ReportContext

  private var assembly: Assembly { result.provenance.assembly }
  private let deletions: [ExonDeletion]

  init(variants: [SampleVariant], result: SampleResult, context: ReportContext) {
    self.variants = variants
    self.result = result
    self.context = context
    deletions = ExonDeletion.all(result.variants)
  }

  private var transcript: Transcript? { context.transcripts[assembly]?.first }

  var svg: String {
    guard let transcript else { return "" }
    let scale = GeneScale(transcript)
    let heads = PlotHeads(numbered(scale))
    let axis = heads.height + 60
    let body =
      [PlotMarkup.line("axis", from: (0, axis), to: (PlotMarkup.width, axis))]
      + exonMarks(transcript, scale, axis: axis)
      + [tableMarks(scale, axis: axis)].filter { !$0.isEmpty }
      + heads.marks(bend: axis - 42, foot: axis - 17)
    return PlotMarkup.picture(height: Int(axis) + 62, statement: statement, body: body)
  }

  var statement: String {
    guard let transcript else { return "" }
    let states = transcript.exons.indices.map { index in
      "exon \(index + 1) \(state(index + 1).words)\(gapWords(index + 1))"
    }
    let shown = variants.enumerated().map { index, variant in
      "number \(index + 1), "
        + VariantName.short(variant.classified.annotated, provenance: result.provenance)
        + ", \(variant.classified.clinicalClass.label)"
    }
    return "FOXP3 gene, \(transcript.accession), \(transcript.exons.count) exons, on "
      + "\(assembly.rawValue). \(Words.sentence(Words.list(states))) Variants of this report: "
      + "\(shown.isEmpty ? "none" : shown.joined(separator: "; ")). Behind them "
      + "\(Words.count(context.tableMarks.count, "variant")) of the curated table."
  }

  /// The sample's variants from left to right.
  private func numbered(_ scale: GeneScale) -> [PlotHead] {
    variants.enumerated().compactMap { index, variant -> (Int, PlotHead)? in
      let annotated = variant.classified.annotated
      guard let position = VariantPlace(annotated, provenance: result.provenance).position else {
        return nil
      }
      let head = PlotHead(
        x: scale.x(position), label: String(index + 1),
        clinicalClass: variant.classified.clinicalClass)
      return (index, head)
    }.sorted { ($0.1.x, $0.0) < ($1.1.x, $1.0) }.map(\.1)
  }

  private func coverage(_ exon: Int) -> ExonCoverage? { result.exons.first { $0.exon == exon } }

  private func state(_ exon: Int) -> ExonState {
    ExonState(coverage(exon), deletions: deletions)
  }

  /// As " (not 49,251,700-49,251,720)" for an exon that was read in part.
  private func gapWords(_ exon: Int) -> String {
    guard state(exon) == .part, let gaps = coverage(exon)?.gaps, !gaps.isEmpty else { return "" }
    return " (not \(gaps.map(PageDetails.text).joined(separator: ", ")))"
  }

  /// The uncovered stretches of an exon read in part, over its box.
  private func gapMarks(_ exon: Int, _ box: Interval, _ scale: GeneScale, axis: Double) -> [String]
  {
    guard state(exon) == .part, let gaps = coverage(exon)?.gaps else { return [] }
    return gaps.compactMap { $0.intersection(box) }.map { gap in
      let span = scale.span(gap)
      return PlotMarkup.rectangle(
        "exon-gap", x: span.x, y: axis - 16, width: span.width, height: 32)
    }
  }

  /// A cross over a deleted exon, so that it is told without colour.
  private func deletionMarks(_ state: ExonState, _ box: (x: Double, width: Double), axis: Double)
    -> [String]
  {
    guard state.isDeletion else { return [] }
    let right = box.x + box.width
    return [
      PlotMarkup.line("deletion", from: (box.x, axis - 16), to: (right, axis + 16)),
      PlotMarkup.line("deletion", from: (box.x, axis + 16), to: (right, axis - 16)),
    ]
  }

  private func exonMarks(
    _ transcript: Transcript, _ scale: GeneScale, axis: Double
  ) -> [String] {
    transcript.exons.enumerated().flatMap { index, exon -> [String] in
      let state = state(index + 1)
      let whole = scale.span(exon)
      let coding = exon.intersection(transcript.coding)
      // What is untranslated was not asked for, but for the exon that is nothing else.
      let css = coding == nil || state.isDeletion ? state.css : "exon exon-untranslated"
      var marks = [
        PlotMarkup.rectangle(css, x: whole.x, y: axis - 8, width: whole.width, height: 16)
      ]
      if let coding {
        let span = scale.span(coding)
        marks.append(
          PlotMarkup.rectangle(state.css, x: span.x, y: axis - 16, width: span.width, height: 32))
      }
      marks += gapMarks(index + 1, exon, scale, axis: axis)
      marks += deletionMarks(state, whole, axis: axis)
      let middle = whole.x + whole.width / 2
      return marks + [
        PlotMarkup.text(String(index + 1), x: middle, y: axis + 34),
        PlotMarkup.text(state.sign, x: middle, y: axis + 54),
      ]
    }
  }

  private func tableMarks(_ scale: GeneScale, axis: Double) -> String {
    context.tableDrawing.markup(.gene(assembly, axis: axis)) { drawnMarks(scale, axis: axis) }
  }

  private func drawnMarks(_ scale: GeneScale, axis: Double) -> String {
    context.tableMarks.flatMap { mark -> [String] in
      guard let position = mark.positions[assembly] else { return [] }
      let x = scale.x(position)
      return [
        PlotMarkup.line("stem", from: (x, axis - 28), to: (x, axis - 17)),
        PlotMarkup.sign(mark.clinicalClass, x: x, y: axis - 30, size: 3),
      ]
    }.joined(separator: "\n")
  }
}
