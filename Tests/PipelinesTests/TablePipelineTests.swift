import Flow
import Foundation
import Genome
import Nomenclature
import ReferenceBundle
import TestSupport
import Testing

@testable import Pipelines

@Suite struct TablePipelineTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func knowledge(_ tables: TableSelection = TableSelection()) throws -> Knowledge {
    try Knowledge(EmbeddedReference.bundle(), tables: tables)
  }

  private func write(_ text: String) throws -> String { try folder.write("lab.tsv", text) }

  /// The built-in table with one row's class changed.
  private func edited(_ name: String, to clinicalClass: ClinicalClass) throws -> String {
    let rows = try EmbeddedReference.bundle().table.rows.filter { $0.codingName == name }
    try #require(rows.count == 1)
    var row = rows[0]
    row.clinicalClass = clinicalClass
    row.identifier = "LAB1"
    return try write(CuratedTableText.text([row]))
  }

  @Test func theMergedTableReadsAsTheSameTable() throws {
    let pipeline = TablePipeline(try knowledge())
    let path = try write(pipeline.merged())
    let count = try EmbeddedReference.bundle().table.rows.count
    #expect(
      try pipeline.check(path) == "\(path): sound, \(count) rows resolve on GRCh37 and GRCh38\n")
    #expect(try pipeline.differences("built-in", path).split(separator: "\n").count == 1)
  }

  /// A range of an old paper is an intron's place by HGVS; a name of introns 1 and 6 may come from a paper on GRCh37.
  @Test(arguments: [
    ("c.211-213del", "write c.211_213del"), ("c.-23+1000del", "counted on GRCh37"),
  ])
  func aNameThatMayMeanAnotherAlleleIsRemarkedOn(name: String, word: String) throws {
    let bundle = try EmbeddedReference.bundle()
    var row = try #require(bundle.table.rows.first { $0.codingName == "c.227del" })
    (row.identifier, row.codingName, row.otherNames) = ("LAB1", name, [])
    row.clinVarIdentifier = ""
    let told = try TablePipeline(try knowledge()).check(write(CuratedTableText.text([row])))
    #expect(told.contains("1 remark") && told.contains(word), "\(told)")
  }

  @Test(arguments: [
    ("c.211-213del", "c.211_213del"), ("817-819delins", "c.817_819delins"), ("c.211-13del", nil),
    ("c.211-213G>A", nil), ("c.211-1G>A", nil), ("c.211_213del", nil), ("c.-22-100del", nil),
  ])
  func aHyphenMayBeARange(name: String, range: String?) {
    #expect(HyphenRange(name: name).asRange == range)
  }

  @Test func explainTellsOfTheRange() throws {
    let pipeline = ExplainPipeline(knowledge: try knowledge())
    let told = try pipeline.json(pipeline.explain(["c.211-213del"]).explained)
    #expect(told.contains("if a range of bases is meant, write c.211_213del"))
  }

  /// The names of c.1189C>T, which is R397W, beside another allele.
  @Test func anotherAllelesNameIsRemarkedOn() throws {
    let bundle = try EmbeddedReference.bundle()
    var row = try #require(bundle.table.rows.first { $0.codingName == "c.1189C>T" })
    (row.identifier, row.codingName) = ("LAB1", "c.1189C>A")
    row.otherNames = ["R397W", "c.1190G>A", "R397", "p.Arg397=", "hello"]
    let told = try TablePipeline(try knowledge()).check(write(CuratedTableText.text([row])))
    let remark = "row LAB1 (c.1189C>A) has the name"
    #expect(told.contains("3 remarks"), "\(told)")
    #expect(
      told.contains("\(remark) “R397W”, which stands for c.1189C>T (row FX0110 of the built-in"))
    #expect(told.contains("\(remark) “c.1190G>A”, which stands for c.1190G>A"))
    #expect(told.contains("\(remark) “VCV000011407”, which stands for c.1189C>T"))
  }

  @Test func endsThatAreNotKnownAreNoRow() throws {
    let bundle = try EmbeddedReference.bundle()
    var row = try #require(bundle.table.rows.first { $0.codingName == "c.227del" })
    row.codingName = "c.(210+1_211-1)_(315+1_316-1)del"
    (row.identifier, row.otherNames, row.clinVarIdentifier) = ("LAB1", [], "")
    let path = try write(CuratedTableText.text([row]))
    let error = #expect(throws: PipelineError.self) { try TablePipeline(knowledge()).check(path) }
    #expect(error?.message.contains("write its ends as they were found") == true)
    row.codingName = "c.210+101_315+20del"
    #expect(
      try TablePipeline(knowledge()).check(write(CuratedTableText.text([row]))).contains("sound"))
  }

  @Test func aLaboratorysRowWinsAndIsMarked() throws {
    let path = try edited("c.112G>T", to: .uncertain)
    let explained = try ExplainPipeline(knowledge: knowledge(TableSelection([path])))
      .explain("c.112G>T").variants
    #expect(explained[0].clinicalClass == .uncertain && explained[0].source == .lab)
    #expect(explained[0].evidence.map(\.isOfLaboratory).prefix(2) == [true, false])
    let differences = try TablePipeline(knowledge()).differences("built-in", path)
    #expect(differences.contains("class\tc.112G>T\t"))
    #expect(differences.contains("removed\tc.1189C>T\t"))
    let merged = try TablePipeline(knowledge(TableSelection([path]))).merged()
    #expect(merged.contains("\nLAB1\tc.112G>T\t"))
    #expect(!merged.contains("\nFX0012\t"))
  }

  @Test func theTableSwitchedOffLeavesTheRules() throws {
    let explained = try ExplainPipeline(knowledge: knowledge(TableSelection(["none"])))
      .explain("c.1189C>T").variants
    #expect(explained[0].source == .acmg && explained[0].evidence.isEmpty)
    #expect(explained[0].rules?.result(.ps1)?.outcome == .notEvaluated)
  }

  @Test func wrongTablesAreErrorsWithTheirPlace() throws {
    let good = CuratedTableText.text(
      try EmbeddedReference.bundle().table.rows.filter { $0.codingName == "c.1189C>T" })
    let row = good.split(separator: "\n")[1]
    let cases: [(String, String)] = [
      (good.replacing("\tpathogenic\t", with: "\tharmful\t"), "line 2, column class"),
      (good.replacing("c.1189C>T", with: "c.1189G>T"), "line 2, column hgvs_c"),
      (good + row + "\n", "line 3, column id"),
      ("id\n", "line 1"),
    ]
    for (text, place) in cases {
      let path = try write(text)
      let error = #expect(throws: PipelineError.self) {
        try TablePipeline(knowledge()).check(path)
      }
      #expect(error?.code == .unusable)
      #expect(error?.message.contains(place) == true, "\(error?.message ?? "")")
    }
    let missing = #expect(throws: PipelineError.self) {
      try knowledge(TableSelection(["/nonexistent/lab.tsv"]))
    }
    #expect(missing?.code == .missingInput)
  }

  @Test func oneIdentifierForTwoAllelesCantBeMerged() throws {
    var row = try #require(
      try EmbeddedReference.bundle().table.rows.first { $0.codingName == "c.1189C>T" })
    row.codingName = "c.1189C>A"
    let path = try write(CuratedTableText.text([row]))
    let checked = #expect(throws: PipelineError.self) { try TablePipeline(knowledge()).check(path) }
    let used = #expect(throws: PipelineError.self) { try knowledge(TableSelection([path])) }
    #expect(checked == used && used?.code == .unusable)
    #expect(
      used?.lines == [
        "\(path) can't be used (1 problem); correct it and try again: \(path), column id: row FX0110 "
          + "(c.1189C>A) has the identifier of another allele, c.1189C>T of the built-in table; give "
          + "it one of its own"
      ])
    // Without the built-in table there is no other row of that name.
    _ = try knowledge(TableSelection([path, "none"]))
  }

  /// Of two tables of the laboratory's, the upper one's row is told.
  @Test func oneIdentifierInTwoTablesOfTheLaboratoryIsRefused() throws {
    let lower = try edited("c.112G>T", to: .uncertain)
    let text = try String(contentsOfFile: lower, encoding: .utf8)
    let upper = try folder.write("upper.tsv", text.replacing("c.112G>T", with: "c.112G>A"))
    let error = #expect(throws: PipelineError.self) {
      try knowledge(TableSelection([lower, upper]))
    }
    #expect(error?.message.contains("c.112G>T of \(lower)") == true, "\(error?.message ?? "")")
    _ = try knowledge(TableSelection([lower, lower]))
  }

  @Test func whatHoldsUpResultsIsARemark() throws {
    let path = try edited("c.1189C>T", to: .benign)
    let checked = try TablePipeline(knowledge()).check(path)
    #expect(
      checked == "\(path): sound, 1 rows resolve on GRCh37 and GRCh38; 1 remark:\n"
        + "  row LAB1 (c.1189C>T, benign) overrules row FX0110 (pathogenic) of the built-in table "
        + "without saying so, so that results with the allele stay incomplete: correct it, or begin "
        + "its class_reason with \"overrules FX0110:\" and the reason\n")
    for text in [
      try text(of: path, reason: "overrules FX0110: seen in healthy men"),
      try String(contentsOfFile: path, encoding: .utf8).replacing(
        "\tbenign\t", with: "\tlikely_pathogenic\t"),
      try String(contentsOfFile: path, encoding: .utf8).replacing("\tprimary\t", with: "\tlead\t"),
    ] {
      #expect(try !TablePipeline(knowledge()).check(try write(text)).contains("remark"))
    }
  }

  @Test(arguments: [
    ("canonical splice site", true), ("splice", false), ("missense, splicing normal", false),
    ("synonymous, splicing normal", true),
  ])
  func aMechanismThatNothingComparesWithIsARemark(mechanism: String, isTold: Bool) throws {
    let text = try String(contentsOfFile: try edited("c.1189C>T", to: .pathogenic), encoding: .utf8)
    let path = try write(text.replacing("\tmissense\t", with: "\t\(mechanism)\t"))
    let checked = try TablePipeline(knowledge()).check(path)
    #expect(
      checked.contains("row LAB1 (c.1189C>T) has the mechanism “\(mechanism)”") == isTold,
      "\(checked)")
  }

  private func text(of path: String, reason: String) throws -> String {
    let row = try EmbeddedReference.bundle().table([UInt8](try folder.bytes("lab.tsv")), file: path)
    var changed = try #require(row.rows.first)
    changed.classReason = reason
    return CuratedTableText.text([changed])
  }

  /// Several problems are a line each, and a message of one line has them all.
  @Test func everyProblemHasALineOfItsOwn() throws {
    let good = CuratedTableText.text(
      try EmbeddedReference.bundle().table.rows.filter { $0.codingName == "c.1189C>T" })
    let row = good.split(separator: "\n")[1]
    let path = try write(good + row + "\n" + row.replacing("c.1189C>T", with: "c.1189G>T") + "\n")
    let error = #expect(throws: PipelineError.self) { try TablePipeline(knowledge()).check(path) }
    let lines = try #require(error?.lines)
    #expect(lines.count == 4)
    #expect(lines[0] == "\(path) can't be used (3 problems); correct it and try again:")
    #expect(lines[1].hasPrefix("\(path), line 3, column id: "))
    #expect(error?.message.contains("\n") == false)
    #expect(lines.allSatisfy { error?.message.contains($0) == true })
  }
}
