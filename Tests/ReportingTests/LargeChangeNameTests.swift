import Flow
import Genome
import Testing

@testable import Reporting

@Suite struct LargeChangeNameTests {
  private func text(
    _ exon: String?, _ whole: [Int], _ kind: StructuralChange.Kind = .deletion
  ) -> String? {
    var annotated = Fixture.arg397Trp().annotated
    annotated.normalised.change = .structural(
      StructuralChange(kind: kind, interval: Interval(49_240_000, 49_280_000)))
    var mane = Fixture.annotation(nil, nil, [.featureTruncation], .high, exon: exon)
    mane.wholeExons = whole
    annotated.transcripts = [mane]
    return LargeChangeName.text(annotated)
  }

  @Test func wholeExonsAndPartsAreTold() {
    #expect(text("1/12", [1]) == "deletion of exon 1")
    #expect(text("1/12", []) == "deletion of a part of exon 1")
    #expect(text("2-4/12", [2, 3, 4]) == "deletion of exons 2-4")
    #expect(text("2-4/12", [2, 3]) == "deletion of exons 2-3 and a part of exon 4")
    #expect(text("2-4/12", [3]) == "deletion of exon 3 and parts of exons 2 and 4")
    #expect(text("2-3/12", []) == "deletion of parts of exons 2 and 3")
    #expect(text("1-12/12", Array(1...12)) == "deletion of the whole gene")
    #expect(text("1-12/12", Array(1...12), .duplication) == "duplication of the whole gene")
    #expect(text(nil, []) == nil)
  }
}
