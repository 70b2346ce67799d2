import Genome
import TestSupport
import Testing

@testable import Settings

/// PED as PLINK describes it (https://www.cog-genomics.org/plink/1.9/formats#ped).
@Suite struct PedigreeFileTests {
  private func problems(_ text: String) -> [String] {
    do {
      _ = try PedigreeFile.pedigree(text: text, file: "x.ped")
      return []
    } catch {
      return error.problems.map { "\($0.line ?? 0): \($0.message)" }
    }
  }

  private static let advice =
    "give a PED file: six columns between tabs or blanks (family, sample, father, mother, sex, "
    + "phenotype)"

  @Test func readsRelationsAndSexes() throws {
    let pedigree = try PedigreeFile.pedigree(
      text:
        "# a comment\nF1 son dad mum 1 2\r\nF1\tmum\t0\t0\t2\t1\n\nF1 dad 0 0 1 -9\nF2 x 0 0 0\n",
      file: "x.ped")
    #expect(
      pedigree.members.first
        == Pedigree.Member(
          family: "F1", name: "son", father: "dad", mother: "mum", sex: .male,
          affection: .affected))
    #expect(pedigree.members.map(\.affection) == [.affected, .unaffected, .unknown, .unknown])
    #expect(pedigree.members[1].father == nil && pedigree.members[1].mother == nil)
    #expect(pedigree.families == ["F1", "F2"])
    #expect(pedigree.sexes == ["son": .male, "mum": .female, "dad": .male])
  }

  @Test func aParentWithoutARowIsAFounder() throws {
    let pedigree = try PedigreeFile.pedigree(
      text: "F1 son dad mum 1 2\nF2 x 0 0 1\n", file: "x.ped")
    #expect(
      pedigree.members.dropFirst(2) == [
        Pedigree.Member(family: "F1", name: "dad", sex: .male),
        Pedigree.Member(family: "F1", name: "mum", sex: .female),
      ])
    #expect(pedigree.relatives == ["son", "dad", "mum"])
  }

  @Test(arguments: [
    ("F a 0 0", "1: has 4 columns; \(PedigreeFileTests.advice)"),
    ("F a 0 0 1\nF a 0 0 1", "2: the sample “a” stands above already"),
    ("F a d m 1\nF d 0 0 2", "1: the father “d” of “a” is declared female"),
    ("F a d m 1\nF m 0 0 1", "1: the mother “m” of “a” is declared male"),
    ("F a p p 1", "1: “p” is given as father and as mother of “a”"),
    ("F a b 0 1\nF b a 0 1", "1: “a” stands among their own ancestors"),
    (
      "F m 0 0 2\nG a 0 m 1",
      "2: “a” is of the family “G” and the mother “m” of “F”, by the families given and by kin; give all who are "
        + "related one family, and different people different names"
    ),
    (
      "F a d 0 1\nG b d 0 2",
      "2: “b” is of the family “G” and the father “d” of “F”, by the families given and by kin; give all who are "
        + "related one family, and different people different names"
    ),
    ("F a a 0 1", "1: “a” stands among their own ancestors"),
  ])
  func refusesWhatCannotBe(text: String, problem: String) {
    #expect(problems(text).contains(problem), "\(problems(text))")
  }

  /// What is no pedigree is told in one sentence, with the first line that shows it.
  @Test(arguments: [
    ("", "0: has no row of a pedigree; \(PedigreeFileTests.advice)"),
    ("# only a comment\n\n", "0: has no row of a pedigree; \(PedigreeFileTests.advice)"),
    (
      "##fileformat=VCFv4.2\n#CHROM\tPOS\nchrX\t1\t.\tG\t.\nchrX\t2\t.\tG\tA",
      "1: is a VCF and no pedigree; \(PedigreeFileTests.advice)"
    ),
    ("sample,sex\na,1\nb,2\n", "1: has 1 column; \(PedigreeFileTests.advice)"),
  ])
  func refusesWhatIsNoPedigree(text: String, problem: String) {
    #expect(problems(text) == [problem])
  }

  @Test(arguments: [
    ("male", Sex.male), ("Male", .male), ("M", .male), ("XY", .male), ("female", .female),
    ("f", .female), ("XX", .female), ("0", .unknown), ("-9", .unknown), ("unknown", .unknown),
    ("other", .unknown), (".", .unknown),
  ])
  func takesTheSexWordsOfASampleSheet(word: String, sex: Sex) throws {
    let pedigree = try PedigreeFile.pedigree(text: "F a 0 0 \(word) 1", file: "x.ped")
    #expect(pedigree.members.map(\.sex) == [sex])
  }

  @Test func refusesAnotherWordForASex() {
    #expect(
      problems("F a 0 0 1\nF b 0 0 boy 2")
        == [
          "2: the sex “boy” is not male, female or unknown (1, 2 or 0); "
            + "correct it, or " + PedigreeFileTests.advice
        ])
  }

  @Test(arguments: [
    ("2", Pedigree.Affection.affected), ("affected", .affected), ("Affected", .affected),
    ("1", .unaffected), ("UNAFFECTED", .unaffected), ("0", .unknown), ("-9", .unknown),
    ("unknown", .unknown), ("", .unknown),
  ])
  func wordsTellWhoIsIll(word: String, affection: Pedigree.Affection) throws {
    let pedigree = try PedigreeFile.pedigree(text: "F a 0 0 1 \(word)", file: "x.ped")
    #expect(pedigree.members.map(\.affection) == [affection])
  }

  @Test(arguments: ["ill", "3", "yes", "1.5"])
  func refusesAnotherWordForAPhenotype(word: String) {
    #expect(
      problems("F a 0 0 1\nF b 0 0 1 \(word)")
        == [
          "2: the phenotype “\(word)” is not affected, unaffected or unknown (2, 1 or 0); "
            + "correct it, or " + PedigreeFileTests.advice
        ])
  }

  @Test func aFolderIsToldAsOne() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: SettingsError.self) { try PedigreeFile.pedigree(folder.path) }
    #expect(error?.kind == .notFound)
    #expect(error?.problems.map(\.message) == ["is a folder; give a file"])
  }

  @Test func tellsEveryProblemAtOnce() {
    #expect(problems("F a\nF b c c 1\nF d 0 0").count == 3)
  }
}
