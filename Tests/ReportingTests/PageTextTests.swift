import Testing

@testable import Reporting

/// Values of a page, escaped.
@Suite struct PageTextTests {
  @Test func whatOpensMarkupIsEscaped() {
    #expect(
      PageText.escaped("a<b>&\"c'") == "a&lt;b&gt;&amp;&quot;c&#39;")
    #expect(PageText.escaped("c.1A>G p.(Met1?) – é") == "c.1A&gt;G p.(Met1?) – é")
    #expect(PageText.escaped("nothing to do") == "nothing to do")
  }

  /// With a mark behind it, `<` is another character to Swift, and still opens an element.
  @Test func marksBehindDoNotHideASign() {
    for sign in ["<", ">", "&", "\"", "'"] {
      let escaped = PageText.escaped("x\(sign)\u{338}script")
      #expect(!escaped.utf8.contains(sign.utf8.first ?? 0) || sign == "&", "\(escaped)")
      #expect(escaped.hasPrefix("x&"))
    }
  }
}
