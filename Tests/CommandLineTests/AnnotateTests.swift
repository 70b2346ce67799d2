import Foundation
import TestSupport
import Testing

@Suite struct AnnotateTests {
  private let folder: TemporaryFolder
  private let input: String

  init() throws {
    folder = try TemporaryFolder()
    input = try folder.write("input.vcf", VariantText().text)
  }

  private static let reports = [
    "P1", "P1/P1.foxp3.html", "P1/P1.foxp3.json", "P1/P1.foxp3.tsv", "P1/P1.foxp3.vcf.gz",
    "P1/P1.foxp3.vcf.gz.tbi",
  ]

  /// The words of a sample sheet and a pedigree; one that says nothing is refused.
  @Test(arguments: [
    ("male", true), ("Male", true), ("m", true), ("XY", true), ("1", true), ("0", false),
    ("unknown", false), ("other", false), ("man", false),
  ])
  func aSexIsGivenInTheWordsOfASheet(_ word: String, _ isTaken: Bool) throws {
    let run = try Program.annotate([input], ["--sex", word], to: folder)
    #expect(run.status == (isTaken ? 0 : 64))
    #expect(run.errors.contains(isTaken ? "foxp3: P1: positive\n" : "“\(word)” is not auto, male"))
  }

  @Test func writesFilesAndLeavesStandardOutputEmpty() throws {
    let run = try Program.annotate([input], ["--sex", "male"], to: folder)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("foxp3: P1: positive\n"))
    #expect(folder.files(under: "out") == AnnotateTests.reports)
  }

  @Test func quietSaysNothing() throws {
    let run = try Program.annotate([input], ["--quiet"], to: folder)
    #expect(run.status == 0)
    #expect(run.output.isEmpty && run.errors.isEmpty)
    #expect(folder.files(under: "out") == AnnotateTests.reports)
  }

  @Test func quietStillSaysErrors() throws {
    let run = try Program.annotate([folder.path("none.vcf")], ["--quiet"], to: folder)
    #expect(run.status == 66)
    #expect(run.errors.contains("does not exist"))
  }

  @Test func privateFilesAreForTheirOwnerAlone() throws {
    let run = try Program.annotate([input], ["--private"], to: folder)
    #expect(run.status == 0)
    for name in AnnotateTests.reports {
      #expect(try folder.mode(of: "out/" + name) == (name.contains(".") ? 0o600 : 0o700))
    }
    #expect(try folder.mode(of: "out") == 0o700)
  }

  @Test func otherFilesFollowTheUmask() throws {
    let run = try Program.run(
      ["annotate", input, "-o", folder.path("out")], setUp: "umask 027")
    #expect(run.status == 0)
    for name in AnnotateTests.reports {
      #expect(try folder.mode(of: "out/" + name) == (name.contains(".") ? 0o640 : 0o750))
    }
  }

  @Test func onlyTheFormatsAskedFor() throws {
    let run = try Program.annotate([input], ["--formats", "json,tsv"], to: folder)
    #expect(run.status == 0)
    #expect(
      folder.files(under: "out") == ["P1", "P1/P1.foxp3.json", "P1/P1.foxp3.tsv"])
  }

  /// The same input and day give the same bytes, whatever stood there before.
  @Test func isDeterministic() throws {
    #expect(try Program.annotate([input], to: folder).status == 0)
    let first = try contents()
    #expect(try Program.annotate([input], to: folder).status == 0)
    #expect(try contents() == first)
    #expect(first.count == 5)
  }

  /// The order of INFO's keys has no say in what is found; only the source's own text and its
  /// checksum differ.
  @Test func orderOfInformationDoesNotMatter() throws {
    func table(_ information: String) throws -> [UInt8] {
      let text = VariantText.with {
        $0.records = ["chrX\t49251441\t.\tG\tA\t.\tPASS\t\(information)\tGT\t1"]
      }
      let file = try folder.write("ordered.vcf", text)
      #expect(try Program.annotate([file], to: folder).status == 0)
      return try folder.bytes("out/P1/P1.foxp3.tsv")
    }
    #expect(try table("AC=1;AN=1;DB") == table("DB;AN=1;AC=1"))
  }

  @Test(arguments: ["VCFv4.0", "VCFv4.6"])
  func anUnknownVersionIsReadAndTold(_ version: String) throws {
    let text = VariantText.with { $0.version = "##fileformat=\(version)" }
    let run = try Program.annotate([try folder.write("other.vcf", text)], to: folder)
    #expect(run.status == 0)
    let note = "The file says that it is `\(version)`; it was read by the rules of VCFv4.5"
    #expect(run.errors.contains(note), "\(run.errors)")
    #expect(
      String(decoding: try folder.bytes("out/P1/P1.foxp3.json"), as: UTF8.self).contains(note))
  }

  @Test func readsStandardInput() throws {
    #expect(try Program.annotate([input], to: folder).status == 0)
    let fromFile = try folder.bytes("out/P1/P1.foxp3.tsv")
    let run = try Program.annotate(["-"], to: folder, standardInput: input)
    #expect(run.status == 0)
    #expect(run.errors.contains("foxp3: stdin: GRCh38, 1 record read"))
    #expect(try folder.bytes("out/P1/P1.foxp3.tsv") == fromFile)
  }

  /// A pipe gives its bytes only once, so nothing may look into it before it is read.
  @Test func readsNamedPipe() throws {
    let pipe = folder.path("pipe")
    let run = try Program.run(
      ["annotate", pipe, "-o", folder.path("out")],
      setUp: "mkfifo '\(pipe)'; cat '\(input)' > '\(pipe)' &")
    #expect(run.status == 0)
    #expect(run.errors.contains("foxp3: pipe: GRCh38, 1 record read"))
  }

  @Test func carriesOnWhenOneInputFails() throws {
    let other = try folder.write("other.vcf", VariantText.with { $0.samples = ["P2"] })
    let run = try Program.annotate([input, folder.path("none.vcf"), other], to: folder)
    #expect(run.status == 75)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("foxp3: error: \(folder.path("none.vcf")): does not exist"))
    #expect(run.errors.hasSuffix("1 of 3 inputs failed; the others are done\n"))
    let files = folder.files(under: "out")
    #expect(files.contains("P1/P1.foxp3.tsv") && files.contains("P2/P2.foxp3.tsv"))
  }

  @Test func everyInputFails() throws {
    let run = try Program.annotate([folder.path("a.vcf"), folder.path("b.vcf")], to: folder)
    #expect(run.status == 75)
    #expect(run.errors.hasSuffix("2 of 2 inputs failed; nothing was written\n"))
    #expect(folder.files(under: "out").isEmpty)
  }

  @Test func aSampleNamedTwiceIsToldSo() throws {
    let run = try Program.annotate([input, "--sample", "P1", "--sample", "P1"], to: folder)
    #expect(run.status == 64)
    #expect(run.errors.contains("--sample names “P1” twice; name each sample once"))
  }

  /// The samples of standard input are known only when those of the file are written already.
  @Test func standardInputDoesNotOverwriteAnotherInputsSample() throws {
    let other = try folder.write(
      "other.vcf", VariantText.with { $0.records = [] })
    let run = try Program.annotate([input, "-"], to: folder, standardInput: other)
    #expect(run.status == 75)
    #expect(run.errors.contains("would write the same files"))
    let table = String(decoding: try folder.bytes("out/P1/P1.foxp3.tsv"), as: UTF8.self)
    #expect(table.contains("c.1189C>T"))
  }

  /// Each sample's file holds its own column, also in another order than the source's.
  @Test(.enabled(if: ExternalTool.isInstalled("bcftools"), "bcftools is not installed"))
  func eachSampleGetsItsOwnColumn() throws {
    let text = VariantText.with {
      $0.samples = ["MOTHER", "FATHER", "SON"]
      $0.records = ["chrX\t49251441\t.\tG\tA\t.\tPASS\t.\tGT\t0/1\t0\t1"]
    }
    let family = try folder.write("family.vcf", text)
    let run = try Program.annotate([family], ["--sample", "SON", "--sample", "MOTHER"], to: folder)
    #expect(run.status == 0)
    for (sample, genotype) in [("SON", "1"), ("MOTHER", "0/1")] {
      let file = folder.path("out/\(sample)/\(sample).foxp3.vcf.gz")
      let told = try ExternalTool.run(
        "bcftools",
        ["query", "-r", "chrX:49251441", "-f", "[%SAMPLE %GT] %INFO/FOXP3_CLASS\\n", file])
      #expect(String(decoding: told, as: UTF8.self) == "\(sample) \(genotype) pathogenic\n")
    }
    #expect(!folder.files(under: "out").contains("FATHER"))
  }

  /// What the program wrote can be read again with the same result.
  @Test func readsItsOwnFile() throws {
    #expect(try Program.annotate([input], to: folder).status == 0)
    let table = try folder.bytes("out/P1/P1.foxp3.tsv")
    let written = folder.path("out/P1/P1.foxp3.vcf.gz")
    let run = try Program.run(
      ["annotate", written, "-o", folder.path("again"), "--run-date", "2026-01-31"])
    #expect(run.errors.contains("(by full scan)"))
    #expect(try folder.bytes("again/P1/P1.foxp3.tsv") == table)
  }

  /// A name from a file is data; in a terminal its control characters would be commands.
  @Test func sampleNameIsNoCommandForTheTerminal() throws {
    let named = try folder.write(
      "named.vcf", VariantText.with { $0.samples = ["P\u{1B}[31m1"] })
    let run = try Program.annotate([named], to: folder)
    #expect(run.status == 0)
    #expect(!run.errors.contains("\u{1B}") && run.errors.contains("[31m1: "))
    #expect(folder.files(under: "out").contains("P__31m1/P__31m1.foxp3.tsv"))
  }

  private func contents() throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for file in folder.files(under: "out") where file.contains(".") {
      contents[file] = try folder.bytes("out/" + file)
    }
    return contents
  }
}
