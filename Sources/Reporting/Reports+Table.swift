public import Flow

extension Reports {
  /// The table of variants, which needs no context: header line first, one row per alternate
  /// allele carried.
  public static func table(_ results: [SampleResult]) -> String { TabularReport.text(results) }
}
