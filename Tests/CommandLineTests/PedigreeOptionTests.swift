import Foundation
import TestSupport
import Testing

/// What `--ped` says of the samples.
@Suite struct PedigreeOptionTests {
  private let folder: TemporaryFolder
  private let input: String

  init() throws {
    folder = try TemporaryFolder()
    input = try folder.write("input.vcf", VariantText().text)
  }

  private func pedigree(_ rows: String) throws -> String {
    try folder.write("family.ped", rows + "\n")
  }

  @Test func wordsTellTheSex() throws {
    let run = try Program.annotate([input], ["--ped", try pedigree("F P1 0 0 male 2")], to: folder)
    #expect(run.status == 0)
    #expect(run.errors.contains("foxp3: P1: positive\n"), "\(run.errors)")
  }

  @Test func theSameSexTwiceIsNoContradiction() throws {
    let run = try Program.annotate(
      [input], ["--ped", try pedigree("F P1 0 0 1 2"), "--sex", "male", "--sex", "male"],
      to: folder)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func aSheetThatContradictsThePedigreeIsRefused() throws {
    let sheet = try folder.write("sheet.csv", "sample,input,sex\nP1,input.vcf,male\n")
    let run = try Program.batch(
      sheet, ["--ped", try pedigree("F P1 0 0 2 2")], to: folder.path("out"))
    #expect(run.status == 65)
    #expect(
      run.errors.hasSuffix(
        "sheet.csv:2: the sex of “P1” is male, but female in the pedigree (--ped); correct one of "
          + "them\n"), "\(run.errors)")
    #expect(folder.files(under: "out").isEmpty)
  }
}
