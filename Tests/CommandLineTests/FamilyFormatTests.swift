import TestSupport
import Testing

/// The family page as a user asks for it.
@Suite struct FamilyFormatTests {
  private let folder: TemporaryFolder
  private let input: String

  init() throws {
    folder = try TemporaryFolder()
    input = try folder.write("input.vcf", VariantText().text)
  }

  @Test func isWrittenWhereItCanBe() throws {
    let run = try Program.annotate(
      [input], ["--sex", "male", "--formats", "family"], to: folder)
    #expect(run.status == 0)
    #expect(folder.files(under: "out") == ["P1", "P1/P1.foxp3.family.html"])
  }

  @Test func itsAbsenceIsSaid() throws {
    let run = try Program.annotate([input], ["--formats", "family,json"], to: folder)
    #expect(run.status == 0)
    #expect(folder.files(under: "out") == ["P1", "P1/P1.foxp3.json"])
    let reason =
      "No family page: how many copies carry the variant, or whether an unchanged one is left, is not known."
    #expect(run.errors.contains(reason), "\(run.errors)")
    #expect(
      String(decoding: try folder.bytes("out/P1/P1.foxp3.json"), as: UTF8.self).contains(reason))
  }

  @Test func anUnknownLanguageIsRefused() throws {
    let run = try Program.annotate([input], ["--language", "xx"], to: folder)
    #expect(run.status == 64)
    #expect(run.errors.contains("there is no counselling text in “xx”; known: en"))
    #expect(folder.files(under: "out").isEmpty)
  }
}
