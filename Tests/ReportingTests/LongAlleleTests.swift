import Flow
import Testing

@Suite struct LongAlleleTests {
  @Test func shortOnesStay() {
    let text = "chrX:49264659 " + String(repeating: "A", count: 60) + ">A"
    #expect(LongAllele.shortened(text) == text)
  }

  @Test func aRecordIsSpelledShort() {
    let record = ReadRecord(
      number: 1, contig: "chrX", position: 7, end: 7, reference: "A",
      alternates: [String(repeating: "G", count: 5_000), "<DEL>"])
    #expect(record.spelling == "chrX:7 A>GGGGGGGGGGGG…(4,976 more)…GGGGGGGGGGGG,<DEL>")
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
