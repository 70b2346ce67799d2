import Testing

@testable import Reporting

/// Characters that nobody sees are shown by their number.
@Suite struct HiddenCharacterTests {
  @Test(arguments: [
    "\u{AD}", "\u{34F}", "\u{61C}", "\u{180E}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}",
    "\u{202E}", "\u{2028}", "\u{2060}", "\u{2066}", "\u{3164}", "\u{FE0F}", "\u{FEFF}", "\u{FFA0}",
    "\u{FFF9}", "\u{1D173}", "\u{E0041}", "\u{1}", "\u{7F}", "\u{9F}",
  ])
  func isShown(_ character: String) throws {
    let scalar = try #require(character.unicodeScalars.first)
    let number = String(scalar.value, radix: 16, uppercase: true)
    let shown = VisibleText.of("boy\(character)1")
    #expect(shown.hasPrefix("boy[U+") && shown.hasSuffix("\(number)]1"), "\(shown)")
  }

  /// Names as people write them: a joiner between letters of Persian, a variant of an ideograph.
  @Test(arguments: [
    "Zoë Łukasz-Ñandú", "Иван", "علی\u{200C}رضا", "क्\u{200D}ष", "葛\u{E0100}城", "김민준", "🧬 – “x” …",
    "two\nlines\tand a tab", "e\u{301}",
  ])
  func namesStay(_ name: String) {
    #expect(VisibleText.of(name).unicodeScalars.elementsEqual(name.unicodeScalars))
  }

  /// A look at the bytes spares most texts the look at each character, and never a hidden one.
  @Test func bytesTellEveryHiddenCharacter() {
    let missed = (UInt32(0)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init).filter { scalar in
      HiddenCharacter.isHidden(scalar, after: nil, before: nil)
        && !HiddenCharacter.mayBe(in: Array(String(scalar).utf8))
    }
    #expect(Array(missed).isEmpty)
  }

  /// The head of printed pages is written by the style.
  @Test func theStyleShowsThemToo() {
    #expect(
      StyleText.quoted("a\u{202E}b\u{200B}") == "\"a\\5b U\\2b 202E\\5d b\\5b U\\2b 200B\\5d \"")
  }
}
