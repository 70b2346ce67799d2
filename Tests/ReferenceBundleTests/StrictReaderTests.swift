import Foundation
import ReferenceBundle
import Testing

/// A spoiled reference is refused with file, line, column and cause.
@Suite struct StrictReaderTests {
  private let curated = "CuratedVariants.tsv"

  @Test func unspoiledCopyReads() throws {
    let reference = try ScratchReference()
    #expect(reference.problems() == [])
    #expect(try reference.checked() == [])
  }

  @Test func unknownClass() throws {
    let reference = try ScratchReference()
    try reference.set(curated, line: 5, column: "class", to: "bad")
    #expect(
      reference.problems() == [
        "CuratedVariants.tsv, line 5, column class: “bad” is not one of: pathogenic, "
          + "likely_pathogenic, uncertain, likely_benign, benign"
      ])
  }

  @Test func notEvaluatedIsNoClassOfARow() throws {
    let reference = try ScratchReference()
    try reference.set(curated, line: 5, column: "class", to: "not_evaluated")
    #expect(
      reference.problems() == [
        "CuratedVariants.tsv, line 5, column class: “not_evaluated” is not one of: pathogenic, "
          + "likely_pathogenic, uncertain, likely_benign, benign"
      ])
  }

  @Test func wrongColumn() throws {
    let reference = try ScratchReference()
    try reference.edit(curated) { $0[0] = $0[0].replacing("class_reason", with: "why") }
    #expect(
      reference.problems() == [
        "CuratedVariants.tsv, line 1, column why: column 6 is why and has to be class_reason"
      ])
  }

  @Test func missingCell() throws {
    let reference = try ScratchReference()
    try reference.edit("Domains.tsv") { $0[2] += "\textra" }
    #expect(
      reference.problems() == ["Domains.tsv, line 3: has 6 cells where the header has 5"])
  }

  /// As spreadsheets leave them; the lines behind keep their numbers.
  @Test func linesWithoutAnythingArePassedOver() throws {
    let reference = try ScratchReference()
    try reference.edit("Domains.tsv") { $0.insert(contentsOf: ["", "\t\t\t\t"], at: 2) }
    #expect(reference.problems().isEmpty)
    try reference.edit("Domains.tsv") { $0[5] += "\textra" }
    #expect(
      reference.problems() == ["Domains.tsv, line 6: has 6 cells where the header has 5"])
  }

  @Test func duplicateAlleleInAnotherSpelling() throws {
    // Deleting the second or the third of the three bases named by the older papers' name gives
    // the sequence of c.751_753del.
    let reference = try ScratchReference()
    let line = try reference.line(of: "c.751_753del", in: curated)
    try reference.edit(curated) { lines in
      let cells = lines[line - 1].components(separatedBy: "\t")
      lines.insert(
        (["FX9999", "c.750_752del"] + cells.dropFirst(2)).joined(separator: "\t"), at: line)
    }
    #expect(
      reference.problems() == [
        "CuratedVariants.tsv, line \(line + 1), column hgvs_c: line \(line) already has this allele"
      ])
  }

  @Test func duplicateIdentifier() throws {
    let reference = try ScratchReference()
    try reference.set(curated, line: 6, column: "id", to: "FX0001")
    #expect(
      reference.problems() == [
        "CuratedVariants.tsv, line 6, column id: line 2 already has this identifier"
      ])
  }

  @Test func referenceBaseMismatch() throws {
    let reference = try ScratchReference()
    let line = try reference.line(of: "c.1150G>A", in: curated)
    try reference.set(curated, line: line, column: "hgvs_c", to: "c.1150C>A")
    let problems = reference.problems()
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("CuratedVariants.tsv, line \(line), column hgvs_c: ") == true)
    #expect(problems.first?.contains("c.1150C>A") == true)
  }

  @Test func everyProblemIsCollected() throws {
    let reference = try ScratchReference()
    try reference.set(curated, line: 3, column: "basis", to: "hearsay")
    try reference.set(curated, line: 4, column: "pmids", to: "PMC123")
    try reference.set(curated, line: 4, column: "clinvar_stars", to: "7")
    try reference.set("Domains.tsv", line: 2, column: "last", to: "0")
    #expect(
      reference.problems() == [
        "Domains.tsv, line 2, column last: “0” is not a whole number of at least 1",
        "CuratedVariants.tsv, line 3, column basis: “hearsay” is not one of: primary, clinvar, lead",
        "CuratedVariants.tsv, line 4, column pmids: “PMC123” is not a PubMed identifier "
          + "(1 to 8 digits)",
        "CuratedVariants.tsv, line 4, column clinvar_stars: ClinVar gives 0 to 4 stars",
      ])
  }

  @Test func clinVarColumnsGoTogether() throws {
    let reference = try ScratchReference()
    let line = try reference.line(of: "c.1189C>T", in: curated)
    try reference.set(curated, line: line, column: "clinvar_date", to: "")
    #expect(
      reference.problems() == [
        "CuratedVariants.tsv, line \(line), column clinvar_class: "
          + "class, stars and date of ClinVar go together"
      ])
  }

  /// Bytes of another encoding would be wrong letters in reports.
  @Test(arguments: ["AcmgRules.yaml", "Domains.tsv"])
  func anotherEncodingIsRefused(_ name: String) throws {
    let reference = try ScratchReference()
    let file = reference.folder.appending(path: name)
    var bytes = try Data(contentsOf: file)
    let lines = bytes.count { $0 == UInt8(ascii: "\n") }
    bytes.append(0xFC)
    try bytes.write(to: file)
    #expect(
      reference.problems().first
        == "\(name), line \(lines + 1): is not UTF-8 text; save the file as UTF-8")
  }

  @Test func missingFile() throws {
    let reference = try ScratchReference()
    try FileManager.default.removeItem(at: reference.folder.appending(path: "Domains.tsv"))
    #expect(
      reference.problems() == ["MANIFEST.tsv, line 9, column path: Domains.tsv can't be read"])
  }

  /// A second language is a second pair of files; half a pair is told.
  @Test func aSecondLanguage() throws {
    let reference = try ScratchReference()
    func add(_ name: String) throws {
      let folder = reference.folder.appending(path: "CounsellingText")
      try FileManager.default.copyItem(
        at: folder.appending(path: "\(name).en.tsv"), to: folder.appending(path: "\(name).fr.tsv"))
      try reference.edit("MANIFEST.tsv") { lines in
        lines.insert(
          "CounsellingText/\(name).fr.tsv\t" + String(repeating: "0", count: 64)
            + "\ts\t1\t2026-11-26\tl", at: 1)
      }
    }
    try add("Sentences")
    #expect(reference.problems().first == "CounsellingText/Family.fr.tsv: the file is missing")
    try add("Family")
    let bundle = try ReferenceBundle.directory(reference.folder.path())
    #expect(bundle.texts.map(\.language) == ["en", "fr"])
    #expect(bundle.text("fr")?.family.sentences.isEmpty == false && bundle.text("de") == nil)
  }

  @Test func aSentenceWithoutASourceIsRefused() throws {
    let reference = try ScratchReference()
    try reference.set("CounsellingText/Family.en.tsv", line: 2, column: "source", to: ".")
    #expect(
      reference.problems() == [
        "CounsellingText/Family.en.tsv, line 2, column source: may not be empty"
      ])
  }

  @Test func missingFolder() {
    let error = #expect(throws: ReferenceErrorProbe.self) {
      try ReferenceErrorProbe.read("/nowhere")
    }
    #expect(error?.text.contains("MANIFEST.tsv: can't be read; give a folder laid out") == true)
  }

  @Test func unknownConsequenceTerm() throws {
    let reference = try ScratchReference()
    try reference.edit("ConsequenceOrder.txt") { $0[1] = "transcript_abolition HIGH" }
    #expect(
      reference.problems() == [
        "ConsequenceOrder.txt, line 2: “transcript_abolition HIGH” is not a term of this program, "
          + "not listed before, and its impact",
        "ConsequenceOrder.txt: transcript_ablation is missing",
      ])
  }

  @Test func sequenceLetters() throws {
    let reference = try ScratchReference()
    try reference.edit("Sequences/FOXP3_locus.GRCh38.fa") { $0[1] = "J" + $0[1].dropFirst() }
    #expect(
      reference.problems().first
        == "Sequences/FOXP3_locus.GRCh38.fa, line 2: has the character “J”, which is not allowed")
  }

  @Test func exonOutsideTheLocus() throws {
    let reference = try ScratchReference()
    let file = "Transcripts/NM_014009.4.tsv"
    try reference.set(file, line: 6, column: "grch38_end", to: "49999999")
    #expect(
      reference.problems().first == "\(file): GRCh38: an exon lies outside the locus")
  }
}
