import Foundation
import TestSupport
import Testing

/// The case file that `docs/reports.md` shows, through the program into the documents.
@Suite struct ReportHeadTests {
  private func shownCase() throws -> String {
    let path = Repository.root.appending(path: "docs/reports.md")
    let text = try String(contentsOf: path, encoding: .utf8)
    let block = try #require(text.components(separatedBy: "```yaml\n").dropFirst().first)
    return try #require(block.components(separatedBy: "```").first)
  }

  /// Texts of the example; `FHIRHeadTests` tells where each stands.
  private static let given = [
    "R-2026-17", "Example, Boy", "0071", "2025-11-30", "Dr. B. Clinician",
    "diarrhoea and diabetes since birth", "a brother of the mother died in infancy",
    "FOXP3 sequencing", "Laboratory", "1 Street, Town", "D. Director", "blood", "2026-01-20",
    "2026-01-21",
  ]

  @Test func theShownHeadIsInEveryDocument() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("case.yaml", try shownCase())
    let input = try folder.write("boy.vcf", VariantText().text)
    let run = try Program.annotate(
      [input], ["--case", path, "--sex", "male", "--formats", "fhir,json,html", "--quiet"],
      to: folder)
    #expect(run.status == 0, "\(run.errors)")
    for ending in ["fhir.json", "json", "html"] {
      let text = String(
        decoding: try folder.bytes("out/P1/P1.foxp3.\(ending)"), as: UTF8.self)
      for value in ReportHeadTests.given {
        #expect(text.contains(value), "\(ending) lacks \(value)")
      }
    }
    guard PythonTool.isInstalled else { return }
    let rules = try PythonTool.outcome(
      script: "fhir_rules.py", [folder.path("out/P1/P1.foxp3.fhir.json")])
    #expect(rules.status == 0, "\(rules.errors.suffix(800))")
  }
}
