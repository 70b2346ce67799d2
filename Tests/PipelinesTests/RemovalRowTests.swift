import Flow
import Foundation
import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

/// The row of the table that is no one allele: it is explained as what it is.
@Suite struct RemovalRowTests {
  private let pipeline: ExplainPipeline

  init() throws { pipeline = ExplainPipeline(knowledge: try AnnotateRequest.shared.get()) }

  /// Exon 1 of NM_014009.4 is GRCh38 49264661-49264710 and GRCh37 49121123-49121172.
  @Test(arguments: [
    "FX0001", "fx0001", "c.-6247_-4859del", "NM_014009.4:c.-6247_-4859del",
    "FOXP3 c.-6247_-4859del", "g.del-6247_-4859",
  ])
  func everyNameFindsTheRow(_ name: String) throws {
    let explained = try pipeline.explain(name)
    #expect(explained.variants.isEmpty)
    let row = try #require(explained.rows.first)
    #expect(row.evidence.row.identifier == "FX0001" && !row.evidence.isOfLaboratory)
    #expect(row.evidence.row.clinicalClass == .pathogenic)
    #expect(
      row.stretches.map(\.name) == [
        "NC_000023.11:g.49264659_49264710", "NC_000023.10:g.49121121_49121172",
      ])
  }

  @Test func anotherTranscriptsNameIsNotTheRows() {
    #expect(throws: PipelineError.self) {
      try pipeline.explain("NM_001114377.2:c.-6247_-4859del")
    }
  }

  @Test func theDocumentHasTheRow() throws {
    let text = try pipeline.json(pipeline.explain(["FX0001", "c.1189C>T"]).explained)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let entries = try #require(object?["explanations"] as? [[String: Any]])
    let rows = try #require(entries[0]["rows"] as? [[String: Any]])
    #expect((rows.first?["row"] as? [String: Any])?["identifier"] as? String == "FX0001")
    #expect((rows.first?["removes"] as? [Any])?.count == 2)
    #expect((entries[0]["variants"] as? [Any])?.isEmpty == true)
    #expect((entries[1]["rows"] as? [Any])?.isEmpty == true)
  }
}
