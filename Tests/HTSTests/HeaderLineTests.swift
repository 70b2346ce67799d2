import HTS
import TestSupport
import Testing

/// A header line is what its attributes say, in whichever order they stand.
@Suite struct HeaderLineTests {
  @Test(arguments: [
    "##INFO=<ID=SVLEN,Number=A,Type=Integer,Description=\"x\">",
    "##INFO=<Number=A,ID=SVLEN,Type=Integer,Description=\"x\">",
    "##INFO=<Number=A,Description=\"a, ID=END, b\",ID=SVLEN>",
    "##INFO=<ID=SVLEN>", "##INFO=< ID=SVLEN, Number=A>", "##INFO=<Number=A, ID = SVLEN > ",
    "##INFO=<Number=A,ID=SVLEN,Description=\"cut off",
  ])
  func theOrderIsFree(_ text: String) throws {
    let line = try #require(HeaderLine(text))
    #expect(line.kind == "INFO")
    #expect(line.identifier == "SVLEN")
  }

  @Test func valuesAreGivenWithoutQuotesAndEscapes() throws {
    let line = try #require(HeaderLine("##FORMAT=<Description=\"a, \\\"b\\\"\",ID=LEN,Number=1>"))
    #expect(line["Number"] == "1")
    #expect(line["Description"] == "a, \"b\"")
    #expect(line["Type"] == nil)
  }

  @Test(arguments: [
    "##source=<", "##reference=file:///x.fa", "#CHROM\tPOS", "", "##", "##INFO=", "=<",
  ])
  func otherLinesAreNone(_ text: String) {
    #expect(HeaderLine(text)?.identifier == nil)
  }

  @Test func aHeaderTellsWhatItDeclares() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "x.vcf",
      "##fileformat=VCFv4.2\n##INFO=<Number=A,ID=SVLEN,Type=Integer,Description=\"LEN\">\n"
        + "##contig=<length=12,ID=X>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n")
    let header = try VariantFile.open(path).header
    #expect(header.declares("SVLEN", as: "INFO"))
    #expect(!header.declares("SVLEN", as: "FORMAT"))
    #expect(!header.declares("LEN", as: "INFO"))
    #expect(header.contigs == [VariantHeader.Contig(name: "X", length: 12)])
  }
}
