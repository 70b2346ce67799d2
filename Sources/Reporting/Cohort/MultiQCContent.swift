import Foundation
import Genome

/// What MultiQC shows of samples: custom content, which it finds by the `_mqc.json` at the end of a
/// file's name. One file holds one part: a table of its own, or columns of the table at the top of
/// MultiQC's page. Files of several samples with the same part are put together by MultiQC.
struct MultiQCContent {
  enum Part: String, Sendable, CaseIterable {
    case table = "table"
    case generalStatistics = "generalstats"
  }

  let rows: [CohortRow]
  let part: Part

  func bytes() throws(ReportError) -> [UInt8] {
    try JSONText.whole(MultiQCDocument(rows, part), named: "of MultiQC")
  }

  /// MultiQC puts names and values into its page as they are, so what means something in HTML, and
  /// what would break a line, is written as HTML's own references.
  static func safe(_ text: String) -> String { PlotMarkup.escaped(VisibleText.of(text)) }
}

/// The JSON that MultiQC reads.
struct MultiQCDocument: Encodable {
  struct Header: Encodable {
    var title: String
    var description: String
    /// MultiQC puts columns in rising order of it.
    var placement: Int
    var scale = false
    var suffix: String?
    var min: Int?
    var max: Int?
  }

  enum Value: Encodable {
    case text(String)
    case number(Double)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      }
    }
  }

  struct Configuration: Encodable {
    var id: String
    var title: String
    var namespace = "foxp3"
  }

  var id: String
  var sectionName: String
  var description: String
  var plotType: String
  var configuration: Configuration
  var headers: [String: Header]
  var data: [String: [String: Value]]

  enum CodingKeys: String, CodingKey {
    case id
    case sectionName = "section_name"
    case description
    case plotType = "plot_type"
    case configuration = "pconfig"
    case headers
    case data
  }

  init(_ rows: [CohortRow], _ part: MultiQCContent.Part) {
    id = part == .table ? "foxp3" : "foxp3_statistics"
    sectionName = "foxp3"
    description =
      "FOXP3 (IPEX syndrome): what was found and what was looked at. Drafts until "
      + "released by the laboratory's authorised person."
    plotType = part.rawValue
    configuration = Configuration(id: id + "_table", title: "foxp3: FOXP3 variants")
    headers = part == .table ? MultiQCDocument.table : MultiQCDocument.statistics
    let wanted = Set(headers.keys)
    data = Dictionary(
      rows.map { row in
        (
          MultiQCName.text(row.sample),
          MultiQCDocument.values(row).filter { wanted.contains($0.key) }
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  private static let statistics = [
    "conclusion": Header(title: "FOXP3", description: "The conclusion of foxp3", placement: 10),
    "exon_bases": Header(
      title: "FOXP3 exons seen",
      description: "Exon bases with splice sites shown to be read, as reference or variant",
      placement: 70,
      suffix: "%", min: 0, max: 100),
  ]

  private static let table = statistics.merging(
    [
      "completeness": Header(
        title: "Completeness", description: "Whether all that was to be looked at was",
        placement: 50),
      "sex": Header(title: "Sex", description: "As declared or inferred", placement: 40),
      "pathogenic": Header(
        title: "Pathogenic", description: "Pathogenic and likely pathogenic variants", placement: 20
      ),
      "uncertain": Header(
        title: "Uncertain", description: "Variants of uncertain significance", placement: 30),
      "unclassified": Header(
        title: "Not classified", description: "Variants without a class", placement: 35),
      "places": Header(
        title: "Known places seen",
        description: "Known places of small variants that the data settle",
        placement: 60,
        suffix: "%", min: 0, max: 100),
      "reason": Header(
        title: "Why", description: "Why this conclusion, what decided it first", placement: 80),
    ], uniquingKeysWith: { first, _ in first })

  private static func values(_ row: CohortRow) -> [String: Value] {
    guard let result = row.result else {
      return [
        "conclusion": .text("failed"),
        "reason": .text(MultiQCContent.safe(row.failure?.reason ?? "")),
      ]
    }
    return [
      "conclusion": .text(result.conclusion ?? "none"),
      "completeness": .text(result.completeness ?? "none"), "sex": .text(result.sex),
      "pathogenic": .text(names(result) { $0.isPathogenicOrLikely }),
      "uncertain": .text(names(result) { $0 == .uncertain }),
      "unclassified": .text(names(result) { $0 == .notEvaluated }),
      "places": share(result.placesSettled, result.places),
      "exon_bases": share(result.exonBasesProven, result.exonBases),
      "reason": .text(MultiQCContent.safe(result.reasons.joined(separator: " "))),
    ]
  }

  /// Percent with one decimal; of nothing there is none.
  private static func share(_ part: Int, _ whole: Int) -> Value {
    whole == 0 ? .text("") : .number((Double(part) / Double(whole) * 1_000).rounded() / 10)
  }

  private static func names(
    _ result: CohortSample, _ isWanted: (ClinicalClass) -> Bool
  ) -> String {
    MultiQCContent.safe(result.names(isWanted))
  }
}
