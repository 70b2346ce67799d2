import Foundation
import Genome
import TestSupport
import Testing

@testable import Settings

@Suite struct CommaSeparatedTests {
  private func fields(_ text: String) -> [[String]] { CommaSeparated(text).rows.map(\.fields) }

  @Test func fieldsAndLines() {
    let table = CommaSeparated("a,b\n\n  c , d\t\r\n,\re,\"\"\n")
    #expect(table.problems.isEmpty)
    #expect(table.rows.map(\.fields) == [["a", "b"], ["c", "d"], ["", ""], ["e", ""]])
    #expect(table.rows.map(\.line) == [1, 3, 4, 5])
  }

  @Test func quotationMarks() {
    #expect(fields("\"a,b\",\"c\"\"d\", \" e \" ") == [["a,b", "c\"d", " e "]])
    let table = CommaSeparated("\"a\nb\",c\nd,e")
    #expect(
      table.rows == [.init(line: 1, fields: ["a\nb", "c"]), .init(line: 3, fields: ["d", "e"])])
    #expect(fields("\"a\r\nb\",c\r\n") == [["a\r\nb", "c"]])
  }

  @Test func byteOrderMark() { #expect(fields("\u{FEFF}a,b\n") == [["a", "b"]]) }

  /// As in pedigree files; a name that begins so stands in quotation marks.
  @Test func commentsAreNoRows() {
    let table = CommaSeparated("# a, \"sheet\na,b\r\n#c,d\r\n\"#e\",#f\n#")
    #expect(table.problems.isEmpty)
    #expect(
      table.rows == [.init(line: 2, fields: ["a", "b"]), .init(line: 4, fields: ["#e", "#f"])])
  }

  @Test func nothingEndsWell() {
    #expect(CommaSeparated("").rows.isEmpty)
    #expect(CommaSeparated("\n\r\n").rows.isEmpty)
    #expect(CommaSeparated("a,\"b\nc").problems.map(\.line) == [1])
    #expect(CommaSeparated("a\nb\"c,d\n\"e\"f").problems.map(\.line) == [2, 3])
  }

  /// What is written in quotation marks comes back, whatever it is.
  @Test func writtenAndReadAgain() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("ab,\"\n\r \t;é\u{202E}")
    for _ in 0..<500 {
      let rows = (0..<3).map { _ in
        (0..<3).map { _ in
          String(
            (0..<Int.random(in: 0...6, using: &random)).map { _ in
              alphabet.randomElement(using: &random) ?? "a"
            })
        }
      }
      let text = rows.map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
      }.joined(separator: "\r\n")
      #expect(fields(text) == rows)
    }
  }
}

@Suite struct SampleSheetTests {
  private func read(_ text: String, file: String = "lab/sheet.csv") throws -> SampleSheet {
    let (sheet, problems) = SampleSheet.read(text: text, file: file) { $0.lowercased() }
    guard problems.isEmpty else {
      throw SettingsError(kind: .invalid, file: file, problems: problems)
    }
    return sheet
  }

  private func problems(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let error as SettingsError {
      return error.description.split(separator: "\n").map(String.init)
    } catch {
      return ["\(error)"]
    }
  }

  /// As a spreadsheet leaves them beside a table.
  @Test func columnsThatAreEmptyInEveryRowAreNone() throws {
    let sheet = SampleSheetReader(
      text: "sample,input,sex,,\nA,a.vcf,male,,\nB,b.vcf,,,\n", file: "sheet.csv")
    #expect(sheet.problems.isEmpty && sheet.rows.map(\.sample) == ["A", "B"])
    let filled = SampleSheetReader(text: "sample,input,\nA,a.vcf,male\n", file: "sheet.csv")
    #expect(!filled.problems.isEmpty)
  }

  /// Excel leaves lines of commas below a table, and may write its separator above it.
  @Test(arguments: [
    "sample,input,sex\nA,a.vcf,male\n,,\n , ,\t\n,,,,\n",
    "sep=,\r\nsample,input,sex\r\nA,a.vcf,male\r\n",
    "\u{FEFF}SEP=,\nSample,INPUT,Sex\n,,\nA,a.vcf,male\n",
    "\"sep=,\"\nsample,input,sex\nA,a.vcf,male\n",
  ])
  func sheetsOfASpreadsheet(_ text: String) throws {
    let rows = try read(text).rows
    #expect(rows.map(\.sample) == ["A"])
    #expect(rows.map(\.input) == ["lab/a.vcf"])
    #expect(rows.map(\.sex) == [.male])
  }

  @Test func everyColumnInAnyOrder() throws {
    let sheet = try read(
      """
      table,case,mother,father,family,sex,alignments,input,sample
      own.tsv;none,c.yaml,M,0,F1,1,a.bam,/data/a.vcf.gz,A
      ,,,,F1,XX,,m.vcf,M
      ,,,,,,,sub/all.vcf,*
      """)
    let row = sheet.rows[0]
    #expect(row.sample == "A" && row.input == "/data/a.vcf.gz" && row.alignments == "lab/a.bam")
    #expect(row.sex == .male && row.family == "F1" && row.father.isEmpty && row.mother == "M")
    #expect(row.caseFile == "lab/c.yaml" && row.tables == ["lab/own.tsv", "none"])
    #expect(sheet.rows[1].sex == .female && sheet.rows[1].tables == nil)
    #expect(sheet.rows[2].sample == nil && sheet.rows[2].input == "lab/sub/all.vcf")
    #expect(sheet.rows.map(\.line) == [2, 3, 4])
  }

