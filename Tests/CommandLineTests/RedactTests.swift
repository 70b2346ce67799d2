import Foundation
import TestSupport
import Testing

/// With `--redact` no message names a sample or a file; the reports still do.
@Suite struct RedactTests {
  /// Names of samples, files and folders that the tests of bad inputs use.
  private func names(_ folder: TemporaryFolder, _ arguments: [String]) -> [String] {
    var names = [folder.path, URL(filePath: folder.path).lastPathComponent, "P1", "P2", "made"]
    for argument in arguments where argument.hasPrefix(folder.path) {
      names.append(URL(filePath: argument).lastPathComponent)
    }
    return names
  }

  @Test(arguments: BadInput.files + BadInput.contents + BadInput.requests + BadInput.reads)
  func anErrorNamesNobody(_ bad: BadInput) throws {
    let folder = try TemporaryFolder()
    let arguments = try bad.arguments(folder)
    let run = try Program.run(
      ["annotate", "-o", folder.path("out"), "--redact"] + arguments)
    #expect(run.status == bad.status)
    #expect(run.errors.hasPrefix("foxp3: error: "))
    for name in names(folder, arguments) {
      #expect(!run.errors.contains(name), "\(name) in: \(run.errors)")
    }
  }

  @Test func notesNameNobodyAndReportsDo() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("Miller_2019.vcf", VariantText.with { $0.samples = ["Miller"] })
    let run = try Program.annotate([input], ["--redact"], to: folder)
    #expect(run.status == 0)
    #expect(!run.errors.contains("Miller"), "\(run.errors)")
    #expect(!run.errors.contains(folder.path), "\(run.errors)")
    #expect(run.errors.contains("input 1: GRCh38"))
    #expect(run.errors.contains("sample 1: "))
    let table = try folder.bytes("out/Miller/Miller.foxp3.tsv")
    #expect(String(decoding: table, as: UTF8.self).contains("Miller"))
  }

  @Test func aNameInAStreamIsLeftOutToo() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("x.vcf", VariantText.with { $0.samples = ["Miller"] })
    let run = try Program.annotate(
      ["-"], ["--redact", "--sample", "Smith"], to: folder, standardInput: input)
    #expect(run.status == 64)
    #expect(!run.errors.contains("Miller") && !run.errors.contains("Smith"), "\(run.errors)")
    let sound = try Program.annotate(["-"], ["--redact"], to: folder, standardInput: input)
    #expect(sound.status == 0)
    #expect(!sound.errors.contains("Miller"), "\(sound.errors)")
  }

  @Test func anUnwritableReportIsNotNamed() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("x.vcf", VariantText.with { $0.samples = ["Miller"] })
    let run = try Program.run(
      ["annotate", input, "-o", folder.path("out"), "--redact"],
      setUp: "trap '' XFSZ; ulimit -f 0")
    #expect(run.status == 73)
    #expect(run.errors.contains("no space left"))
    #expect(!run.errors.contains("Miller") && !run.errors.contains(folder.path), "\(run.errors)")
  }

  @Test(arguments: ["scan", "call"]) func theOtherCommandsToo(_ command: String) throws {
    let folder = try TemporaryFolder()
    _ = try ReadFiles.compressed(
      try ReadFiles.sam(step: 50, sample: "Miller"), as: "Miller_2019.bam", in: folder)
    let input = folder.path("Miller_2019.bam")
    let run = try Program.run(
      [command, input, "--redact", "-o", folder.path("Miller.out")])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("input 1: GRCh38"))
    #expect(!run.errors.contains("Miller"), "\(run.errors)")
    let refused = try Program.run([command, input + "x", "--redact"])
    #expect(refused.status == 66)
    #expect(!refused.errors.contains("Miller"), "\(refused.errors)")
  }
}
