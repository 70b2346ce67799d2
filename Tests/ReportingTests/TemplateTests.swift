import Testing

@testable import Reporting

/// Templates of pages: what is printed for which tag.
@Suite struct TemplateTests {
  private struct View: TemplateView {
    var fields: [String: TemplateValue]

    func child(named name: String) -> TemplateValue? { fields[name] }
  }

  private func rendered(
    _ template: String, _ fields: [String: TemplateValue], part: String = ""
  ) throws -> String {
    try PageLibrary([("page", template), ("part", part)]).render(View(fields: fields), "page")
  }

  @Test func valuesAreEscapedAndMarkupIsNot() throws {
    let text = try rendered(
      "<p>{{name}}</p>{{#rows}}{{.}};{{/rows}}{{> part}}{{{name}}}",
      ["name": .text("<\u{338}b"), "rows": .texts(["<\u{338}i", "&"])], part: "{{name}}")
    #expect(text == "<p>&lt;\u{338}b</p>&lt;\u{338}i;&amp;;&lt;\u{338}b<\u{338}b")
  }

  /// Mustache specification, “standalone tags”.
  @Test func aTagAloneOnItsLineLeavesNoLine() throws {
    let fields: [String: TemplateValue] = [
      "yes": .flag(true), "no": .flag(false), "x": .text("1"), "empty": .texts([]),
    ]
    #expect(
      try rendered("a\n{{#yes}}\nb\n{{/yes}}\n{{> part}}\nc", fields, part: "d\n") == "a\nb\nd\nc")
    #expect(try rendered("a{{#yes}} b{{/yes}}\n{{x}}\nc", fields) == "a b\n1\nc")
    #expect(try rendered("{{#no}}\na\n{{/no}}\n{{^no}}\nb\n{{/no}}", fields) == "b\n")
    #expect(try rendered("{{#empty}}a{{/empty}}{{^empty}}b{{/empty}}", fields) == "b")
  }

  @Test func rowsHaveTheirOwnFieldsFirst() throws {
    let rows = [View(fields: ["name": .text("a")]), View(fields: [:])]
    let grade = View(fields: ["css": .text("g")])
    let text = try rendered(
      "{{#rows}}{{name}} {{grade.css}},{{/rows}}{{#grade}}{{css}}{{/grade}}{{count}}",
      [
        "name": .text("outer"), "rows": .views(rows), "grade": .view(grade), "count": .number(2),
      ])
    #expect(text == "a g,outer g,g2")
  }

  @Test(arguments: [
    "{{#open}}", "{{/open}}", "{{#open}}{{/other}}{{/open}}", "{{open", "{{missing}}", "{{open}}",
    "{{#open}}{{open.css}}{{/open}}", "{{> other}}",
  ])
  func whatIsWrongIsAnError(_ template: String) {
    #expect(throws: ReportError.self) { try rendered(template, ["open": .flag(true)]) }
  }
}
