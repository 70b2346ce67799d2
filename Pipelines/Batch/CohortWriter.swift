import Delivery
import Dispatch
import Reporting
import Synchronization

/// Writes the summary of a batch.
struct CohortWriter {
  static let files = documents.map(\.name)

  private static let documents:
    [(name: String, bytes: @Sendable (Reports, [CohortRow]) throws -> [UInt8])] = [
      ("cohort.tsv", { Array($0.cohortTable($1).utf8) }),
      ("cohort.json", { try $0.cohortDocument($1) }),
      ("cohort.html", { Array(try $0.cohortPage($1).utf8) }),
      ("cohort_mqc.json", { try $0.multiQC($1) }),
      ("cohort_statistics_mqc.json", { try $0.multiQCStatistics($1) }),
    ]

  let reports: Reports
  let directory: String
  let isPrivate: Bool
  let read: ReadFiles

  func write(_ rows: [CohortRow]) throws(PipelineError) {
    do {
      var delivery = try Delivery(directory: directory, isPrivate: isPrivate, besides: read)
      for (document, bytes) in zip(CohortWriter.documents, made(of: rows)) {
        try delivery.stage(document.name, bytes: bytes.get())
      }
      try delivery.commit()
    } catch {
      throw PipelineError(writing: error)
    }
  }

  /// The documents, made side by side.
  private func made(of rows: [CohortRow]) -> [Result<[UInt8], any Error>] {
    let documents = CohortWriter.documents
    let made = Mutex<[Int: Result<[UInt8], any Error>]>([:])
    let reports = reports
    DispatchQueue.concurrentPerform(iterations: documents.count) { index in
      let result = Result { try documents[index].bytes(reports, rows) }
      made.withLock { $0[index] = result }
    }
    return made.withLock { made in documents.indices.compactMap { made[$0] } }
  }
}
