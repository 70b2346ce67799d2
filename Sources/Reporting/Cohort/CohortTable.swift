import Flow
import Genome

/// The summary of a batch as a table: one row per sample, in the order of the sheet. Columns are
/// never renamed or moved; new ones go to the end.
enum CohortTable {
  static let columns = [
    "sample", "family", "father", "mother", "input", "status", "conclusion", "finding",
    "completeness", "sex", "sex_source", "assembly", "pathogenic", "uncertain", "other_variants",
    "places_seen", "places", "exon_bases_seen", "exon_bases", "table", "reason", "exit_status",
    "content_digest", "run_date",
  ]

  /// Header line and rows, each ending in a line feed.
  static func text(_ rows: [CohortRow]) -> String {
    Reports.text([columns] + rows.map(fields))
  }

  private static func fields(_ row: CohortRow) -> [String] {
    let sheet = [row.sample, row.family, row.father, row.mother, row.input]
    guard let result = row.result else {
      let failure = row.failure
      return sheet + ["failed", ConclusionWord.failed.rawValue]
        + Array(repeating: "", count: columns.count - 11)
        + [failure?.reason ?? "", failure.map { String($0.status) } ?? "", "", ""]
    }
    return sheet + [
      "done", result.conclusion ?? "", result.finding ?? "", result.completeness ?? "", result.sex,
      result.sexSource, result.assembly, result.names { $0.isPathogenicOrLikely },
      result.names { $0 == .uncertain },
      result.names { !$0.isPathogenicOrLikely && $0 != .uncertain },
      String(result.placesSettled), String(result.places), String(result.exonBasesProven),
      String(result.exonBases), result.table, result.reason, "0", result.contentDigest,
      result.runDate,
    ]
  }
}
