/// Text as FHIR's `string` may hold it: no control characters but tab and line ends, and no white
/// space of other kinds (FHIR R4, "Data types": `[ \r\n\t\S]+`).
enum FHIRText {
  static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isForeign) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if !isForeign(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += scalar.properties.isWhitespace && scalar.value > 0x7F ? " " : "\u{FFFD}"
      }
    }
    return result
  }

  /// As `clean`; `nil` where nothing but white space is left.
  static func value(_ text: String?) -> JSONValue? {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
    return .string(clean(text))
  }

  /// A day as `2026`, `2026-01` or `2026-01-31`; `nil` for other text.
  static func day(_ text: String?) -> JSONValue? {
    guard let text, text.wholeMatch(of: /[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?/) != nil else {
      return nil
    }
    return .string(text)
  }

  /// Paragraphs as a narrative of plain XHTML.
  static func narrative(_ paragraphs: [String]) -> JSONValue {
    let body = paragraphs.map { "<p>\(markup($0))</p>" }.joined()
    return [
      "status": "additional",
      "div": .string("<div xmlns=\"http://www.w3.org/1999/xhtml\">\(body)</div>"),
    ]
  }

  private static func markup(_ text: String) -> String {
    clean(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }

  private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20: false
    case 0..<0x20, 0x7F...0x9F: true
    default: scalar.properties.isWhitespace
    }
  }
}
