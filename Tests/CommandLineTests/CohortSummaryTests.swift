import Foundation
import TestSupport
import Testing

/// What a batch's summary says of samples together.
@Suite struct CohortSummaryTests {
  /// Intronic numbers differ between builds: c.-23+2000T>C on GRCh38 is c.-23+2005T>C on GRCh37. One
  /// variant has one name in the files of a batch.
  @Test func aVariantHasOneNameOnBothBuilds() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(
      "b38.vcf",
      VariantText.with {
        $0.samples = ["b38"]
        $0.records = ["chrX\t49262661\t.\tA\tG\t.\tPASS\t.\tGT\t1"]
      })
    _ = try folder.write(
      "b37.vcf",
      VariantText.with {
        $0.contigs = ["##contig=<ID=X,length=155270560>"]
        $0.samples = ["b37"]
        $0.records = ["X\t49119118\t.\tA\tG\t.\tPASS\t.\tGT\t1"]
      })
    let sheet = try folder.write("s.csv", "sample,input,sex\nb38,b38.vcf,male\nb37,b37.vcf,male\n")
    let run = try Program.run(
      ["batch", sheet, "-o", folder.path("out"), "--formats", "json", "--quiet"])
    #expect(run.status == 0, "\(run.errors)")
    let rows = String(decoding: try folder.bytes("out/cohort.tsv"), as: UTF8.self)
      .split(separator: "\n").dropFirst().map { $0.split(separator: "\t") }
    #expect(rows.map { $0[13] } == ["c.-23+2000T>C hemizygous", "c.-23+2000T>C hemizygous"])
    for file in ["cohort.html", "cohort.json", "cohort_mqc.json"] {
      let text = String(decoding: try folder.bytes("out/\(file)"), as: UTF8.self)
      #expect(!text.contains("-23+2005"), "\(file)")
      #expect(text.contains("c.-23+2000T"), "\(file)")
    }
  }
}
