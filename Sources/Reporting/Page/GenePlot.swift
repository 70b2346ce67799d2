import Flow
import Genome

/// How much of an exon the data show.
enum ExonState: Equatable {
  case full
  case part
  case none
  case unknown

  init(_ coverage: ExonCoverage?) {
    guard let coverage else {
      self = .unknown
      return
    }
    if coverage.gaps.isEmpty, coverage.provenBases >= coverage.interval.count {
      self = .full
    } else {
      self = coverage.provenBases == 0 ? .none : .part
    }
  }

  var sign: String {
    switch self {
    case .full: "✓"
    case .part: "~"
    case .none: "✗"
    case .unknown: "?"
    }
  }

  var words: String {
    switch self {
    case .full: "shown to be read"
    case .part: "read in part"
    case .none: "not shown to be read"
    case .unknown: "not known"
    }
  }

  var css: String {
    switch self {
    case .full: "exon exon-full"
    case .part: "exon exon-part"
    case .none, .unknown: "exon exon-none"
    }
  }
}

/// The gene model with what was covered, the curated table's variants and the sample's.
struct GenePlot {
  /// In the page's order; the first is number 1.
  let variants: [SampleVariant]
  let result: SampleResult
  let context: ReportContext

  private var assembly: Assembly { result.provenance.assembly }

  private var transcript: Transcript? {
    let transcripts = context.transcripts[assembly] ?? []
    return transcripts.first { $0.isManeSelect } ?? transcripts.first
  }

  var svg: String {
    guard let transcript else { return "" }
    let scale = GeneScale(transcript)
    let heads = PlotHeads(numbered(scale))
    let axis = heads.height + 60
    let body =
      [hatch, PlotMarkup.line("axis", from: (0, axis), to: (PlotMarkup.width, axis))]
      + exonMarks(transcript, scale, axis: axis) + tableMarks(scale, axis: axis)
      + heads.marks(bend: axis - 42, foot: axis - 17)
    return PlotMarkup.picture(height: Int(axis) + 62, statement: statement, body: body)
  }

  var statement: String {
    guard let transcript else { return "" }
    let states = transcript.exons.indices.map { index in
      "exon \(index + 1) \(state(index + 1).words)"
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

  private func state(_ exon: Int) -> ExonState {
    ExonState(result.exons.first { $0.exon == exon })
  }

  private func exonMarks(
    _ transcript: Transcript, _ scale: GeneScale, axis: Double
  ) -> [String] {
    transcript.exons.enumerated().flatMap { index, exon -> [String] in
      let state = state(index + 1)
      let whole = scale.span(exon)
      var marks = [
        PlotMarkup.rectangle(state.css, x: whole.x, y: axis - 8, width: whole.width, height: 16)
      ]
      if let coding = exon.intersection(transcript.coding) {
        let span = scale.span(coding)
        marks.append(
          PlotMarkup.rectangle(state.css, x: span.x, y: axis - 16, width: span.width, height: 32))
      }
      let middle = whole.x + whole.width / 2
      return marks + [
        PlotMarkup.text(String(index + 1), x: middle, y: axis + 34),
        PlotMarkup.text(state.sign, x: middle, y: axis + 54),
      ]
    }
  }

  private func tableMarks(_ scale: GeneScale, axis: Double) -> [String] {
    context.tableMarks.flatMap { mark -> [String] in
      guard let position = mark.positions[assembly] else { return [] }
      let x = scale.x(position)
      return [
        PlotMarkup.line("stem", from: (x, axis - 28), to: (x, axis - 17)),
        PlotMarkup.sign(mark.clinicalClass, x: x, y: axis - 30, size: 3),
      ]
    }
  }

  private var hatch: String {
    "<defs><pattern id=\"hatch\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" "
      + "patternTransform=\"rotate(45)\"><line class=\"hatch\" x1=\"0\" y1=\"0\" x2=\"0\" "
      + "y2=\"8\"/></pattern></defs>"
  }
}
