/// Characters that nobody sees: control and format characters, separators of lines, and what
/// Unicode calls default-ignorable. What the writing of a name needs is none of them.
enum HiddenCharacter {
  /// `before` and `after` are its neighbours; `nil` at the ends.
  static func isHidden(
    _ scalar: Unicode.Scalar, after before: Unicode.Scalar?, before after: Unicode.Scalar?
  ) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x20..<0x7F: return false
    // Signs written around numbers in Arabic, Syriac and Kaithi, which are seen.
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD: return false
    // Joiners between letters of a script that needs them (Unicode Standard, annex 31).
    case 0x200C, 0x200D: return !(isJoining(before) && isJoining(after))
    default: break
    }
    let properties = scalar.properties
    if properties.isVariationSelector { return before?.properties.isIdeographic != true }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return properties.isDefaultIgnorableCodePoint
    }
  }

  /// Letters and marks from Arabic to Sinhala.
  private static func isJoining(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, (0x0620..<0x0E00).contains(scalar.value) else { return false }
    switch scalar.properties.generalCategory {
    case .otherLetter, .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }

  /// Whether a hidden character may be among the bytes of UTF-8: nearly every text is all to be
  /// seen, and its bytes tell it.
  static func mayBe(in bytes: [UInt8]) -> Bool {
    let bytes = bytes.span
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte < 0x20 || byte >= 0x7F else { continue }
      let second = index + 1 < bytes.count ? bytes[index + 1] : 0
      let third = index + 2 < bytes.count ? bytes[index + 2] : 0
      if isSuspect(byte, second, third) { return true }
    }
    return false
  }

  /// By the first three bytes of a character; a text with some that are seen is looked at whole.
  private static func isSuspect(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0x09, _), (0x0A, _): false
    case (0x00..<0x20, _), (0x7F, _): true
    case (0xC2, 0x80..<0xA0), (0xC2, 0xAD), (0xCD, 0x8F), (0xD8, 0x9C): true
    case (0xE2, 0x80): (0x8B...0x8F).contains(third) || (0xA8...0xAE).contains(third)
    case (0xE2, 0x81): third >= 0xA0
    case (0xE1, _), (0xE3, _), (0xEF, _), (0xF0..., _): true
    default: false
    }
  }
}
