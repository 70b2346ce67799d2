import Testing

@testable import Reporting

/// Readers that lay no page's style over a picture draw it by the attributes of its marks.
@Suite struct PlotPaintTests {
  @Test(arguments: ["person", "person unread", "sign sign-benign", "dot", "dot light"])
  func everyShapeIsPainted(css: String) {
    let fill = css.contains("affected") || css == "dot" ? "fill=\"#1b1f24\"" : "fill="
    for mark in [
      PlotMarkup.circle(css, x: 1, y: 2, radius: 3),
      PlotMarkup.rectangle(css, x: 1, y: 2, width: 3, height: 4),
      PlotMarkup.polygon(css, [(1, 2), (3, 4), (5, 6)]),
    ] {
      #expect(mark.contains("class=\"\(css)\"") && mark.contains(fill), "\(mark)")
      #expect(mark.ranges(of: "fill=").count == 1, "\(mark)")
    }
  }

  @Test func whoIsIllIsDarkAndWhoIsReadIsNotDashed() {
    func fill(_ css: String) -> Bool { PlotPaint.attributes(css).contains("fill=\"#ffffff\"") }
    #expect(fill("person") && fill("person unread"))
    #expect(!fill("person affected") && !fill("person affected unread"))
    for css in ["person", "person affected"] {
      #expect(!PlotPaint.attributes(css).contains("dasharray"))
      #expect(PlotPaint.attributes(css + " unread").contains("dasharray"))
    }
    #expect(PlotPaint.attributes("kin").contains("stroke=\"#4f5863\""))
  }
}
