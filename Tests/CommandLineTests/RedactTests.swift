import Foundation
import TestSupport
import Testing

@testable import foxp3

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

  /// Sexes as numbers, counts, words and the sheet's folder: of a sheet names and files alone are left out.
  @Test func ofASheetNamesAndFilesAreLeftOut() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("Miller_1990"), withIntermediateDirectories: false)
    _ = try folder.write("Miller_1990/Klaus.vcf", VariantText.with { $0.samples = ["Klaus"] })
    _ = try folder.write(
      "Miller_1990/whole.vcf",
      VariantText.with {
        $0.samples = ["Anna", "Paul"]
        $0.records = ["chrX\t49251441\t.\tG\tA\t.\tPASS\t.\tGT\t0/1\t1"]
      })
    let sheet = try folder.write(
      "Miller_1990/Klaus_and_others.csv",
      "sample,input,sex,family,father\nKlaus,Klaus.vcf,1,Miller,Otto\n*,whole.vcf,,,\nOtto,gone.vcf,1,Miller,\n"
    )
    let run = try Program.batch(sheet, ["--redact"], to: folder.path("out"))
    #expect(run.status == 75)
    for name in ["Miller", "Klaus", "Anna", "Paul", "Otto", "whole", "gone", "1990", folder.path] {
      #expect(!run.errors.contains(name), "\(name) in: \(run.errors)")
    }
    for line in [
      "sample 1: ", "sample 2: ", "sample 3: ", "sample 4: input 3: does not exist",
      "4 samples: 3 done, 1 failed", "1 of 4 samples failed",
    ] {
      #expect(run.errors.contains(line), "\(line) in: \(run.errors)")
    }
    let refused = try folder.write("Miller.csv", "sample,input,sex\nKlaus,a.vcf,2\nOtto,b.vcf,13\n")
    let told = try Program.batch(refused, ["--redact"], to: folder.path("out")).errors
    #expect(told.contains("sheet:3: the sex “…” is not male, female or unknown (1, 2 or 0)"))
  }

  /// Counts of a batch stay right where a sample's name is a number.
  @Test func countsOfABatchAreNoNames() throws {
    let folder = try TemporaryFolder()
    for name in ["2", "3"] {
      _ = try folder.write("\(name).vcf", VariantText.with { $0.samples = [name] })
    }
    let sheet = try folder.write("s.csv", "sample,input\n2,2.vcf\n3,3.vcf\n")
    let run = try Program.batch(sheet, ["--redact", "--jobs", "1"], to: folder.path("out"))
    #expect(run.errors.contains("sample 2: uncertain (2 of 2)"), "\(run.errors)")
    #expect(run.errors.contains("2 samples: 2 done, 0 failed"), "\(run.errors)")
  }

  /// The name of a file without its ending is a name before another ending alone.
  @Test func aWordThatIsAFilesStemStays() {
    let redaction = Redaction(
      inputs: ["/data/Miller_1990/cut.bam"], files: [("/data/list.tsv", "table")])
    #expect(
      redaction.text("/data/Miller_1990/cut.bam: ends early: it was cut off. The list is cut.")
        == "input 1: ends early: it was cut off. The list is cut.")
    #expect(redaction.text("/data/Miller_1990/cut.bai: is older") == "input 1: is older")
    #expect(redaction.text("cut.bam.bai and list.tsv") == "input 1 and table")
  }

  /// Marks that a quoted value holds itself, whether they close or not.
  @Test(arguments: [
    ("“A “b” Miller “c” d” is wrong", "“…” is wrong"),
    ("“A “b “c” Miller” d” is wrong, “x” is right", "“…” is wrong, “…” is right"),
    ("“A” Miller” is wrong, “x” is right", "“…” is wrong, “…” is right"),
    ("“A “Miller” is wrong", "“…”"),
    ("“A” is not “b”", "“…” is not “…”"),
  ])
  func marksWithinWhatIsQuotedEndNothing(_ line: String, _ shown: String) {
    #expect(Redaction(inputs: [], files: []).text(line) == shown)
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

  /// Days, names and words of a patient's case.
  @Test(arguments: [
    ("patient: {name: Miller, date_of_birth: 2020-02-30}", "patient.date_of_birth is “…”; write"),
    (
      "patient: {date_of_birth: 2020-02-03}\nsample: {tissue: blood, taken_on: 2019-02-03, by: A, on: 2020-03-01}",
      "sample.taken_on is “…”, before the patient was born (patient.date_of_birth is “…”)"
    ),
    ("patient: {date_of_birth: A” Miller 2020}", "patient.date_of_birth is “…”; write"),
    ("patient: {Miller: 2020}", "“…” is not a key known here"),
    ("patient: {name: Miller, name: Miller}", "“…” stands more than once"),
    (
      "findings:\n"
        + "- {about: other, name: Miller, value: v, present: yes, by: A, on: 2020-03-01}\n"
        + "- {about: other, name: Miller, value: v, present: no, by: A, on: 2020-03-01}",
      "findings has “…” as absent"
    ),
  ])
  func whatACaseSaysIsLeftOut(_ text: String, _ message: String) throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("x.vcf", VariantText.with { $0.samples = ["Miller"] })
    let caseFile = try folder.write("Miller.yaml", text + "\n")
    let run = try Program.annotate([input], ["--redact", "--case", caseFile], to: folder)
    #expect(run.status == 65)
    #expect(run.errors.contains(message), "\(run.errors)")
    for name in ["Miller", "2019", "2020"] { #expect(!run.errors.contains(name), "\(run.errors)") }
  }
}
