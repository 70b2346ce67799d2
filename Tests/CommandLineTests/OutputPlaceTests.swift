import Foundation
import TestSupport
import Testing

/// Whatever samples are called and whatever stands in the output folder, files land in it.
@Suite struct OutputPlaceTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func annotate(
    sample: String = "P1", setUp: String = ":", _ options: [String] = []
  ) throws -> ExternalTool.Run {
    let input = try folder.write("input.vcf", VariantText.with { $0.samples = [sample] })
    return try Program.run(
      ["annotate", input, "-o", folder.path("work/out"), "--formats", "vcf,tsv"] + options,
      setUp: setUp)
  }

  /// Everything in the test's folder but the input.
  private var files: [String] {
    folder.files(under: "").filter { $0 != "input.vcf" && $0.contains("foxp3") }
  }

  @Test(arguments: [
    "../evil", "../../evil", "/etc/evil", "..", ".", "a/../../b", "~root", "$(touch evil)", "`id`",
    "-rf", "a b", "con\u{301}", "P;1", "P|1", "a\\b", "%2e%2e%2fevil", "...", "P\u{0}1",
  ])
  func aSampleNameIsNoPath(_ name: String) throws {
    let run = try annotate(sample: name)
    #expect(run.status == 0, "\(run.errors)")
    #expect(files.count == 3)
    for file in files {
      #expect(file.wholeMatch(of: /work\/out\/[A-Za-z0-9_][A-Za-z0-9._-]*\/[A-Za-z0-9._-]+/) != nil)
    }
  }

  @Test(arguments: [
    ["explain", "c.1189C>T"], ["explain", "c.1189C>T", "--format", "json"], ["table", "list"],
    ["table", "merge"], ["reference", "check"], ["--version"],
  ])
  func aFullStandardOutputIsAnError(_ arguments: [String]) throws {
    let run = try Program.run(arguments, setUp: "exec > /dev/full")
    #expect(run.status == 73)
    #expect(run.errors.contains("standard output can't be written"), "\(run.errors)")
  }

  /// A file that gets its name whole would take the place of a device.
  @Test func aDeviceOrAPipeIsNoPlaceForAFile() throws {
    let input = try folder.write("input.vcf", VariantText().text)
    try ExternalTool.run("mkfifo", [folder.path("pipe.vcf")])
    try ExternalTool.run("ln", ["-s", "/dev/null", folder.path("null.vcf")])
    for place in [folder.path("pipe.vcf"), folder.path("null.vcf")] {
      let run = try Program.run(["scan", input, "-o", place])
      #expect(run.status == 73 && run.errors.contains("is a device or a pipe"), "\(run.errors)")
    }
    let kind = try ExternalTool.outcome(
      "stat", ["-c", "%F", folder.path("null.vcf"), folder.path("pipe.vcf")])
    #expect(kind.output == "symbolic link\nfifo\n")
  }

  /// Also where it leads to a file: the link in `/dev` would become that file.
  @Test func theNameOfStandardOutputIsNoPlaceForAFile() throws {
    let input = try folder.write("input.vcf", VariantText().text)
    let run = try Program.run(
      ["scan", input, "-o", "/dev/stdout"], setUp: "exec > \(folder.path("printed"))")
    #expect(run.status == 73 && run.errors.contains("is a device or a pipe"), "\(run.errors)")
  }

  /// Results go beside their input where a person says so, but never into its place.
  @Test func aFileThatIsReadIsNeverReplaced() throws {
    #expect(try annotate().status == 0)
    let own = folder.path("work/out/P1/P1.foxp3.vcf.gz")
    let before = try folder.bytes("work/out/P1/P1.foxp3.vcf.gz")
    let sheet = try folder.write("sheet.csv", "sample,input\nP1,\(own)\n")
    for command in [["annotate", own], ["batch", sheet]] {
      let run = try Program.run(command + ["-o", folder.path("work/out"), "--formats", "vcf"])
      #expect(run.status == 64, "\(run.errors)")
      #expect(run.errors.contains("P1.foxp3.vcf.gz: is read in this run and would be lost"))
    }
    #expect(try folder.bytes("work/out/P1/P1.foxp3.vcf.gz") == before)
  }

  /// Nobody hears of what can't be told; the run goes on, and nothing is written into another file.
  @Test(arguments: ["exec 2> /dev/full", "exec 2>&-", "exec 0<&- 2>&-"])
  func aStandardErrorThatCannotBeWrittenEndsNothing(setUp: String) throws {
    #expect(try annotate().status == 0)
    let whole = try BatchFiles.contents("work/out", of: folder)
    try FileManager.default.removeItem(atPath: folder.path("work/out"))
    #expect(try annotate(setUp: setUp).status == 0)
    #expect(try BatchFiles.contents("work/out", of: folder) == whole)
    let failing = try Program.run(["annotate", folder.path("none.vcf")], setUp: setUp)
    #expect(failing.status == 66)
    let sheet = try folder.write("sheet.csv", "sample,input\nP1,input.vcf\nP2,none.vcf\n")
    for format in ["text", "json"] {
      let batch = try Program.run(
        ["batch", sheet, "-o", folder.path("work/\(format)"), "--log-format", format], setUp: setUp)
      #expect(batch.status == 75)
      #expect(folder.files(under: "work/\(format)").contains("cohort.tsv"))
    }
  }

  @Test func aLinkedSampleFolderIsNotFollowed() throws {
    try makeFolders("work/out", "elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("work/out/P1"), withDestinationPath: folder.path("elsewhere"))
    let run = try annotate()
    #expect(run.status == 73)
    #expect(run.errors.contains("work/out/P1: is a symbolic link"))
    #expect(folder.files(under: "elsewhere").isEmpty)
    #expect(folder.files(under: "work/out") == ["P1"])
  }

  @Test func aLinkInThePlaceOfAReportIsReplaced() throws {
    try makeFolders("work/out/P1")
    let target = try folder.write("precious", "precious")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("work/out/P1/P1.foxp3.tsv"), withDestinationPath: target)
    #expect(try annotate().status == 0)
    #expect(try folder.bytes("precious") == Array("precious".utf8))
    #expect(try folder.bytes("work/out/P1/P1.foxp3.tsv").count > 100)
  }

  @Test func theOutputFolderItselfMayBeALink() throws {
    try makeFolders("work", "elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("work/out"), withDestinationPath: folder.path("elsewhere"))
    #expect(try annotate().status == 0)
    #expect(folder.files(under: "elsewhere/P1").count == 3)
  }

  @Test(arguments: ["umask 000", "umask 022", "umask 077"])
  func privateIsForTheUserAlone(_ umask: String) throws {
    #expect(try annotate(setUp: umask, ["--private"]).status == 0)
    for file in ["P1.foxp3.vcf.gz", "P1.foxp3.vcf.gz.tbi", "P1.foxp3.tsv"] {
      #expect(try folder.mode(of: "work/out/P1/" + file) == 0o600, "\(file)")
    }
    for name in ["work", "work/out", "work/out/P1"] {
      #expect(try folder.mode(of: name) == 0o700, "\(name)")
    }
  }

  @Test func otherwiseTheUmaskDecides() throws {
    #expect(try annotate(setUp: "umask 027").status == 0)
    #expect(try folder.mode(of: "work/out/P1/P1.foxp3.tsv") == 0o640)
    #expect(try folder.mode(of: "work/out/P1") == 0o750)
  }

  private func makeFolders(_ names: String...) throws {
    for name in names {
      try FileManager.default.createDirectory(
        atPath: folder.path(name), withIntermediateDirectories: true)
    }
  }
}
