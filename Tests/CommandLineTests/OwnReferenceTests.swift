import Foundation
import TestSupport
import Testing

/// `--reference-bundle`: a folder in place of what is built in is held to its manifest, and told in the reports.
@Suite struct OwnReferenceTests {
  private let folder: TemporaryFolder
  private let input: String

  init() throws {
    folder = try TemporaryFolder()
    let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Reference")
    try ExternalTool.run("cp", ["-r", source.path(), folder.path("own")])
    input = try folder.write("input.vcf", VariantText().text)
  }

  private func annotate() throws -> ExternalTool.Run {
    try Program.run([
      "annotate", input, "--reference-bundle", folder.path("own"), "--formats", "json",
      "-o", folder.path("out"),
    ])
  }

  @Test func theReportsNameIt() throws {
    let run = try annotate()
    #expect(run.status == 0, "\(run.errors)")
    let document = String(decoding: try folder.bytes("out/P1/P1.foxp3.json"), as: UTF8.self)
    #expect(document.contains("own, SHA-256 of its MANIFEST.tsv "))
  }

  /// The policy has to be one that a run can use, of the version that the manifest tells.
  @Test(arguments: [
    ("\nversion: ", "\nkind: x\nversion: ", "“kind” is not a key known here"),
    ("\nversion: ", "\nversion: 9.", "and the manifest says"),
  ])
  func aPolicyThatDoesNotHoldIsNotSound(old: String, new: String, words: String) throws {
    let file = "own/AcmgRules.yaml"
    let text = String(decoding: try folder.bytes(file), as: UTF8.self)
    let altered = "\n\(text)".replacing(old, with: new, maxReplacements: 1)
    #expect(altered != "\n\(text)")
    _ = try folder.write(file, altered)
    let run = try Program.run(["reference", "check", "--reference-bundle", folder.path("own")])
    #expect(run.status == 65)
    #expect(run.errors.contains("AcmgRules.yaml") && run.errors.contains(words), "\(run.errors)")
  }

  /// A class that was changed in the folder is no longer the table of that version.
  @Test func anAlteredFileIsRefused() throws {
    let file = "own/CuratedVariants.tsv"
    let text = String(decoding: try folder.bytes(file), as: UTF8.self)
    let altered = text.replacing("\tpathogenic\t", with: "\tbenign\t", maxReplacements: 1)
    #expect(altered != text)
    _ = try folder.write(file, altered)
    let run = try annotate()
    #expect(run.status == 65, "\(run.errors)")
    #expect(run.errors.contains("MANIFEST.tsv") && run.errors.contains("sha256"), "\(run.errors)")
    #expect(folder.files(under: "out").isEmpty)
  }
}
