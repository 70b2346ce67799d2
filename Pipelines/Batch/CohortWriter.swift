import Delivery
import Reporting

/// Writes the summary of a batch.
struct CohortWriter {
  static let files = [
    "cohort.tsv", "cohort.json", "cohort.html", "cohort_mqc.json", "cohort_statistics_mqc.json",
  ]

  let reports: Reports
  let directory: String
  let isPrivate: Bool

  func write(_ rows: [CohortRow]) throws(PipelineError) {
    do {
      var delivery = try Delivery(directory: directory, isPrivate: isPrivate)
      try delivery.stage("cohort.tsv", text: reports.cohortTable(rows))
      try delivery.stage("cohort.json", bytes: reports.cohortDocument(rows))
      try delivery.stage("cohort.html", text: reports.cohortPage(rows))
      try delivery.stage("cohort_mqc.json", bytes: reports.multiQC(rows))
      try delivery.stage(
        "cohort_statistics_mqc.json", bytes: reports.multiQCStatistics(rows))
      try delivery.commit()
    } catch {
      throw PipelineError(writing: error)
    }
  }
}
