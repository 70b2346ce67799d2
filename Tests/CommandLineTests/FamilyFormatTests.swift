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

  /// A page that the result takes back is not left beside it; the report of a run that does not ask for one leaves it.
  @Test func anEarlierOneThatNoLongerHoldsIsTakenAway() throws {
    let page = "P1/P1.foxp3.family.html"
    let formats = ["--formats", "family,json"]
    #expect(try Program.annotate([input], formats + ["--sex", "male"], to: folder).status == 0)
    #expect(try Program.annotate([input], ["--formats", "json"], to: folder).status == 0)
    #expect(folder.files(under: "out").contains(page))
    #expect(try Program.annotate([input], formats, to: folder).status == 0)
    #expect(!folder.files(under: "out").contains(page))
    let sheet = try folder.write("sheet.csv", "sample,input,sex\nP1,input.vcf,male\n")
    let options = ["--formats", "family,json"]
    #expect(try Program.batch(sheet, options, to: folder.path("out")).status == 0)
    #expect(folder.files(under: "out").contains(page))
    _ = try folder.write("sheet.csv", "sample,input\nP1,input.vcf\n")
    #expect(try Program.batch(sheet, options, to: folder.path("out")).status == 0)
    #expect(!folder.files(under: "out").contains(page))
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
