public import Flow

extension Reports {
  /// The table of variants, which needs no context: header line first, one row per alternate
  /// allele carried.
  public static func table(_ results: [SampleResult]) -> String { TabularReport.text(results) }
}

extension Reports {
  /// Rows of cells as tab-separated text, each row ending in a line feed; an empty cell is `.`, and
  /// characters that would end a cell or a line are percent-encoded.
  public static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(TabularReport.cell).joined(separator: "\t") + "\n" }.joined()
  }
}
