import Genome
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

  @Test(arguments: [
    ("F a 0 0", "1: 4 columns; family, sample, father, mother and sex are needed"),
    ("F a 0 0 1\nF a 0 0 1", "2: the sample a stands above already"),
    ("F a d m 1\nF d 0 0 2", "1: the father d of a is declared female"),
    ("F a d m 1\nF m 0 0 1", "1: the mother m of a is declared male"),
    ("F a p p 1", "1: p is given as father and as mother of a"),
    ("F a b 0 1\nF b a 0 1", "1: a stands among their own ancestors"),
    ("F a a 0 1", "1: a stands among their own ancestors"),
  ])
  func refusesWhatCannotBe(text: String, problem: String) {
    #expect(problems(text).contains(problem), "\(problems(text))")
  }

  @Test func tellsEveryProblemAtOnce() {
    #expect(problems("F a\nF b c c 1\nF d 0 0").count == 3)
  }
}
