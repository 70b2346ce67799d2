import Flow
import Genome

/// The lollipop plot on the protein: regions, the curated table's variants, and the sample's.
struct ProteinPlot {
  /// In the page's order; the first is number 1.
  let variants: [SampleVariant]
  let context: ReportContext

  private struct Lollipop {
    var number: Int
    var residue: Int
    var label: String
    var clinicalClass: ClinicalClass
  }

  var svg: String {
    let heads = PlotHeads(
      lollipops.map {
        PlotHead(x: x($0.residue), label: labelText($0), clinicalClass: $0.clinicalClass)
      })
    let axis = heads.height + 60
    let regions = regionMarks(axis: axis)
    let body =
      [PlotMarkup.line("axis", from: (left, axis), to: (right, axis))]
      + [tableMarks(axis: axis)].filter { !$0.isEmpty } + regions.marks + residueMarks(axis: axis)
      + heads.marks(bend: axis - 40, foot: axis - 12)
    let height = Int(axis) + 48 + regions.rows * 18
    return PlotMarkup.picture(height: height, statement: statement, body: body)
  }

  /// What the picture shows, in full.
  var statement: String {
    let regions = context.proteinRegions.map { "\($0.name) \($0.first)-\($0.last)" }
    let shown = lollipops.map {
      "number \($0.number), \($0.label), at residue \($0.residue), \($0.clinicalClass.label)"
    }
    let known = context.tableMarks.count { $0.residue != nil }
    return "FOXP3 protein of \(context.proteinLength) residues. Regions: "
      + "\(Words.list(regions)). Variants of this report in the protein: "
      + "\(shown.isEmpty ? "none" : shown.joined(separator: "; ")). Behind them "
      + "\(Words.count(known, "variant")) of the curated table."
  }

  private var left: Double { 20 }
  private var right: Double { PlotMarkup.width - 20 }

  private func x(_ residue: Int) -> Double {
    let length = Double(max(1, context.proteinLength))
    let inside = min(max(Double(residue), 1), length)
    return left + (inside - 0.5) / length * (right - left)
  }

  /// Left to right.
  private var lollipops: [Lollipop] {
    variants.enumerated().compactMap { index, variant in
      let classified = variant.classified
      guard let mane = classified.annotated.mane, let position = mane.proteinPosition,
        let residue = ProteinPlot.firstNumber(position)
      else { return nil }
      return Lollipop(
        number: index + 1, residue: residue,
        label: mane.proteinName ?? mane.codingName ?? "variant",
        clinicalClass: classified.clinicalClass)
    }.sorted { ($0.residue, $0.number) < ($1.residue, $1.number) }
  }

  /// The first whole number of VEP's position, as 372 of `372-373` or of `?-372`.
  static func firstNumber(_ text: String) -> Int? {
    text.split { !$0.isASCII || !$0.isNumber }.first.flatMap { Int($0) }
  }

  private func labelText(_ lollipop: Lollipop) -> String {
    lollipop.label.count > 28
      ? "\(lollipop.number)" : "\(lollipop.number) \(lollipop.label)"
  }

  private func tableMarks(axis: Double) -> String {
    context.tableDrawing.markup(.protein(axis: axis)) { drawnMarks(axis: axis) }
  }

  private func drawnMarks(axis: Double) -> String {
    context.tableMarks.flatMap { mark -> [String] in
      guard let residue = mark.residue else { return [] }
      let x = x(residue)
      return [
        PlotMarkup.line("stem", from: (x, axis - 30), to: (x, axis - 12)),
        PlotMarkup.sign(mark.clinicalClass, x: x, y: axis - 30, size: 3),
      ]
    }.joined(separator: "\n")
  }

  private func regionMarks(axis: Double) -> (marks: [String], rows: Int) {
    var labels = LabelRows()
    var marks: [String] = []
    for region in context.proteinRegions.sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
      let start = x(region.first)
      let end = x(region.last)
      marks.append(
        PlotMarkup.rectangle(
          "region", x: start, y: axis - 12, width: max(2, end - start), height: 24))
      let place = labels.place(
        centre: (start + end) / 2, width: PlotMarkup.labelWidth(region.name) * 0.9)
      marks.append(
        PlotMarkup.text(
          region.name, x: place.centre, y: axis + 48 + Double(place.row) * 18, css: "small"))
    }
    return (marks, labels.count)
  }

  private func residueMarks(axis: Double) -> [String] {
    let ticks = stride(from: 100, to: context.proteinLength, by: 100).map { $0 }
    return ([1] + ticks + [context.proteinLength]).map {
      PlotMarkup.text(String($0), x: x($0), y: axis + 28, css: "small")
    }
  }
}
