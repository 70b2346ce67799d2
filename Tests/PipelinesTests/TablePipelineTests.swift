import Flow
import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

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
    let path = try write(try pipeline.merged())
    #expect(try pipeline.check(path) == EmbeddedReference.bundle().table.rows.count)
    #expect(try pipeline.differences("built-in", path).split(separator: "\n").count == 1)
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
    let pipeline = TablePipeline(try knowledge(TableSelection([path])))
    #expect(throws: PipelineError.self) { try pipeline.merged() }
  }
}
