import Testing

@testable import Reporting

/// Values of a page, escaped.
@Suite struct PageTextTests {
  @Test func whatOpensMarkupIsEscaped() {
    #expect(
      PageText().escapeText("a<b>&\"c'") == "a&lt;b&gt;&amp;&quot;c&#39;")
    #expect(PageText().escapeText("c.1A>G p.(Met1?) – é") == "c.1A&gt;G p.(Met1?) – é")
    #expect(PageText().escapeText("nothing to do") == "nothing to do")
  }

  /// With a mark behind it, `<` is another character to Swift, and still opens an element.
  @Test func marksBehindDoNotHideASign() {
    for sign in ["<", ">", "&", "\"", "'"] {
      let escaped = PageText().escapeText("x\(sign)\u{338}script")
      #expect(!escaped.utf8.contains(sign.utf8.first ?? 0) || sign == "&", "\(escaped)")
      #expect(escaped.hasPrefix("x&"))
    }
  }

  /// The library's templates use it: the page of a hostile name is checked whole elsewhere.
  @Test func templatesEscapeByIt() throws {
    let library = PageLibrary([
      ("page", "<p>{{name}}</p>{{#rows}}{{.}};{{/rows}}{{> part}}"), ("part", "{{name}}"),
    ])
    let text = try library.render(
      ["name": "<\u{338}b", "rows": ["<\u{338}i"]] as [String: Any], "page")
    #expect(text == "<p>&lt;\u{338}b</p>&lt;\u{338}i;&lt;\u{338}b")
  }
}
