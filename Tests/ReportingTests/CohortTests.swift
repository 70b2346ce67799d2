import Flow
import Foundation
import Reporting
import TestSupport
import Testing

/// The summary of a batch in each of its forms.
@Suite struct CohortTests {
  private static func row(_ result: SampleResult, family: String = "") -> CohortRow {
    CohortRow(
      sample: result.sample, input: "in.vcf", family: family,
      outcome: .done(
        CohortSample(result, context: Fixture.context, reports: ["proband/x.foxp3.html"])))
  }

  private static let rows =
    [
      row(Fixture.negativeMale), row(Fixture.inconclusive),
      row(Fixture.carrierFemale, family: "F1"),
    ]
    + [
      CohortRow(
        sample: "lost", input: "lost.vcf",
        outcome: .failed(status: 66, reason: "lost.vcf: does not exist; check the path")),
      row(Fixture.withoutSamples), row(Fixture.positiveMale),
    ]

  private static let reports = Reports(context: Fixture.context)

  @Test func theTableIsInTheOrderOfTheSheet() {
    let lines = CohortTests.reports.cohortTable(CohortTests.rows).split(separator: "\n")
      .map { $0.split(separator: "\t").map(String.init) }
    #expect(lines.map { $0[0] }.dropFirst() == CohortTests.rows.map(\.sample)[...])
    #expect(Set(lines.map(\.count)) == [24])
    let positive = lines[6]
    #expect(
      positive[6] == "positive" && positive[12].contains("c.1189C>T p.(Arg397Trp) hemizygous"))
    #expect(lines[4][5...6] == ["failed", "failed"] && lines[4][21] == "66")
  }

  /// Two records of one sample are one sample.
  @Test func aSampleIsListedOnceOfAVariant() throws {
    var result = Fixture.positiveMale
    result.variants += result.variants
    let page = try CohortTests.reports.cohortPage([CohortTests.row(result)])
    #expect(!page.contains("proband, proband") && !page.contains("(2×)"))
  }

  /// Those needing attention come first, and a failure says its reason.
  @Test func thePageBeginsWithWhatNeedsAttention() throws {
    let page = try CohortTests.reports.cohortPage(CohortTests.rows)
    let places = ["lost", "proband"].compactMap { name in
      page.range(of: "<th scope=\"row\">\(name)")?.lowerBound
        ?? page.range(of: ">\(name)</a></th>")?.lowerBound
    }
    #expect(places.count == 2 && places[0] < places[1])
    #expect(page.contains("lost.vcf: does not exist; check the path"))
    let statement =
      "6 samples: 1 positive, 1 of a carrier, 1 negative for the sequence alone, 1 without a clear answer, 1 without genotypes "
      + "and 1 failed."
    #expect(page.contains(statement))
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("<script"))
    #expect(page.contains("<svg role=\"img\""))
    #expect(page.contains("number 1, c.1189C&gt;T p.(Arg397Trp), Pathogenic, in"))
    #expect(page.contains("<a href=\"proband/x.foxp3.html\">"))
    #expect(page.contains("<p>c.1189C&gt;T p.(Arg397Trp) <span"), "the variant by its name")
    #expect(page.contains("<th scope=\"row\">c.1189C&gt;T p.(Arg397Trp)<br>"))
  }

  @Test(.enabled(if: PythonTool.isInstalled)) func theDocumentFitsItsSchema() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "cohort.json", try CohortTests.reports.cohortDocument(CohortTests.rows))
    let schema = Repository.root.appending(path: "docs/cohort.schema.json").path
    let run = try PythonTool.outcome(script: "cohort_schema.py", [schema, path])
    #expect(run.status == 0, "\(run.errors)")
    let text = String(decoding: try folder.bytes("cohort.json"), as: UTF8.self)
    let spoilt = try folder.write(
      "spoilt.json", text.replacing("\"status\" : \"failed\"", with: "\"status\" : \"done\""))
    #expect(try PythonTool.outcome(script: "cohort_schema.py", [schema, spoilt]).status != 0)
  }

  private struct Shown: Decodable {
    var statistics: [String: [String: String]]
    var forbidden: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      let all = try container.decode([String: [String: Cell]].self, forKey: .statistics)
      statistics = all.mapValues { $0.mapValues(\.text) }
      forbidden = try container.decode([String].self, forKey: .forbidden)
    }

    private enum CodingKeys: String, CodingKey { case statistics, forbidden }

    private struct Cell: Decodable {
      var text: String

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        text =
          (try? container.decode(String.self)) ?? (try? String(container.decode(Double.self))) ?? ""
      }
    }
  }

  /// MultiQC itself shows every sample, and nothing of a name gets into its page as markup.
  @Test(.enabled(if: PythonTool.isInstalled)) func multiQCShowsTheSamples() throws {
    let folder = try TemporaryFolder()
    var hostile = Fixture.positiveMale
    hostile.sample = "x<script>alert(7)</script>"
    let rows = CohortTests.rows + [CohortTests.row(hostile)]
    _ = try folder.write("cohort_mqc.json", try CohortTests.reports.multiQC(rows))
    _ = try folder.write(
      "cohort_statistics_mqc.json", try CohortTests.reports.multiQCStatistics(rows))
    let run = try PythonTool.outcome(
      script: "multiqc_shows.py",
      [folder.path, folder.path("report"), "<script>alert(7)"])
    #expect(run.status == 0, "\(run.errors)")
    let shown = try JSONDecoder().decode(Shown.self, from: Data(run.bytes))
    for row in CohortTests.rows {
      #expect(
        shown.statistics[row.sample]?["conclusion"] == (row.word?.rawValue ?? "none"),
        "\(row.sample) in \(shown.statistics.keys)")
    }
    #expect(shown.forbidden.isEmpty)
  }

  /// MultiQC takes names for those of files, and would make one row of several.
  @Test(.enabled(if: PythonTool.isInstalled)) func multiQCKeepsNamesApart() throws {
    let folder = try TemporaryFolder()
    let names = [
      "2025/0123", "2026/0123", "P7", "P7.dedup", "P7_vep", "P7.vcf.gz", "P7-", "_P7", "P7.", ":P7",
      "runs_P7", "P7ccs", "P7Aligned", "P7_qual", "S_01", "NA12878", "a|b",
    ]
    let rows = names.map { name in
      var result = Fixture.positiveMale
      result.sample = name
      return CohortTests.row(result)
    }
    _ = try folder.write("cohort_mqc.json", try CohortTests.reports.multiQC(rows))
    _ = try folder.write(
      "cohort_statistics_mqc.json", try CohortTests.reports.multiQCStatistics(rows))
    let run = try PythonTool.outcome(
      script: "multiqc_shows.py", [folder.path, folder.path("report")])
    #expect(run.status == 0, "\(run.errors)")
    let shown = try JSONDecoder().decode(Shown.self, from: Data(run.bytes)).statistics.keys
    let told = Set(
      shown.map { key in
        key.replacing(/&#([0-9]+);/) { match in
          Unicode.Scalar(UInt32(match.1) ?? 0).map { String(Character($0)) } ?? ""
        }
      })
    #expect(told == Set(names))
    #expect(Set(shown).isSuperset(of: ["P7", "S_01", "NA12878"]))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"'&<>", "\u{202E}txt.exe\u{202C}", "two\nlines\r\tand a tab",
    String(repeating: "long ", count: 2_000), "\u{1B}[2J", "{{sample}} {{{style}}}",
  ])
  func hostileNamesAreEscapedEverywhere(_ name: String) throws {
    var result = Fixture.positiveMale
    result.sample = name
    var row = CohortTests.row(result, family: name)
    row.father = name
    row.input = name
    let failed = CohortRow(
      sample: name, input: name, outcome: .failed(status: 65, reason: "\(name): is empty"))
    let rows = [row, failed]
    let reports = CohortTests.reports
    let table = reports.cohortTable(rows)
    #expect(table.split(separator: "\n").count == 3)
    #expect(table.split(separator: "\n").allSatisfy { $0.split(separator: "\t").count == 24 })
    #expect(!table.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
    let document = try JSONSerialization.jsonObject(
      with: Data(try reports.cohortDocument(rows)))
    let samples = (document as? [String: Any])?["samples"] as? [[String: Any]]
    #expect(samples?.map { $0["sample"] as? String } == [name, name])
    let page = try reports.cohortPage(rows)
    #expect(!page.contains("<script") && !page.contains("\u{1B}"))
    #expect(page.components(separatedBy: "<table").count == 4)
    for bytes in [try reports.multiQC(rows), try reports.multiQCStatistics(rows)] {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("<script") && !text.contains("\u{202E}") && !text.contains("\\u001b"))
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes)) }
    }
  }

  /// The state that a resumed batch builds its summary from holds the whole row.
  @Test func aRowComesBackFromItsState() throws {
    for row in CohortTests.rows {
      guard let sample = row.result else { continue }
      let data = try JSONEncoder().encode(sample)
      #expect(try JSONDecoder().decode(CohortSample.self, from: data) == sample)
    }
  }
}
