import Flow
import Genome
import Synchronization

/// The families of a batch, collected while its samples are read side by side.
final class BatchFamilies: Sendable {
  private let reports: Mutex<PedigreeReports>
  private let read = Mutex<Set<String>>([])

  init(knowledge: Knowledge, request: AnnotateRequest) {
    reports = Mutex(PedigreeReports(knowledge: knowledge, request: request))
  }

  func add(_ results: [InputResult]) throws(PipelineError) {
    let names = results.flatMap(\.samples).map(\.sample)
    try reports.withLock { reports throws(PipelineError) in
      for result in results { try reports.add(result) }
    }
    read.withLock { $0.formUnion(names) }
  }

  /// Units of which relatives were kept from an earlier run: their family is read again with them.
  func unread(_ plan: BatchPlan) -> [BatchUnit] {
    let relatives = reports.withLock { $0.relatives }
    let read = read.withLock { $0 }
    return plan.units.filter { unit in
      unit.entries.contains { relatives.contains($0.sample) && !read.contains($0.sample) }
    }
  }

  /// Writes the reports of every family that is told.
  func write() throws(PipelineError) -> FamilyOutcome {
    try reports.withLock { reports throws(PipelineError) in try reports.write() }
  }
}
