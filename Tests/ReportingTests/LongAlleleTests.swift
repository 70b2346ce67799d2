import Flow
import Testing

@Suite struct LongAlleleTests {
  @Test func shortOnesStay() {
    let text = "chrX:49264659 " + String(repeating: "A", count: 60) + ">A"
    #expect(LongAllele.shortened(text) == text)
  }

  @Test func longOnesShowTheirEndsAndWhatIsLeftOut() {
    let bases =
      String(repeating: "A", count: 12) + String(repeating: "C", count: 1_366)
      + String(repeating: "G", count: 12)
    #expect(
      LongAllele.shortened("chrX:1 \(bases)>A")
        == "chrX:1 AAAAAAAAAAAA…(1,366 more)…GGGGGGGGGGGG>A")
  }
}
