/// X-linked inheritance as a drawing of two parents and their four kinds of children: circles for
/// females, squares for males, filled where the only copy is changed, half filled for carriers.
struct InheritancePicture {
  enum Parent: Sendable {
    case mother
    case father
  }

  /// Words under the figures, by key: `father`, `mother`, `daughter`, `son`, `carrier`, `changed`,
  /// `unchanged`.
  let words: [String: String]
  let parent: Parent
  /// What the picture shows, in full.
  let statement: String

  private enum Copy {
    case changed
    case carried
    case unchanged
  }

  private struct Figure {
    var key: String
    var isFemale: Bool
    var copy: Copy
    var x: Double
    var y: Double
  }

  var svg: String {
    PlotMarkup.picture(
      height: 560, statement: statement, body: descent + figures.flatMap(marks))
  }

  private var figures: [Figure] {
    let parents = [
      Figure(
        key: "father", isFemale: false, copy: parent == .father ? .changed : .unchanged, x: 330,
        y: 90),
      Figure(
        key: "mother", isFemale: true, copy: parent == .mother ? .carried : .unchanged, x: 670,
        y: 90
      ),
    ]
    let daughters: [Copy] = parent == .father ? [.carried, .carried] : [.unchanged, .carried]
    let sons: [Copy] = parent == .father ? [.unchanged, .unchanged] : [.unchanged, .changed]
    let children = (daughters.map { ("daughter", true, $0) } + sons.map { ("son", false, $0) })
      .enumerated().map { index, child in
        Figure(
          key: child.0, isFemale: child.1, copy: child.2, x: 125 + 250 * Double(index), y: 370)
      }
    return parents + children
  }

  private var descent: [String] {
    let children = figures.filter { $0.y > 100 }
    let across = [
      PlotMarkup.line("descent", from: (385, 90), to: (615, 90)),
      PlotMarkup.line("descent", from: (500, 90), to: (500, 270)),
      PlotMarkup.line("descent", from: (125, 270), to: (875, 270)),
    ]
    return across
      + children.map { PlotMarkup.line("descent", from: ($0.x, 270), to: ($0.x, $0.y - 55)) }
  }

  private func marks(_ figure: Figure) -> [String] {
    let state =
      switch figure.copy {
      case .changed: "changed"
      case .carried: "carrier"
      case .unchanged: "unchanged"
      }
    return shape(figure) + [
      PlotMarkup.text(
        words[figure.key] ?? "", x: figure.x, y: figure.y + 95, css: "family-name"),
      PlotMarkup.text(words[state] ?? "", x: figure.x, y: figure.y + 135, css: "family-state"),
    ]
  }

  private func shape(_ figure: Figure) -> [String] {
    let css = figure.copy == .changed ? "person person-changed" : "person"
    let (x, y, size) = (figure.x, figure.y, 55.0)
    guard figure.isFemale else {
      return [
        PlotMarkup.rectangle(css, x: x - size, y: y - size, width: 2 * size, height: 2 * size)
      ]
    }
    let circle = PlotMarkup.circle(css, x: x, y: y, radius: size)
    return figure.copy == .carried
      ? [circle, PlotMarkup.halfDisc("person-half", x: x, y: y, radius: size - 1)] : [circle]
  }
}
