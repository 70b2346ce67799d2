import Flow
import Genome

/// Pieces of SVG that the two plots share. Coordinates are in the plot's own units (1000 wide);
/// all of it is whole numbers or tenths, so that the same plot gives the same text.
enum PlotMarkup {
  static let width = 1000.0

  /// The picture with its statement as title, which screen readers speak and PDF takes as
  /// alternative text.
  static func picture(height: Int, statement: String, body: [String]) -> String {
    ([
      "<svg role=\"img\" viewBox=\"0 0 1000 \(height)\" xmlns=\"http://www.w3.org/2000/svg\">",
      "<title>\(escaped(statement))</title>",
    ] + body + ["</svg>"]).joined(separator: "\n")
  }

  /// The sign of a class around (`x`, `y`) with half-width `size`; the shapes are those of the
  /// tables.
  static func sign(_ clinicalClass: ClinicalClass, x: Double, y: Double, size: Double) -> String {
    let css = "sign sign-\(clinicalClass.rawValue)"
    switch clinicalClass {
    case .pathogenic, .likelyPathogenic:
      return polygon(css, [(x, y - size), (x + size, y), (x, y + size), (x - size, y)])
    case .uncertain:
      return polygon(css, [(x, y - size), (x + size, y + size), (x - size, y + size)])
    case .likelyBenign, .benign:
      return circle(css, x: x, y: y, radius: size)
    case .notEvaluated:
      return rectangle(css, x: x - size, y: y - size, width: 2 * size, height: 2 * size)
    }
  }

  static func rectangle(
    _ css: String, x: Double, y: Double, width: Double, height: Double
  ) -> String {
    "<rect \(PlotPaint.attributes(css)) x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" "
      + "height=\"\(number(height))\"/>"
  }

  static func circle(_ css: String, x: Double, y: Double, radius: Double) -> String {
    "<circle \(PlotPaint.attributes(css)) cx=\"\(number(x))\" cy=\"\(number(y))\" "
      + "r=\"\(number(radius))\"/>"
  }

  /// The right half of a circle.
  static func halfDisc(_ css: String, x: Double, y: Double, radius: Double) -> String {
    "<path \(PlotPaint.attributes(css)) d=\"M \(number(x)) \(number(y - radius)) "
      + "A \(number(radius)) \(number(radius)) 0 0 1 \(number(x)) \(number(y + radius)) Z\"/>"
  }

  static func line(_ css: String, from: (x: Double, y: Double), to: (x: Double, y: Double))
    -> String
  {
    "<line \(PlotPaint.attributes(css)) x1=\"\(number(from.x))\" y1=\"\(number(from.y))\" "
      + "x2=\"\(number(to.x))\" y2=\"\(number(to.y))\"/>"
  }

  static func text(
    _ text: String, x: Double, y: Double, css: String = "", anchor: String = "middle"
  ) -> String {
    "<text \(PlotPaint.attributes("label " + css)) x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\">"
      + "\(escaped(text))</text>"
  }

  static func polygon(_ css: String, _ points: [(Double, Double)]) -> String {
    let list = points.map { "\(number($0.0)),\(number($0.1))" }.joined(separator: " ")
    return "<polygon \(PlotPaint.attributes(css)) points=\"\(list)\"/>"
  }

  static func number(_ value: Double) -> String { DecimalText.rounded(value, digits: 1) ?? "0" }

  static func escaped(_ text: String) -> String { PageText.escaped(text) }

  /// The width that `text` takes in the plot's 13-unit letters, on the safe side.
  static func labelWidth(_ text: String) -> Double { Double(text.count) * 7.2 + 8 }
}