  @Test func aSheetBesideTheUser() throws {
    #expect(try read("sample,input\n,a.vcf\n", file: "sheet.csv").rows[0].input == "a.vcf")
  }

  @Test(arguments: [
    ("male", Sex.male), ("M", .male), ("1", .male), ("xy", .male), ("Female", .female),
    ("f", .female), ("2", .female), ("XX", .female), ("", .unknown), ("unknown", .unknown),
    ("0", .unknown), ("other", .unknown),
  ])
  func sexes(_ text: String, _ sex: Sex) throws {
    #expect(try read("sample,input,sex\nA,a.vcf,\(text)\n").rows[0].sex == sex)
  }

  @Test func everyProblemWithItsLine() {
    let found = problems(
      """
      sample,input,sex,family,father,mother
      A,a.vcf,boy,F1,B,C
      B,b.vcf,female,F1,,
      A,c.vcf,,,,
      a,d.vcf,,F3,A,A
      D,d.vcf,,F2,D,
      E,-,,,,,
      G,,,,,
      """)
    for part in [
      ":2: the sex “boy”", ":2: the mother “C” has no row",
      ":4: the sample “A” is in line 2 already", ":5: the sample “a” would write the same files",
      ":7: has 7 fields where the header has 6", ":8: names no input",
    ] {
      #expect(found.contains { $0.contains(part) }, "\(part) in \(found)")
    }
  }

  @Test(arguments: [
    ("", "is empty"), ("sample,input\n", "has no row"), ("sample\nA\n", "column input is missing"),
    ("sample;input\nA;a.vcf\n", "has no comma, but semicolons"),
    ("sep=;\nsample;input\nA;a.vcf\n", "save the sheet with commas between the fields"),
    ("sample,input\n,,\n", "has no row below its header"), (",,\n,\n", "is empty"),
    ("sample,input,Sample\nA,a.vcf,B\n", "the column sample is there twice"),
    ("sample,input,colour\nA,a.vcf,red\n", "“colour” is not known"),
    ("sample,input,input\nA,a.vcf,b.vcf\n", "column input is there twice"),
    ("sample,input\n*,a.vcf\nA,a.vcf\n", "line 2 takes every sample of"),
    ("sample,input\nA,-\n", "standard input"),
    ("sample,input,father\n*,a.vcf,B\nB,b.vcf,\n", "parents are of one sample"),
  ])
  func refused(_ text: String, _ part: String) {
    #expect(problems(text).contains { $0.contains(part) }, "\(problems(text))")
  }

  /// A sheet without families still tells who belongs together; a PED file's rows may name the family.
  @Test(arguments: [("", ["son", "son", "son", "other"]), ("F9", ["F9", "F9", "F9", "other"])])
  func whoHasNoFamilyIsOfThatOfTheKin(named: String, families: [String]) throws {
    let sheet = try read(
      """
      sample,input,father,mother
      son,a.vcf,,mother
      mother,a.vcf,,gran
      gran,a.vcf,,
      other,a.vcf,,
      """)
    let known = named.isEmpty ? [] : [Pedigree.Member(family: named, name: "gran", sex: .female)]
    let pedigree = sheet.pedigree(over: Pedigree(members: known))
    #expect(pedigree.members.map(\.family) == families)
    #expect(pedigree.relatives == ["son", "mother", "gran"])
  }

  @Test func blanksAroundTablesAreNone() throws {
    let row = try read("sample,input,table\nA,a.vcf, lp.tsv; vus.tsv ;none\n").rows[0]
    #expect(row.tables == ["lab/lp.tsv", "lab/vus.tsv", "none"])
  }

  /// Parents may be among the samples of whole files, which only the files name.
  @Test func parentsInWholeFilesAreLookedForLater() throws {
    let sheet = try read("sample,input,father\nA,a.vcf,B\n*,rest.vcf,\n")
    #expect(sheet.missingParents(beside: ["B"]).isEmpty)
    #expect(sheet.missingParents(beside: []).map(\.line) == [2])
  }

  @Test func aFileThatIsNoSheet() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("sheet.csv", [0x73, 0x00, 0xFF])
    let error = #expect(throws: SettingsError.self) {
      _ = try SampleSheet.read(path) { $0 }
    }
    #expect(error?.kind == .invalid)
    let missing = #expect(throws: SettingsError.self) {
      _ = try SampleSheet.read(folder.path("none.csv")) { $0 }
    }
    #expect(missing?.kind == .notFound)
  }

  @Test func aFolderIsToldAsOne() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: SettingsError.self) {
      _ = try SampleSheet.read(folder.path) { $0 }
    }
    #expect(error?.problems.map(\.message) == ["this sample sheet is a folder; give a file"])
  }
}
