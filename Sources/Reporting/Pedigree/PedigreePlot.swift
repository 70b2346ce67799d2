import Flow
import Genome

/// The pedigree as inline SVG: square male, circle female, diamond unknown; filled where the person
/// is affected, a dot where a pathogenic or likely pathogenic variant is carried, dashed where there
/// is no sample. The text version is its title and the table beside it.
struct PedigreePlot {
  let pedigree: PedigreeResult
  /// The variant whose carriers are marked; `nil` where none is pathogenic or likely pathogenic.
  let leading: PedigreeVariant?
  let statement: String

  private static let rowHeight = 150.0
  private static let half = 20.0

  var svg: String {
    let layout = PedigreeLayout(pedigree.members.map(\.relation))
    var places: [String: (x: Double, y: Double)] = [:]
    for (row, people) in layout.rows.enumerated() {
      for (column, person) in people.enumerated() {
        places[pedigree.members[person].relation.name] = (
          x: (Double(column) + 0.5) * PlotMarkup.width / Double(people.count),
          y: 40 + Double(row) * PedigreePlot.rowHeight
        )
      }
    }
    let body = lines(places) + pedigree.members.indices.flatMap { person(at: $0, places) }
    return PlotMarkup.picture(
      height: Int(Double(layout.rows.count) * PedigreePlot.rowHeight), statement: statement,
      body: body)
  }

  /// From each couple, or single parent, down to a bar and from the bar to each child.
  private func lines(_ places: [String: (x: Double, y: Double)]) -> [String] {
    pedigree.members.flatMap { member -> [String] in
      let parents = [member.relation.father, member.relation.mother]
        .compactMap { $0.flatMap { places[$0] } }
      guard let child = places[member.relation.name], let first = parents.first,
        let last = parents.last
      else { return [] }
      let middle = (first.x + last.x) / 2
      let bar = child.y - 45
      var lines = [
        line((middle, max(first.y, last.y)), (middle, bar)), line((middle, bar), (child.x, bar)),
        line((child.x, bar), (child.x, child.y)),
      ]
      if parents.count == 2 { lines.append(line(first, last)) }
      return lines
    }
  }

  private func line(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double)) -> String {
    PlotMarkup.line("kin", from: from, to: to)
  }

  private func person(at index: Int, _ places: [String: (x: Double, y: Double)]) -> [String] {
    let member = pedigree.members[index]
    guard let place = places[member.relation.name] else { return [] }
    let isCarrier = leading?.carriers[index].state == .alternateSeen
    let css =
      "person"
      + (member.relation.affection == .affected ? " affected" : "")
      + (member.result == nil ? " unread" : "")
    var marks = [symbol(member.sex, css, place)]
    if isCarrier { marks.append(dot(place, isLight: member.relation.affection == .affected)) }
    let label =
      member.relation.name.count > 24
      ? String(member.relation.name.prefix(23)) + "…" : member.relation.name
    marks.append(PlotMarkup.text(label, x: place.x, y: place.y + 40))
    marks.append(PlotMarkup.text(note(index), x: place.x, y: place.y + 56, css: "small"))
    return marks
  }

  private func note(_ index: Int) -> String {
    let member = pedigree.members[index]
    guard member.result != nil else { return "no sample" }
    guard let carriage = leading?.carriers[index] else { return "" }
    switch carriage.state {
    case .alternateSeen: return carriage.call?.zygosity.label.lowercased() ?? "carried"
    case .referenceSeen: return "not carried"
    default: return "not settled"
    }
  }

  private func symbol(_ sex: Sex, _ css: String, _ place: (x: Double, y: Double)) -> String {
    let half = PedigreePlot.half
    switch sex {
    case .male:
      return PlotMarkup.rectangle(
        css, x: place.x - half, y: place.y - half, width: 2 * half, height: 2 * half)
    case .female: return PlotMarkup.circle(css, x: place.x, y: place.y, radius: half)
    case .unknown:
      let points = [
        (place.x, place.y - half), (place.x + half, place.y), (place.x, place.y + half),
        (place.x - half, place.y),
      ]
      return PlotMarkup.polygon(css, points)
    }
  }

  private func dot(_ place: (x: Double, y: Double), isLight: Bool) -> String {
    PlotMarkup.circle(isLight ? "dot light" : "dot", x: place.x, y: place.y, radius: 6)
  }
}
