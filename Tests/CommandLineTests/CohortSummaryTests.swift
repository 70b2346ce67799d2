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

  /// MultiQC puts files of one kind together, the later over the earlier: what `annotate` wrote of a sample must not
  /// stand in the place of what became of it.
  @Test func aSampleThatFailsHasNoEarlierResultForMultiQC() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("P1.vcf", VariantText().text)
    #expect(try Program.annotate([input], ["--formats", "json,multiqc"], to: folder).status == 0)
    let own = ["out/P1/P1.foxp3_mqc.json", "out/P1/P1.foxp3_statistics_mqc.json"]
    func isThere(_ file: String) -> Bool {
      FileManager.default.fileExists(atPath: folder.path(file))
    }
    #expect(own.allSatisfy(isThere))
    let sheet = try folder.write("s.csv", "sample,input\nP1,gone.vcf\nP2,gone.vcf\n")
    let run = try Program.batch(sheet, ["--formats", "json,multiqc"], to: folder.path("out"))
    #expect(run.status == 75)
    #expect(!own.contains(where: isThere))
    #expect(isThere("out/P1/P1.foxp3.json"))
    let text = String(decoding: try folder.bytes("out/cohort_mqc.json"), as: UTF8.self)
    #expect(text.contains("\"failed\""))
  }

  /// Reports that a resumed batch keeps are of another day, and the summary says of which.
  @Test func keptReportsHaveTheirOwnDay() throws {
    let folder = try TemporaryFolder()
    for name in ["P1", "P2"] {
      _ = try folder.write("\(name).vcf", VariantText.with { $0.samples = [name] })
    }
    let sheet = try folder.write("s.csv", "sample,input\nP1,P1.vcf\nP2,P2.vcf\n")
    let options = ["batch", sheet, "-o", folder.path("out"), "--formats", "json"]
    #expect(try Program.run(options + ["--run-date", "2026-01-31"]).status == 0)
    try FileManager.default.removeItem(atPath: folder.path("out/P2/P2.foxp3.json"))
    #expect(try Program.run(options + ["--resume"]).status == 0)
    let rows = String(decoding: try folder.bytes("out/cohort.tsv"), as: UTF8.self)
      .split(separator: "\n").dropFirst().map { $0.split(separator: "\t").last ?? "" }
    #expect(rows.count == 2 && rows[0] == "2026-01-31" && rows[1] > "2026-01-31")
    let page = String(decoding: try folder.bytes("out/cohort.html"), as: UTF8.self)
    #expect(page.contains("\(rows[1]); 1 sample kept from 2026-01-31"))
    let document = String(decoding: try folder.bytes("out/cohort.json"), as: UTF8.self)
    #expect(rows.allSatisfy { document.contains("\"runDate\" : \"\($0)\"") })
  }
}
