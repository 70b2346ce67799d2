import Foundation
import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

@Suite struct ExplainReportsTests {
  private func pipeline() throws -> ExplainPipeline {
    ExplainPipeline(knowledge: try Knowledge(try EmbeddedReference.bundle()))
  }

  @Test func theTableHasOneRowPerVariant() throws {
    let pipeline = try pipeline()
    let names = ["c.1189C>T", "p.Arg337Ter", "chrX-49107902-G-A"]
    let lines = pipeline.tsv(pipeline.explain(names).explained).split(separator: "\n")
    try #require(lines.count == 6)
    let head = lines[0].split(separator: "\t").map(String.init)
    let column = { (name: String) throws in try #require(head.firstIndex(of: name)) }
    let rows = lines.dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    for row in rows { #expect(row.count == head.count) }
    #expect(rows[0][try column("hgvs_c")] == "c.1189C>T")
    #expect(rows[0][try column("hgvs_p")] == "p.(Arg397Trp)")
    #expect(rows[0][try column("curated_id")] == "FX0110")
    #expect(rows[0][try column("genotype")] == ".")
    #expect(rows[0][try column("assembly")] == "GRCh38")
    #expect(rows[4][try column("assembly")] == "GRCh37")
    #expect(rows[4][try column("pos")] == "49107902")
  }

  /// An intron's number that the builds count differently: every format says on which it was read.
  @Test func aDoubtfulNameIsDoubtedInEachFormat() throws {
    let pipeline = try pipeline()
    let explained = pipeline.explain(["c.-23+623C>T"]).explained
    let doubt = "Read on GRCh38; counted on GRCh37 the same name is another allele or none."
    #expect(pipeline.tsv(explained).split(separator: "\n").last?.contains(doubt) == true)
    #expect(try pipeline.json(explained).contains(doubt))
    let certain = pipeline.explain(["c.1189C>T"]).explained
    #expect(!pipeline.tsv(certain).contains("Read on"))
  }

  @Test func theDocumentHoldsNamesDoubtsAndVariants() throws {
    let pipeline = try pipeline()
    let text = try pipeline.json(pipeline.explain(["c.1189C>T", "p.Arg337Ter"]).explained)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let document = try #require(object)
    #expect((document["schemaVersion"] as? String)?.hasPrefix("1.") == true)
    let entries = try #require(document["explanations"] as? [[String: Any]])
    #expect(entries.map { $0["name"] as? String } == ["c.1189C>T", "p.Arg337Ter"])
    #expect((entries[0]["doubts"] as? [String]) == [])
    #expect((entries[0]["variants"] as? [Any])?.count == 1)
    #expect((entries[1]["doubts"] as? [String])?.count == 1)
    #expect((entries[1]["variants"] as? [Any])?.count == 3)
    #expect(text.hasSuffix("}\n"))
    #expect(try pipeline.json(pipeline.explain(["c.1189C>T", "p.Arg337Ter"]).explained) == text)
  }
}
