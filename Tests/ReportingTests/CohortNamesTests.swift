import Flow
import Foundation
import Testing

@testable import Reporting

/// How summaries name variants, and what they say where there are none.
@Suite struct CohortNamesTests {
  private let reports = Reports(context: Fixture.context)
  private let doubtful = Fixture.carried(
    Fixture.phe373Ala([]), .hemizygous, genotype: "1", unconfirmed: ["FILTER is q10, not PASS"])
  private let insertion = Fixture.carried(
    Fixture.unnameable(
      Fixture.record(5, 49_252_000, "G", ["<INS>"]), .symbolic("<INS>")), .hemizygous,
    genotype: "1")

  private func row(_ result: SampleResult) -> CohortRow {
    CohortRow(
      sample: result.sample, input: "in.vcf",
      outcome: .done(CohortSample(result, context: Fixture.context, reports: [])))
  }

  private func table(_ result: SampleResult) throws -> [String: String] {
    let bytes = try reports.multiQC([row(result)])
    let document = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let data = document?["data"] as? [String: [String: Any]]
    return (data?[result.sample] ?? [:]).compactMapValues { $0 as? String }
  }

  @Test func multiQCSaysWhatIsNotConfirmedAndNamesConfirmedCallsFirst() throws {
    var result = Fixture.positiveMale
    result.variants = [doubtful] + result.variants
    #expect(
      try table(result)["pathogenic"]
        == "c.1189C&gt;T p.(Arg397Trp) hemizygous; c.1117_1118delinsGC p.(Phe373Ala) hemizygous "
        + "(unconfirmed)")
    let columns = reports.cohortTable([row(result)]).split(separator: "\n")[1].split(
      separator: "\t")
    #expect(columns[12].hasSuffix("hemizygous (unconfirmed)"))
  }

  @Test func multiQCNamesWhatHasNoClass() throws {
    var result = Fixture.positiveMale
    result.variants.append(insertion)
    let cells = try table(result)
    #expect(cells["unclassified"] == "chrX:49252000 G&gt;&lt;INS&gt; hemizygous")
    #expect(cells["uncertain"] == "")
  }

  @Test func multiQCGivesAllReasons() throws {
    var result = Fixture.inconclusive
    result.conclusion?.reasons = ["The first.", "The second."]
    #expect(try table(result)["reason"] == "The first. The second.")
  }

  private let open = OpenRecord(
    contig: "chrX", position: 49_258_383, reference: "T", alternates: ["TGG"], genotype: "./.")

  /// Of a sample that failed nobody knows what it carries, and a record without a genotype is named.
  @Test func noVariantSaysWhatWasRead() throws {
    var result = Fixture.inconclusive
    result.openRecords = [open]
    let lost = CohortRow(
      sample: "lost", input: "lost.vcf", outcome: .failed(status: 66, reason: "no such file"))
    let page = try reports.cohortPage([row(result), row(Fixture.negativeMale), lost])
    #expect(
      page.contains(
        "<p>No variant of the locus was called in the 2 samples that could be read; 1 failed, and "
          + "nothing is known of what it carries; in 1 it is open whether alternates "
          + "that are listed are carried, named in the table above."))
    #expect(page.contains("<p>Open calls: chrX:49258383 T&gt;TGG (./.)</p>"))
    let none = try reports.cohortPage([lost])
    #expect(none.contains("<p>No sample of this batch could be read; 1 failed"))
    let read = try reports.cohortPage([row(Fixture.negativeMale)])
    #expect(
      read.contains("called in the 1 sample that could be read. What was")
        && !read.contains("failed"))
  }

  @Test func aSamplesOwnPageNamesItsOpenRecords() throws {
    var result = Fixture.inconclusive
    #expect(
      try reports.html(result).contains("lists no variant of the locus that this sample carries"))
    result.openRecords = [open]
    let page = try reports.html(result)
    #expect(
      page.contains("whether this sample carries them is open: chrX:49258383 T&gt;TGG (./.)."))
    #expect(page.contains("<p>No variant of the locus was called in this sample, but of not every"))
    #expect(!page.contains("lists no variant of the locus that this sample carries"))
    result.variants = Fixture.positiveMale.variants
    #expect(try reports.html(result).contains("T&gt;TGG (./.)"), "beside called variants too")
    let document = try JSONSerialization.jsonObject(with: Data(try reports.json(result)))
    let records = (document as? [String: Any])?["openRecords"] as? [[String: Any]]
    #expect(records?.first?["genotype"] as? String == "./.")
  }

  @Test func manyOpenRecordsAreCounted() {
    let words = (1...22).map { "r\($0)" }
    #expect(OpenRecord.list(words).hasSuffix("r20; and 2 more"))
  }
}
