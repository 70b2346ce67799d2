import Flow
import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

/// A laboratory's row over a built-in one of the other side.
@Suite struct OverruledRowTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A boy with c.1189C>T (FX0110, pathogenic) under a row of the laboratory.
  private func sample(_ clinicalClass: String, reason: String) throws -> SampleResult {
    let header = try #require(CuratedTableText.text([]).split(separator: "\n").first)
    var cells = [String: String]()
    cells["id"] = "LAB1"
    cells["hgvs_c"] = "c.1189C>T"
    cells["scope"] = "allele"
    cells["class"] = clinicalClass
    cells["class_reason"] = reason
    cells["basis"] = "primary"
    cells["mechanism"] = "missense"
    cells["sources"] = "own"
    let row = header.split(separator: "\t").map { cells[String($0)] ?? "" }
    let table = try folder.write(
      "lab.tsv", "\(header)\n\(row.joined(separator: "\t"))\n")
    let input = try #require(CaseFolder.all.first { $0.name == "male_haploid" }).input
    let knowledge = try Knowledge(
      EmbeddedReference.bundle(), tables: TableSelection([table]))
    let request = try AnnotateRequest.test([input], sex: .male)
    let results = try VariantPipeline(knowledge: knowledge, request: request).run(input)
    return try #require(results.first?.samples.first)
  }

  @Test func aRowThatClearsWithoutAWordIsHeldUp() throws {
    let result = try sample("benign", reason: "Seen often.")
    let variant = try #require(result.variants.first)
    #expect(variant.classified.clinicalClass == .benign)
    #expect(
      variant.classified.disagreements.first
        == "Row LAB1 of the laboratory's own table says benign, and row FX0110 of the curated table says "
        + "pathogenic: the upper table decides.")
    #expect(
      result.conclusion?.reasons.contains { $0.contains("pathogenic by row FX0110") } == true)
    #expect(result.conclusion?.completeness == .incomplete)
  }

  /// Words are compared whole: FX01101 is another row.
  @Test func anotherRowsNameIsNoName() throws {
    let result = try sample("benign", reason: "Overrules FX01101.")
    #expect(result.conclusion?.completeness == .incomplete)
    #expect(result.conclusion?.reasons.contains { $0.contains("without saying so") } == true)
  }

  /// A reason that says the contrary clears nobody.
  @Test func aDenialIsNoOverruling() throws {
    let result = try sample("benign", reason: "does not overrule FX0110, typo")
    #expect(result.conclusion?.completeness == .incomplete)
    #expect(
      result.conclusion?.reasons.contains {
        $0.hasSuffix(
          "overrules without saying so: correct the row, or begin its class_reason with "
            + "\"overrules FX0110:\" and the reason.")
      } == true)
  }

  @Test func aRowThatNamesWhatItOverrulesStands() throws {
    let result = try sample("benign", reason: "Overrules FX0110: seen in healthy men.")
    #expect(result.variants.first?.classified.disagreements.count == 1)
    #expect(result.conclusion?.reasons.contains { $0.contains("overrules without") } == false)
  }

  @Test func aRowOfTheSameSideIsNoContradiction() throws {
    let result = try sample("likely_pathogenic", reason: "Ours.")
    #expect(result.variants.first?.classified.disagreements.isEmpty == true)
    #expect(result.conclusion?.word == .positive)
  }
}
