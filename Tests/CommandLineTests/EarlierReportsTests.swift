import Foundation
import TestSupport
import Testing

/// Reports of an earlier run, which this one did not write anew, are told and left alone.
@Suite struct EarlierReportsTests {
  private let folder: TemporaryFolder
  private let input: String

  init() throws {
    folder = try TemporaryFolder()
    input = try folder.write("input.vcf", VariantText().text)
  }

  private static let note = "of an earlier run"

  @Test func oneFileIsNamed() throws {
    let first = try Program.annotate([input], ["--formats", "json,html"], to: folder)
    #expect(first.status == 0 && !first.errors.contains(EarlierReportsTests.note))
    let before = try folder.bytes("out/P1/P1.foxp3.html")
    let second = try Program.annotate([input], ["--formats", "json", "--sex", "male"], to: folder)
    #expect(second.status == 0)
    #expect(
      second.errors.contains(
        "\(folder.path("out"))/P1/P1.foxp3.html is of an earlier run and was not written anew; remove "
          + "it or run with all formats\n"), "\(second.errors)")
    #expect(try folder.bytes("out/P1/P1.foxp3.html") == before)
  }

  @Test func severalFilesOfASampleAreOneNote() throws {
    #expect(try Program.annotate([input], to: folder).status == 0)
    let run = try Program.annotate([input], ["--formats", "json"], to: folder)
    #expect(run.errors.ranges(of: EarlierReportsTests.note).count == 1, "\(run.errors)")
    for ending in ["html", "tsv", "vcf.gz", "vcf.gz.tbi"] {
      #expect(run.errors.contains("P1.foxp3.\(ending)"))
    }
  }

  /// Callers that write one name for all: the next person's reports take the place of the last one's.
  @Test func anotherPersonsReportsAreToldWhereTheyAreReplaced() throws {
    let formats = ["--formats", "json"]
    #expect(try Program.annotate([input], formats, to: folder).status == 0)
    let same = try Program.annotate([input], formats, to: folder)
    #expect(!same.errors.contains("were replaced"))
    let other = try folder.write(
      "other.vcf", VariantText.with { $0.records = ["chrX\t49255000\t.\tN\tA\t.\tPASS\t.\tGT\t1"] })
    let run = try Program.annotate([other], formats, to: folder)
    #expect(run.status == 0)
    #expect(
      run.errors.contains(
        "from “input.vcf”, which held other records and concluded uncertain, were replaced"),
      "\(run.errors)")
    let back = try Program.annotate([input], formats, to: folder)
    #expect(
      back.errors.contains("from “other.vcf”, which held other records, were replaced"),
      "\(back.errors)")
  }

  @Test func otherFilesAreNotSpokenOf() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("out/P1"), withIntermediateDirectories: true)
    _ = try folder.write("out/P1/notes.html", "the laboratory's own")
    _ = try folder.write("out/P1/P2.foxp3.html", "another sample's")
    let run = try Program.annotate([input], ["--formats", "json"], to: folder)
    #expect(run.status == 0 && !run.errors.contains(EarlierReportsTests.note), "\(run.errors)")
  }

  /// The sheet of a folder was changed: what an earlier one left is told.
  @Test func peopleWhoAreNoLongerInTheSheetAreTold() throws {
    _ = try folder.write(
      "pair.vcf",
      VariantText.with {
        $0.samples = ["boy", "mum"]
        $0.records[0] += "\t0/1"
      })
    let first = "sample,input,sex,family,mother\nboy,pair.vcf,male,F,mum\nmum,pair.vcf,female,F,\n"
    let out = folder.path("out")
    #expect(try Program.batch(try folder.write("a.csv", first), [], to: out).status == 0)
    let second = "sample,input,sex\nboy,pair.vcf,male\n"
    let run = try Program.batch(try folder.write("b.csv", second), [], to: out)
    #expect(run.errors.contains("holds 2 file(s) of families of an earlier run"), "\(run.errors)")
    #expect(run.errors.contains("holds 1 sample(s) of an earlier run"), "\(run.errors)")
    #expect(!run.errors.contains("mum"))
  }

  @Test func aBatchCountsThem() throws {
    let sheet = try BatchFiles.cohort(2, in: folder)
    #expect(try Program.batch(sheet, [], to: folder.path("out")).status == 0)
    let run = try Program.batch(sheet, ["--formats", "json,tsv"], to: folder.path("out"))
    #expect(run.status == 0)
    #expect(run.errors.contains("15 files of 5 samples, as "), "\(run.errors)")
    #expect(run.errors.ranges(of: EarlierReportsTests.note).count == 1)
  }
}
