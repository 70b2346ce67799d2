import Foundation
import ReferenceBundle
import TestSupport
import Testing

/// `foxp3 explain` as it is run.
@Suite struct ExplainTests {
  private func run(_ arguments: String...) throws -> ExternalTool.Run {
    try Program.run(["explain"] + arguments)
  }

  @Test func aNameIsExplainedOnStandardOutput() throws {
    let run = try run("c.1189C>T")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    for text in ["NC_000023.11:g.49251441G>A", "p.(Arg397Trp)", "pathogenic", "PMID"] {
      #expect(run.output.contains(text))
    }
  }

  @Test(arguments: ["hello", "c.1189A>T", "chrX-1-A-G", "NM_000000.1:c.1A>G"])
  func aNameThatCanNotBeReadEndsWith65(_ name: String) throws {
    let run = try run(name)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("foxp3: error: \(name): "))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  /// No option begins with a minus and a digit.
  @Test func aNameMayBeginWithAMinus() throws {
    let one = try run("-23+1G>T")
    #expect(one.status == 0 && one.output.hasPrefix("-23+1G>T\n"), "\(one.errors)")
    #expect(one.output.contains("c.-23+1G>T"))
    let several = try run("c.1189C>T", "-22-1G>A", "--format", "json", "-22-1G>A")
    #expect(several.status == 0, "\(several.errors)")
    #expect(several.output.split(separator: "\"name\" : \"-22-1G>A\"").count == 3)
    let older = try run("c.1189C>T", "-22-1G>A(hg19)")
    #expect(older.status == 75 && older.errors.contains("-22-1G>A(hg19): it says GRCh37"))
    let behind = try run("--", "-23+1G>T")
    #expect(behind.output == one.output)
    let wrong = try run("-23+1A>T")
    #expect(wrong.status == 65 && wrong.errors.hasPrefix("foxp3: error: -23+1A>T: "))
    for words in [["-x", "c.1189C>T"], ["c.1189C>T", "--format", "-2"]] {
      let refused = try Program.run(["explain"] + words)
      #expect(refused.status == 64 && !refused.errors.contains("\0"))
    }
  }

  @Test(arguments: ["text", "json", "tsv"])
  func oneOfSeveralThatCanNotBeReadEndsWith75(_ format: String) throws {
    let run = try run("c.1189C>T", "hello", "--format", format)
    #expect(run.status == 75)
    #expect(run.output.contains("p.(Arg397Trp)"))
    #expect(run.errors.contains("hello: not a name known here"))
    #expect(run.errors.contains("1 of 2 names can't be read; the others are explained"))
  }

  @Test func severalOfWhichNoneCanBeReadEndWith65() throws {
    let run = try run("hello", "there")
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
  }

  private func caseFile(_ day: String, in folder: TemporaryFolder) throws -> String {
    try folder.write(
      "case.yaml",
      "evidence:\n  - {variant: c.1100T>G, criterion: PS3, strength: moderate, fact: f, by: A, "
        + "on: \(day), source: s}\n")
  }

  /// As `annotate` does: evidence that has no effect is said to have none, and none is of tomorrow.
  @Test func evidenceOnAnotherVariantIsTold() throws {
    let folder = try TemporaryFolder()
    let run = try run("c.1100T>C", "--case", try caseFile("2026-01-31", in: folder))
    #expect(run.status == 0)
    #expect(run.errors.contains("documents evidence for c.1100T>G, which is none"), "\(run.errors)")
    let used = try self.run("c.1100T>G", "--case", try caseFile("2026-01-31", in: folder))
    #expect(used.errors.isEmpty)
    let future = try self.run("c.1100T>G", "--case", try caseFile("2999-01-31", in: folder))
    #expect(future.status == 65 && future.errors.contains("after the day of the run"))
  }

