import Foundation
import TestSupport
import Testing

/// What `--ped` says of the samples, and what the program says where it says nothing of them.
@Suite struct PedigreeOptionTests {
  private let folder: TemporaryFolder
  private let input: String

  init() throws {
    folder = try TemporaryFolder()
    input = try folder.write("input.vcf", VariantText().text)
  }

  private static let note = "The pedigree (--ped) has no row for any sample of"

  private func pedigree(_ rows: String) throws -> String {
    try folder.write("family.ped", rows + "\n")
  }

  private func report() throws -> String {
    String(decoding: try folder.bytes("out/P1/P1.foxp3.json"), as: UTF8.self)
  }

  @Test func wordsTellTheSex() throws {
    let run = try Program.annotate([input], ["--ped", try pedigree("F P1 0 0 male 2")], to: folder)
    #expect(run.status == 0)
    #expect(run.errors.contains("foxp3: P1: positive\n"), "\(run.errors)")
    #expect(!run.errors.contains(PedigreeOptionTests.note))
  }

  /// Evidence of an ill patient is not that of whom the pedigree calls well; a daughter with a new variant may be.
  @Test(
    arguments: [
      ("PS2", "son", "1 1", 65), ("PP4", nil, "1 1", 65), ("PS2", "son", "1 2", 0),
      ("PS2", "daughter", "2 1", 0), ("PS3", nil, "1 1", 0),
    ] as [(String, String?, String, Int32)])
  func evidenceOfAnIllPatientNeedsOne(
    criterion: String, child: String?, row: String, status: Int32
  ) throws {
    let origin =
      child.map {
        ", child: \($0), mother_tested: yes, father_tested: yes, parentage_confirmed: yes"
      } ?? ""
    let patient = try folder.write(
      "case.yaml",
      "evidence:\n  - {variant: c.1189C>T, criterion: \(criterion), strength: strong, fact: f, by: A, "
        + "on: 2026-01-31, source: s\(origin)}\n")
    let run = try Program.annotate(
      [input], ["--ped", try pedigree("F P1 0 0 \(row)"), "--case", patient], to: folder)
    #expect(run.status == status, "\(run.errors)")
    guard status != 0 else { return }
    #expect(
      run.errors.contains("case.yaml:2: \(criterion)")
        && run.errors.contains("the pedigree says that P1 is not affected"), "\(run.errors)")
  }

  /// What a case file's findings and the pedigree say otherwise of the health is a note.
  @Test(arguments: [("yes", "1", "not affected, and the case file"), ("no", "2", "as absent")])
  func findingsAgainstThePedigreeAreTold(present: String, affection: String, words: String) throws {
    let findings = ["enteropathy", "endocrinopathy", "dermatitis"].map {
      "  - {about: \($0), term: HP:0000001, name: \($0), present: \(present), by: B, on: 2026-01-30}\n"
    }
    let patient = try folder.write("case.yaml", "findings:\n" + findings.joined())
    let run = try Program.annotate(
      [input], ["--ped", try pedigree("F P1 0 0 1 \(affection)"), "--case", patient], to: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try report().contains(words))
  }

  /// A family's report that this run does not write anew is told where it speaks of one of the samples.
  @Test func anEarlierReportOfTheFamilyIsTold() throws {
    let note = "out/F.foxp3.pedigree.json, are of an earlier run"
    let family = ["--ped", try pedigree("F P1 0 mum 1 2\nF mum 0 0 2 1")]
    for _ in 1...2 {
      #expect(try !Program.annotate([input], family, to: folder).errors.contains(note))
    }
    let alone = try Program.annotate([input], to: folder)
    #expect(alone.errors.contains(note), "\(alone.errors)")
    let other = try folder.write("other.vcf", VariantText.with { $0.samples = ["P2"] })
    #expect(try !Program.annotate([other], to: folder).errors.contains(note))
  }

  @Test func aByteOrderMarkIsNoPartOfAFamilysName() throws {
    let rows = "\u{FEFF}F P1 0 mum 1 2\nF mum 0 0 2 1"
    let run = try Program.annotate([input], ["--ped", try pedigree(rows)], to: folder)
    #expect(run.status == 0)
    #expect(folder.files(under: "out").contains("F.foxp3.pedigree.json"))
  }

  /// The row of one sample is missed although another's is there.
  @Test func aNameInOtherCaseIsTold() throws {
    let both = try folder.write(
      "both.vcf",
      VariantText.with {
        $0.samples = ["P1", "mum"]
        $0.records[0] += "\t0/1"
      })
    let run = try Program.annotate(
      [both], ["--ped", try pedigree("F p1 0 mum 1 2\nF mum 0 0 2 1")], to: folder)
    #expect(run.errors.contains("has “p1” and this file “P1”"), "\(run.errors)")
  }

  @Test func theSameSexInBothIsNoContradiction() throws {
    let run = try Program.annotate(
      [input], ["--ped", try pedigree("F P1 0 0 1 2"), "--sex", "male"],
      to: folder)
    #expect(run.status == 0, "\(run.errors)")
  }

  /// Names are not the same where their case is another.
  @Test func aPedigreeWithoutTheSampleIsTold() throws {
    let run = try Program.annotate([input], ["--ped", try pedigree("F p1 0 0 1 2")], to: folder)
    #expect(run.status == 0)
    let note = "The pedigree (--ped) has “p1” and this file “P1”"
    #expect(run.errors.contains(note), "\(run.errors)")
    #expect(try report().contains(note))
  }

  @Test func aPedigreeWithoutASampleOfTheSheetIsToldOnce() throws {
    _ = try folder.write("other.vcf", VariantText.with { $0.samples = ["P2"] })
    let rows = try folder.write("sheet.csv", "sample,input\nP1,input.vcf\n*,other.vcf\n")
    let options = ["--ped", try pedigree("F other 0 0 1 2")]
    for more in [[], ["--check"]] {
      let run = try Program.batch(rows, options + more, to: folder.path("out"))
      #expect(run.status == 0, "\(run.errors)")
      #expect(
        run.errors.ranges(of: PedigreeOptionTests.note + " the sheet").count == 1, "\(run.errors)")
    }
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

  /// Whose son a boy is decides whether his variant is new: neither file is believed over the other.
  @Test(arguments: [
    ("F1 P1 0 A 1 2", "mother of “P1” is “B”, but “A”"),
    ("F1 P1 D B 1 2", "father of “P1” is “C”, but “D”"),
    ("F2 P1 0 B 1 2", "family of “P1” is “F1”, but “F2”"),
  ])
  func otherRelativesThanThePedigreesAreRefused(row: String, clause: String) throws {
    let sheet = try folder.write(
      "sheet.csv",
      "sample,input,family,father,mother\nP1,input.vcf,F1,C,B\nB,input.vcf,F1,,\nC,input.vcf,F1,,\n"
    )
    let run = try Program.batch(sheet, ["--ped", try pedigree(row)], to: folder.path("out"))
    #expect(run.status == 65)
    #expect(
      run.errors.contains(
        "sheet.csv:2: the \(clause) in the pedigree (--ped); correct one of them\n"),
      "\(run.errors)")
    #expect(folder.files(under: "out").isEmpty)
  }

  /// What the sheet alone says, and what it says with the pedigree.
  @Test(arguments: [
    (
      "P1,input.vcf,,B,\nB,input.vcf,,P1,\n", "", [":2: “P1” stands among", ":3: “B” stands among"]
    ),
    ("P1,input.vcf,,P1,\n", "", [":2: “P1” stands among their own ancestors"]),
    (
      "P1,input.vcf,,B,B\nB,input.vcf,,,\n", "",
      [":2: “B” is given as father and as mother of “P1”"]
    ),
    ("P1,input.vcf,,B,\nB,input.vcf,2,,\n", "", [":2: the father “B” of “P1” is declared female"]),
    (
      "P1,input.vcf,,,B\nB,input.vcf,,,\n", "F B 0 0 1 1",
      [":2: the mother “B” of “P1” is declared male"]
    ),
    ("P1,input.vcf,,,B\nB,input.vcf,,,\n", "F B 0 P1 2 1", [":2: “P1” stands among"]),
  ])
  func kinThatCannotBeIsRefused(rows: String, known: String, words: [String]) throws {
    let sheet = try folder.write("sheet.csv", "sample,input,sex,father,mother\n\(rows)")
    let run = try Program.batch(
      sheet, known.isEmpty ? [] : ["--ped", try pedigree(known)], to: folder.path("out"))
    #expect(run.status == 65)
    for part in words { #expect(run.errors.contains(part), "\(part) in \(run.errors)") }
    #expect(folder.files(under: "out").isEmpty)
  }

  /// Half-siblings of two families whose mother has none by her row would leave her out of one of the reports.
  @Test(arguments: [
    (
      "girl,input.vcf,F2,,mum\nmum,input.vcf,,,\n", "",
      "“girl” is of the family “F2” and the mother “mum” of “F1”"
    ),
    ("mum,input.vcf,,,gm\ngm,input.vcf,,,\n", "F7 gm 0 0 2 1", "the mother “gm” of “F7”"),
    ("mum,input.vcf,,,\n", "", nil as String?),
  ])
  func relativesOfTwoFamiliesAreRefused(rows: String, known: String, words: String?) throws {
    let sheet = try folder.write(
      "sheet.csv", "sample,input,family,father,mother\nboy,input.vcf,F1,,mum\n\(rows)")
    let run = try Program.batch(
      sheet, (known.isEmpty ? [] : ["--ped", try pedigree(known)]) + ["--check"],
      to: folder.path("out"))
    #expect(
      run.errors.contains("give all who are related one family") == (words != nil), "\(run.errors)")
    if let words { #expect(run.status == 65 && run.errors.contains(words), "\(run.errors)") }
  }
}
