/// Puts labels of different widths into rows so that no two of a row overlap.
struct LabelRows {
  private var ends: [Double] = []

  var count: Int { ends.count }

  /// The first row with room for a label of `width` around `centre`, and the centre moved so that
  /// the label stays in the plot. Labels come from left to right.
  mutating func place(centre: Double, width: Double) -> (row: Int, centre: Double) {
    let half = width / 2
    let inside = min(max(centre, half), max(half, PlotMarkup.width - half))
    let row = ends.firstIndex { $0 <= inside - half } ?? ends.count
    if row == ends.count { ends.append(0) }
    ends[row] = inside + half
    return (row, inside)
  }
}