  /// Rows of a laboratory's table that decide nothing say why, as the reports do.
  @Test func aRowThatIsSetAsideSaysWhy() throws {
    let header = try #require(CuratedTableText.text([]).split(separator: "\n").first)
    let folder = try TemporaryFolder()
    for (basis, superseded, clinVar, reason) in [
      (
        "clinvar", "", "Benign\t1\t2026-01-01", "it rests on ClinVar alone, with 1 of the two stars"
      ),
      ("primary", "withdrawn", "\t\t", "it is superseded (withdrawn)."),
      ("lead", "", "\t\t", "it is a lead that no curator has confirmed"),
    ] {
      let row =
        "L1\tc.1189C>T\tallele\t\tbenign\tx\t\(basis)\t\(superseded)\tmissense\t\t\t\t\t\t\(clinVar)\tlab\t"
      let table = try folder.write("lab.tsv", "\(header)\n\(row)\n")
      let run = try run("c.1189C>T", "--table", table)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("  It does not decide a class: \(reason)"), "\(run.output)")
    }
    #expect(try !run("c.1189C>T").output.contains("It does not decide"))
  }

  /// What is wrong with a table is told line by line, without signs for line breaks.
  @Test func problemsOfATableAreLines() throws {
    let folder = try TemporaryFolder()
    let header = try #require(CuratedTableText.text([]).split(separator: "\n").first)
    let table = try folder.write("lab.tsv", "\(header)\nL1\nL2\n")
    let run = try run("c.1189C>T", "--table", table)
    #expect(run.status == 65)
    #expect(run.errors.split(separator: "\n").count == 3)
    #expect(!run.errors.contains("\u{FFFD}"))
  }

  @Test func wrongUsageEndsWith64() throws {
    #expect(try run().status == 64)
    #expect(try run("c.1189C>T", "--format", "xml").status == 64)
  }

  /// Sentences wrap at 100 columns; only a name without a space may be longer.
  @Test(arguments: [
    "c.1189C>T", "c.967+4A>G", "IVS9+4A>G", "c.1290_*12delinsTG", "p.Arg337Ter",
    "FX0001",
  ])
  func theTextFitsATerminal(_ name: String) throws {
    let output = try run(name).output
    for line in output.split(separator: "\n") {
      let words = line.drop { $0 == " " }
      #expect(line.count <= 100 || !words.contains(" "), "\(line)")
      #expect(line.last != " ")
    }
  }

  @Test func longAllelesAreShortened() throws {
    let output = try run("c.-23+100_-22-100del").output
    #expect(output.contains("…("))
    #expect(output.count < 5000)
    let whole = try run("c.-23+100_-22-100del", "--format", "tsv").output
    #expect(whole.count > 5000)
  }

  /// 144 changes take the start away: a line each, and how to get all that is known of them.
  @Test func manyVariantsAreListed() throws {
    let run = try run("p.Met1?")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 147)
    #expect(
      lines.contains {
        $0.contains("c.3G>A") && $0.contains("FX0009") && $0.contains("X-49258503-C-T")
          && $0.contains("p.?")
      })
    #expect(lines.last?.contains("--format json") == true)
    let table = try self.run("p.Met1?", "--format", "tsv").output
    #expect(table.split(separator: "\n").count == 145)
    #expect(try self.run("p.Arg337Ter").output.contains("ACMG/AMP"))
  }

  /// Known by what it removes: its row in words; a table of alleles has no line for it, and says so.
  @Test func theRowWithoutAnAlleleIsExplained() throws {
    for name in ["FX0001", "c.-6247_-4859del"] {
      let run = try run(name)
      #expect(run.status == 0)
      for text in ["49264659_49264710 has to be removed", "pathogenic (curated table)", "17484868"]
      {
        #expect(run.output.contains(text))
      }
      let table = try self.run(name, "--format", "tsv")
      #expect(table.status == 0 && table.output.split(separator: "\n").count == 1)
      #expect(table.errors.contains("FX0001 (c.-6247_-4859del) is no one allele"))
    }
  }
}
