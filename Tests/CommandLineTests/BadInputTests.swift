import Foundation
import TestSupport
import Testing

/// Whatever is wrong: the right exit status, one sentence on standard error, nothing on standard
/// output, and nothing written.
@Suite struct BadInputTests {
  @Test(arguments: BadInput.files + BadInput.contents + BadInput.requests + BadInput.reads)
  func isRefused(_ bad: BadInput) throws {
    let folder = try TemporaryFolder()
    let arguments = try bad.arguments(folder)
    let run = try Program.run(["annotate", "-o", folder.path("out")] + arguments)
    expectRefusal(run, bad.status, bad.says, folder)
  }

  @Test(.enabled(if: Program.canBeBound, "root reads everything, and setpriv is not installed"))
  func unreadableFile() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("input.vcf", VariantText().text)
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: input)
    let run = try Program.run(
      ["annotate", input, "-o", folder.path("out")], wrapper: Program.bound)
    expectRefusal(run, 66, "permission denied", folder)
  }

  @Test(.enabled(if: Program.canBeBound, "root writes everywhere, and setpriv is not installed"))
  func outputFolderNotWritable() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("input.vcf", VariantText().text)
    let shut = folder.path("shut")
    try FileManager.default.createDirectory(
      atPath: shut, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o555])
    let run = try Program.run(
      ["annotate", input, "-o", shut + "/out"], wrapper: Program.bound)
    expectRefusal(run, 73, "permission denied", folder)
    #expect(folder.files(under: "shut").isEmpty)
  }

  @Test func fileInPlaceOfTheOutputFolder() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("input.vcf", VariantText().text)
    let run = try Program.run(["annotate", input, "-o", input])
    expectRefusal(run, 73, "is a file where a directory is needed", folder)
    #expect(try folder.bytes("input.vcf") == Array(VariantText().text.utf8))
  }

  /// A limit on the size of files stands for a full disk: write(2) fails in the same way.
  @Test(arguments: ["vcf", "tsv", "json", "html", "vcf,tsv,json,html"])
  func fullDisk(_ formats: String) throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("input.vcf", VariantText().text)
    let run = try Program.run(
      ["annotate", input, "-o", folder.path("out"), "--formats", formats],
      setUp: "ulimit -f 0")
    expectRefusal(run, 73, "no space left", folder)
    #expect(run.errors.contains("P1/P1.foxp3."))
  }

  private func expectRefusal(
    _ run: ExternalTool.Run, _ status: Int32, _ says: String, _ folder: TemporaryFolder
  ) {
    #expect(run.status == status)
    #expect(run.output.isEmpty)
    let lines = run.errors.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 2 && lines.last == "", "\(run.errors)")
    #expect(run.errors.hasPrefix("foxp3: error: "), "\(run.errors)")
    #expect(run.errors.contains(says), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
  }
}
