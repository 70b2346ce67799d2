extension Reports {
  /// The summary of a batch as a table: header line first, one row per sample.
  public func cohortTable(_ rows: [CohortRow]) -> String { CohortTable.text(rows) }

  /// The summary as a JSON document (`docs/cohort.schema.json`), ending in a line feed.
  public func cohortDocument(_ rows: [CohortRow]) throws(ReportError) -> [UInt8] {
    try CohortDocument(Cohort(rows: rows), context: context).bytes()
  }

  /// The summary for people: one self-contained page without scripts.
  public func cohortPage(_ rows: [CohortRow]) throws(ReportError) -> String {
    try CohortPage(cohort: Cohort(rows: rows), context: context).render()
  }

  /// What MultiQC shows of samples in a table of its own.
  public func multiQC(_ rows: [CohortRow]) throws(ReportError) -> [UInt8] {
    try MultiQCContent(rows: rows, part: .table).bytes()
  }

  /// What MultiQC shows of samples in the table at the top of its page.
  public func multiQCStatistics(_ rows: [CohortRow]) throws(ReportError) -> [UInt8] {
    try MultiQCContent(rows: rows, part: .generalStatistics).bytes()
  }
}
