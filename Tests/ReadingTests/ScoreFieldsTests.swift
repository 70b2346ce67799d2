import Flow
import Reading
import Testing

/// The names of VEP's sub-fields are found wherever ID stands in the line that declares them.
@Suite struct ScoreFieldsTests {
  @Test(arguments: [
    "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"VEP. Format: Feature|REVEL\">",
    "##INFO=<Number=.,Type=String,ID=CSQ,Description=\"VEP. Format: Feature|REVEL\">",
    "##INFO=<Number=.,Type=String,Description=\"VEP. Format: Feature|REVEL\",ID=CSQ>",
  ])
  func subfieldsAreNamedByTheHeader(_ line: String) throws {
    let record = ReadRecord(
      number: 1, contig: "X", position: 100, end: 100, reference: "G", alternates: ["A"],
      fixedText: "X\t100\t.\tG\tA\t.\tPASS\tCSQ=NM_014009.4|0.8")
    let fields = ScoreFields(
      tools: [ScoreFields.Tool(name: "REVEL", keys: ["REVEL"])],
      header: "##fileformat=VCFv4.2\n\(line)\n", transcripts: ["NM_014009.4"])
    #expect(try fields.scores(record, allele: 1).scores.map(\.value) == [0.8])
  }
}
