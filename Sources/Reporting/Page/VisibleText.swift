/// Text without characters that nobody sees and that change how the rest reads: control characters,
/// and those that turn the direction of a line. They come from names and fields of the input.
enum VisibleText {
  /// Each such character as its number, `[U+202E]`; line feeds and tabs stay.
  static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        let number = String(scalar.value, radix: 16, uppercase: true)
        let zeros = String(repeating: "0", count: max(0, 4 - number.count))
        visible.append(contentsOf: "[U+\(zeros)\(number)]".unicodeScalars)
      } else {
        visible.append(scalar)
      }
    }
    return String(visible)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x20..<0x7F, 0xA0..<0x061C: false
    case 0x00..<0x20, 0x7F..<0xA0: true
    // Unicode Standard, annex 9: marks, embeddings, overrides and isolates; separators of lines;
    // the byte order mark.
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// The first `most` characters, and that there are more.
  static func shortened(_ text: String, most: Int) -> String {
    text.count > most ? "\(text.prefix(most))…" : text
  }
}
