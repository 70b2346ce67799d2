/// Names as a page can show them: they are data from a file and may hold characters that nobody
/// sees.
enum VisibleText {
  /// `text` with control and formatting characters (those that turn the direction of writing among
  /// them) and Unicode's line ends as `U+FFFD`.
  static func of(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isHidden($0) ? "\u{FFFD}" : $0 }))
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
