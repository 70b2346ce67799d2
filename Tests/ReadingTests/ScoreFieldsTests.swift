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
    #expect(try scores(line, "CSQ") == [0.8])
  }

  /// A file of `foxp3 annotate` has its own consequences under CSQ, and its source's beside them.
  @Test func theSourcesOfAnAnnotatedFileAreRead() throws {
    let lines = """
      ##INFO=<ID=SOURCE_CSQ,Number=.,Type=String,Description="VEP. Format: Feature|REVEL">
      ##INFO=<ID=CSQ,Number=.,Type=String,Description="foxp3. Format: Allele|Feature">
      """
    #expect(try scores(lines, "CSQ=A|NM_014009.4;SOURCE_CSQ") == [0.8])
  }

  /// Which of four equal deltas is named must not change from run to run.
  @Test(arguments: 0..<8)
  func ofEqualDeltasTheFirstKeyIsNamed(_ run: Int) throws {
    let keys = ["DL", "AL", "DG", "AG"].map { "SpliceAI_pred_DS_\($0)" }
    let record = ReadRecord(
      number: 1, contig: "X", position: 100, end: 100, reference: "G", alternates: ["A"],
      fixedText: "X\t100\t.\tG\tA\t.\tPASS\t"
        + keys.map { "\($0)=0.00" }.joined(separator: ";"))
    let fields = ScoreFields(
      tools: [ScoreFields.Tool(name: "SpliceAI", keys: keys)], header: "##fileformat=VCFv4.2\n",
      transcripts: [])
    let score = try #require(try fields.scores(record, allele: 1).scores.first)
    #expect(score.field == "INFO/SpliceAI_pred_DS_AG")
    #expect(score.value == 0)
  }

  /// What a message quotes of the file stands in backticks, by which `--redact` finds it.
  @Test func whatIsNoScoreIsQuoted() {
    #expect(throws: ScoreProblem("INFO/REVEL holds `Smith`, which is no score from 0 to 1")) {
      try ScoreFields(
        tools: [ScoreFields.Tool(name: "REVEL", keys: ["REVEL"])], header: "", transcripts: []
      ).scores(
        ReadRecord(
          number: 1, contig: "X", position: 100, end: 100, reference: "G", alternates: ["A"],
          fixedText: "X\t100\t.\tG\tA\t.\tPASS\tREVEL=Smith"), allele: 1)
    }
  }

  private func scores(_ lines: String, _ key: String) throws -> [Double] {
    let record = ReadRecord(
      number: 1, contig: "X", position: 100, end: 100, reference: "G", alternates: ["A"],
      fixedText: "X\t100\t.\tG\tA\t.\tPASS\t\(key)=NM_014009.4|0.8")
    let fields = ScoreFields(
      tools: [ScoreFields.Tool(name: "REVEL", keys: ["REVEL"])],
      header: "##fileformat=VCFv4.2\n\(lines)\n", transcripts: ["NM_014009.4"])
    return try fields.scores(record, allele: 1).scores.map(\.value)
  }
}
