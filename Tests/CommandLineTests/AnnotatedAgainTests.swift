import Foundation
import TestSupport
import Testing

/// A file of `foxp3 annotate` given to `foxp3 annotate`.
@Suite struct AnnotatedAgainTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ input: String, to out: String) throws -> [String: Any] {
    let run = try Program.run([
      "annotate", input, "-o", folder.path(out), "--sex", "male", "--run-date", "2026-01-31",
      "--formats", "vcf,json",
    ])
    try #require(run.status == 0, "\(run.errors)")
    let bytes = try folder.bytes("\(out)/P1/P1.foxp3.json")
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func criteria(_ document: [String: Any]) throws -> [String] {
    let variants = try #require(document["variants"] as? [[String: Any]])
    let classification = variants.first?["classification"] as? [String: Any]
    return try #require(classification?["criteria"] as? [String])
  }

  private func notes(_ document: [String: Any]) -> [String] {
    (document["provenance"] as? [String: Any])?["notes"] as? [String] ?? []
  }

  /// The scores that VEP put beside its consequences decide the class the second time too.
  @Test func theSourcesAnnotationIsStillThere() throws {
    let input = try folder.write(
      "in.vcf",
      VariantText.with {
        $0.contigs.append(
          "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequence annotations from Ensembl VEP. "
            + "Format: Allele|Consequence|SYMBOL|Feature|REVEL\">")
        $0.records = [
          "chrX\t49251448\t.\tG\tC\t.\tPASS\tCSQ=C|missense_variant|FOXP3|NM_014009.4|0.97\tGT\t1"
        ]
      })
    let first = try run(input, to: "first")
    let again = try run(folder.path("first/P1/P1.foxp3.vcf.gz"), to: "again")
    #expect(try criteria(first).contains { $0.hasPrefix("PP3") })
    #expect(try criteria(again) == criteria(first))
    let third = try run(folder.path("again/P1/P1.foxp3.vcf.gz"), to: "third")
    #expect(try criteria(third) == criteria(first))
    let words = "was written by foxp3 annotate"
    #expect(!notes(first).contains { $0.contains(words) })
    #expect(notes(again).count { $0.contains(words) } == 1)
  }
}
