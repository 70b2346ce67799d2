import Genome

/// A variant above a plot: its sign and label at the top, a line down to its place.
struct PlotHead {
  var x: Double
  var label: String
  var clinicalClass: ClinicalClass

  fileprivate var width: Double { PlotMarkup.labelWidth(label) + 22 }
}

/// The variants above a plot, in as many rows as keep them apart.
struct PlotHeads {
  private static let rowHeight = 22.0

  private var placed: [(head: PlotHead, start: Double, row: Int)] = []
  private var rows = LabelRows()

  /// - Parameter heads: from left to right.
  init(_ heads: [PlotHead]) {
    for head in heads {
      // The sign stands over its place where there is room.
      let place = rows.place(centre: head.x + head.width / 2 - 10, width: head.width)
      placed.append((head, place.centre - head.width / 2 + 10, place.row))
    }
  }

  /// What all rows need, in the plot's units.
  var height: Double { Double(rows.count) * PlotHeads.rowHeight + 8 }

  /// - Parameters:
  ///   - bend: where the lines turn straight down, below the rows.
  ///   - foot: where they end.
  func marks(bend: Double, foot: Double) -> [String] {
    let lines = placed.flatMap { item in
      [
        PlotMarkup.line("stem", from: (item.start, y(item.row)), to: (item.head.x, bend)),
        PlotMarkup.line("stem", from: (item.head.x, bend), to: (item.head.x, foot)),
      ]
    }
    return lines
      + placed.flatMap { item in
        [
          PlotMarkup.sign(item.head.clinicalClass, x: item.start, y: y(item.row), size: 7),
          PlotMarkup.text(item.head.label, x: item.start + 12, y: y(item.row) + 5, anchor: "start"),
        ]
      }
  }

  private func y(_ row: Int) -> Double { height - 8 - Double(row) * PlotHeads.rowHeight }
}
