import CHTSlib
import Testing

/// What `vcf_parse` lets through, changes or refuses. These are the reasons why the tool reads
/// VCF lines itself and has its own checks; a failure here after a change of htslib means that a
/// reason has gone or a new one has come.
@Suite struct RecordParserTests {
  @Test func takesAnAlleleIndexThatDoesNotExist() {
    #expect(ParsedLine(ParsedLine.record("GT\t7/9\t0/1"))?.line.contains("7/9") == true)
  }

  @Test(arguments: ["A-Z", "acgt", "R", "<DEL>", "1"])
  func takesAnyReferenceBases(_ reference: String) {
    let parsed = ParsedLine(ParsedLine.record(reference: reference, "GT\t0/1\t0/1"))
    #expect(parsed?.line.contains("\t\(reference)\t") == true)
  }

  @Test(arguments: ["C,", "C,C", "<DEL", "A C", "C;G"])
  func takesAnyAlternate(_ alternate: String) {
    #expect(ParsedLine(ParsedLine.record(alternate: alternate, "GT\t0/1\t0/1")) != nil)
  }

  @Test func readsANumberUpToTheFirstOtherLetter() {
    #expect(ParsedLine(ParsedLine.record(position: "1x0", "GT\t0\t0"))?.position == 0)
  }

  @Test func movesANegativePosition() {
    #expect(
      ParsedLine(ParsedLine.record(position: "-5", "GT\t0\t0"))?.line.contains("\t-5\t") != true)
  }

  @Test func takesTooFewAndTooManyColumns() {
    #expect(ParsedLine("X\t100\t.\tA\tC\t.\t.") != nil)
    #expect(ParsedLine(ParsedLine.record("GT\t0/1\t0/1\t1/1")) != nil)
  }

  @Test func refusesTheLeadingPhaseOfVersion44() {
    #expect(ParsedLine(ParsedLine.record("GT\t|0|1\t0/1")) == nil)
    #expect(ParsedLine(ParsedLine.record("GT\t/0/1\t0/1")) == nil)
  }

  @Test func takesAnUndeclaredContig() {
    #expect(ParsedLine("Q\t100\t.\tA\tC\t.\t.\t.\tGT\t0\t1")?.line.hasPrefix("Q\t100") == true)
  }

  @Test func haploidBesideDiploidEndsItsVectorEarly() {
    let parsed = ParsedLine(ParsedLine.record("GT\t1\t0/1"))
    #expect(parsed?.genotypes == [4, Int32.min + 1, 2, 4])
    #expect(parsed?.line.hasSuffix("GT\t1\t0/1") == true)
  }

  @Test func missingAllelesAndValuesArePrintedAsTheyWere() {
    #expect(ParsedLine(ParsedLine.record("GT\t./1\t."))?.genotypes == [0, 4, 0, Int32.min + 1])
    let parsed = ParsedLine(ParsedLine.record("GT:AD\t./1:3,.\t.:."))
    #expect(parsed?.line.hasSuffix("GT:AD\t./1:3,.\t.:.") == true)
  }

  @Test func lengthKnowsEndButNotSVLEN() {
    let byEnd = ParsedLine(ParsedLine.record(alternate: "<DEL>", info: "END=150", "GT\t0\t1"))
    #expect(byEnd?.length == 51)
    let byLength = ParsedLine(ParsedLine.record(alternate: "<DEL>", info: "SVLEN=-50", "GT\t0\t1"))
    #expect(byLength?.length == 1)
  }

  @Test func anEndBeforePositionIsLeftAside() {
    let parsed = ParsedLine(
      ParsedLine.record(reference: "ACG", alternate: "A", info: "END=50", "GT\t0\t1"))
    #expect(parsed?.length == 3)
  }
}
