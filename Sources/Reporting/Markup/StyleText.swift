/// Text as a string of CSS.
enum StyleText {
  /// In quotes; whatever is no plain letter, digit or sign stands as its number, so that no text
  /// ends the string or the style. Of what nobody sees the number is shown, as elsewhere on a page.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in VisibleText.of(text).unicodeScalars {
      if isPlain(scalar) {
        quoted.unicodeScalars.append(scalar)
      } else {
        quoted += "\\\(String(scalar.value, radix: 16)) "
      }
    }
    return quoted + "\""
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", "-", "_", ":", ";", "(", ")": true
    default: false
    }
  }
}
