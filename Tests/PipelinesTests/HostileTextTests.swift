import Foundation
import Genome
import Pipelines
import TestSupport
import Testing

/// Names and sentences made to break documents come out escaped in every format, and are read back
/// by that format's own reader.
@Suite struct HostileTextTests {
  /// Marks of markup and tables, a code that is none, a turn of direction, a bell, and 10 kB.
  private static let name =
    "<script>alert(\"1\")</script>'|;,%3C&amp;\u{202E}ab\u{7}"
    + String(repeating: "x", count: 10_240)

  private static let sentence = "<img src=x onerror=alert(1)> \"'|,;\u{202E}\u{7} & co"

  /// Filter, key and symbolic allele are hostile too, and the source describes none of them.
  private static let records = [
    "chrX\t49251441\trs<script>|\u{202E}\tG\tA\t.\t<script>\t"
      + "NOTE=<script>\"1\"</script>|%2C\u{202E};ODD=\"<b>\"\tGT\t1",
    "chrX\t49251500\t.\tG\t<script>\t.\tPASS\tNOTE=\(String(repeating: "y", count: 10_240))\tGT\t1",
  ]

  private static let header = [
    "##fileformat=VCFv4.3", "##contig=<ID=chrX,length=156040895>",
    "##INFO=<ID=NOTE,Number=1,Type=String,Description=\"<script>alert(\\\"1\\\")</script>\">",
    "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">",
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t\(name)",
  ]

  private static let caseFile = """
    findings:
      - about: other
        term: HP:0100651
        name: "<img src=x onerror=alert(1)> \\"'|,;\\u202E\\u0007 & co"
        present: yes
        by: "<b>A. Geneticist</b>"
        on: 2026-01-31

    """

  @Test(
    .enabled(if: PythonTool.isInstalled),
    arguments: [
      "vcf vcf.gz", "tsv tsv", "json json", "html html", "bed bed", "fhir fhir.json",
      "va va.json",
    ])
  func isReadBack(_ format: String) throws {
    let words = format.split(separator: " ").map(String.init)
    let folder = try TemporaryFolder()
    let lines = HostileTextTests.header + HostileTextTests.records
    let input = try folder.write("input.vcf", lines.joined(separator: "\n") + "\n")
    let name = try folder.write("name", HostileTextTests.name)
    try AnnotateRequest.write(
      input, to: folder.path("out"), sex: .male,
      caseFile: try folder.write("case.yaml", HostileTextTests.caseFile))
    let sample = try #require(
      try FileManager.default.contentsOfDirectory(
        atPath: folder.path("out")
      ).first)
    let file = folder.path("out/\(sample)/\(sample).foxp3.\(words[1])")
    let run = try PythonTool.outcome(
      script: "hostile_text.py", [words[0], file, name, HostileTextTests.sentence])
    #expect(run.output == "read back\n", "\(run.errors)")
    if words[0] == "vcf" {
      let rules = try PythonTool.outcome(script: "vcf_rules.py", [file])
      #expect(rules.status == 0, "\(rules.errors)")
    }
  }
}
