/// Signs that word processors and web pages put in the place of those of a name.
enum TypedSigns {
  /// `name` with plain signs, without marks that can't be seen and without quotes around it.
  static func plain(_ name: String) -> String {
    var text = ""
    for scalar in name.replacing("&gt;", with: ">").unicodeScalars {
      switch scalar {
      case "\u{2010}", "\u{2011}", "\u{2212}", "\u{FE63}", "\u{FF0D}": text += "-"
      case "\u{2192}", "\u{27F6}", "\u{2794}", "\u{203A}", "\u{02C3}", "\u{FF1E}": text += ">"
      case "\u{2217}", "\u{FF0A}": text += "*"
      case "\u{FF0B}": text += "+"
      case "\u{FF1A}", "\u{2236}": text += ":"
      case "\u{00AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{2060}",
        "\u{FEFF}":
        break
      default: text.unicodeScalars.append(scalar)
      }
    }
    return withoutQuotes(withoutDashes(text).replacing("->", with: ">"))
  }

  /// A dash between two numbers may be a minus (`c.211-2`) or say "to" (`c.211_215`): it stays, unless
  /// bases are exchanged, which they are at one place.
  private static func withoutDashes(_ text: String) -> String {
    let dashes = /[\u{2012}-\u{2015}]/
    guard text.contains(dashes) else { return text }
    let tight = text.replacing(/\s*(?<dash>[\u{2012}-\u{2015}])\s*/) { $0.output.dash }
    let isSubstitution = tight.contains(
      /[0-9][ACGT]+[->\u{2012}-\u{2015}]+[ACGT]+(?:[^ACGT]|$)/.ignoresCase())
    guard !isSubstitution else { return tight.replacing(dashes, with: "-") }
    let between = /(?<before>[0-9])(?<dash>[\u{2012}-\u{2015}])(?=[0-9])/
    return tight.replacing(between) { "\($0.output.before)\u{FFFE}" }
      .replacing(dashes, with: "-").replacing("\u{FFFE}", with: "\u{2013}")
  }

  private static func withoutQuotes(_ text: String) -> String {
    let quotes: Set<Character> = ["'", "\"", "`", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}"]
    var inner = trimmed(text[...])
    while inner.count > 1, let first = inner.first, let last = inner.last,
      quotes.contains(first), quotes.contains(last)
    {
      inner = trimmed(inner.dropFirst().dropLast())
    }
    return String(inner)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[...end]
  }
}
