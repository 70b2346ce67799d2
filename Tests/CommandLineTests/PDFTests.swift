import Foundation
import TestSupport
import Testing

/// Reports as PDF, by WeasyPrint in the environment that the tests use.
@Suite(.enabled(if: PythonTool.isInstalled))
struct PDFTests {
  private let folder: TemporaryFolder
  private let input: String

  init() throws {
    folder = try TemporaryFolder()
    input = try folder.write("input.vcf", VariantText().text)
  }

  private func annotate(
    _ formats: String, python: String = PythonTool.interpreter, more: [String] = []
  ) throws -> ExternalTool.Run {
    try Program.annotate(
      [input],
      ["--sex", "male", "--formats", formats, "--weasyprint-python", python] + more, to: folder)
  }

  private func text(_ file: String) throws -> String {
    let bytes = try ExternalTool.run("pdftotext", ["-layout", folder.path("out/\(file)"), "-"])
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func reportAndFamilyPageAreWhatTheyDeclare() throws {
    let run = try annotate("json,family,pdf")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      folder.files(under: "out") == [
        "P1", "P1/P1.foxp3.family.html", "P1/P1.foxp3.family.pdf", "P1/P1.foxp3.json",
        "P1/P1.foxp3.pdf",
      ])
    let report = folder.path("out/P1/P1.foxp3.pdf")
    let facts = try PythonTool.outcome(
      script: "pdf_facts.py", [report, "en", folder.path("out/P1/P1.foxp3.json")])
    #expect(facts.status == 0, "\(facts.output)\(facts.errors.suffix(500))")
    let family = try PythonTool.outcome(
      script: "pdf_facts.py", [folder.path("out/P1/P1.foxp3.family.pdf"), "en"])
    #expect(family.status == 0, "\(family.output)\(family.errors.suffix(500))")
  }

  @Test(.enabled(if: ExternalTool.isInstalled("pdftotext")))
  func textReadsBack() throws {
    #expect(try annotate("family,pdf").status == 0)
    let report = try text("P1/P1.foxp3.pdf")
    for part in [
      "Positive: a pathogenic variant of FOXP3, c.1189C>T p.(Arg397Trp), is present",
      "NC_000023.11:g.49251441G>A", "NC_000023.10:g.49107902G>A", "NM_014009.4:c.1189C>T",
      "NM_001114377.2:c.1084C>T", "PMID 11137992", "https://pubmed.ncbi.nlm.nih.gov/11137992/",
      "Not a cleared medical device.", "Page 1 of", "What could not be excluded", "Signature",
    ] {
      #expect(report.contains(part), "\(part)")
    }
    let pages = report.components(separatedBy: "Page ").dropFirst().count
    #expect(report.components(separatedBy: "Confirm by an orthogonal method.").count > pages)
    let family = try text("P1/P1.foxp3.family.pdf")
    #expect(family.contains("A change was found in your child's FOXP3 gene."))
    #expect(family.contains("This page is a draft.") && family.contains("Page 2 of 2"))
  }

  /// The date within is the run's, or that of SOURCE_DATE_EPOCH.
  @Test func theSameReportIsTheSameFile() throws {
    func bytes(_ epoch: String) throws -> [UInt8] {
      let run = try Program.run(
        [
          "annotate", input, "-o", folder.path("out"), "--formats", "pdf", "--weasyprint-python",
          PythonTool.interpreter, "--run-date", "2026-01-31",
        ], setUp: epoch)
      #expect(run.status == 0, "\(run.errors)")
      return try folder.bytes("out/P1/P1.foxp3.pdf")
    }
    let first = try bytes("unset SOURCE_DATE_EPOCH")
    #expect(try bytes("unset SOURCE_DATE_EPOCH") == first)
    let other = try bytes("export SOURCE_DATE_EPOCH=1700000000")
    let again = try bytes("export SOURCE_DATE_EPOCH=1700000000")
    #expect(other != first && other == again)
  }

  @Test func hostileTextIsText() throws {
    let attack = "<script>alert(1)</script>\"'<img src=http://127.0.0.1:9/x>\u{202E}"
    let yaml = """
      patient: {name: '\(attack.replacing("'", with: "''"))', identifier: "\(String(repeating: "x", count: 10_000))"}

      """
    let run = try annotate("family,pdf", more: ["--case", try folder.write("case.yaml", yaml)])
    #expect(run.status == 0, "\(run.errors)")
    for file in ["P1/P1.foxp3.pdf", "P1/P1.foxp3.family.pdf"] {
      #expect(try text(file).contains("<script>alert(1)</script>"), "\(file)")
    }
  }

  // MARK: Without it

  @Test func withoutWeasyPrintNothingIsBegun() throws {
    for python in [folder.path("no-python"), "/bin/true", "/bin/cat"] {
      let run = try annotate("html,pdf", python: python)
      #expect(run.status == 69, "\(python): \(run.errors)")
      #expect(run.errors.contains("make pdf-tools") && run.errors.contains("FOXP3_PYTHON"))
      #expect(folder.files(under: "out").isEmpty)
    }
  }

  /// A Python that answers once and then ends, or answers nonsense, is told; nothing is half written.
  @Test(arguments: ["exit 0", "head -c 10 >/dev/null; echo nonsense; sleep 1"])
  func aWorkerThatFailsIsTold(rest: String) throws {
    let worker = try folder.write(
      "worker", "#!/bin/sh\necho '{\"ready\": \"70.0\", \"sizes\": []}'\n\(rest)\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: worker)
    let run = try annotate("html,pdf", python: worker)
    #expect(run.status == 70, "\(run.errors)")
    #expect(run.errors.contains("the PDF could not be made"))
    #expect(folder.files(under: "out").isEmpty)
  }
}
