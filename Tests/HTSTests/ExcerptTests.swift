import HTS
import Testing

@Suite struct ExcerptTests {
  @Test(arguments: [
    ("Smith", "`Smith`"), ("", "``"), ("a\u{1B}[1m", "`a?[1m`"), ("a`b`c", "`a?b?c`"),
    (String(repeating: "x", count: 41), "`" + String(repeating: "x", count: 40) + "…`"),
  ])
  func standsBetweenTwoBackticks(_ text: String, _ quoted: String) {
    #expect(Excerpt.quoted(text) == quoted)
  }
}
