import Foundation
import TestSupport
import Testing

/// The worked cases conclude what their READMEs say, and their committed reports are those of this
/// program (`make examples` writes them anew).
@Suite struct ExamplesTests {
  static let folder = Repository.root.appending(path: "Examples").path

  static let cases: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/README.md") }.sorted()

  @Test func tenCases() { #expect(ExamplesTests.cases.count == 10) }

  @Test(arguments: cases)
  func isAsItsReadmeSays(_ name: String) throws {
    let out = try TemporaryFolder()
    let readme = try String(
      contentsOfFile: "\(ExamplesTests.folder)/\(name)/README.md", encoding: .utf8)
    let command = try #require(
      readme.split(separator: "\n").first { $0.hasPrefix("foxp3 annotate ") })
    let run = try Program.run(
      command.split(separator: " ").dropFirst().map(String.init)
        + [
          "-o", out.path("report"), "--run-date", "2026-01-31", "--formats", "tsv,html,family,bed",
        ],
      setUp: "cd '\(ExamplesTests.folder)/\(name)'")
    #expect(run.status == 0, "\(run.errors)")
    let conclusions = readme.split(separator: "\n").filter { $0.hasPrefix("- ") }
    #expect(!conclusions.isEmpty)
    for conclusion in conclusions {
      #expect(run.errors.contains("foxp3: \(conclusion.dropFirst(2))\n"), "\(run.errors)")
    }
    let fresh = out.files(under: "report")
    let kept = try FileManager.default.subpathsOfDirectory(
      atPath: "\(ExamplesTests.folder)/\(name)/report"
    ).sorted()
    #expect(fresh == kept)
    for file in fresh where file.contains(".foxp3.") {
      let committed = FileManager.default.contents(
        atPath: "\(ExamplesTests.folder)/\(name)/report/\(file)")
      #expect(
        FileManager.default.contents(atPath: out.path("report/\(file)")) == committed,
        "\(name)/report/\(file) differs from a fresh run; run `make examples`")
    }
  }
}
