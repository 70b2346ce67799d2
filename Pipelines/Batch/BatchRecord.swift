import HTS
import Reporting
import Settings
import Synchronization

/// What became of the samples so far.
final class BatchRecord: Sendable {
  private struct State {
    var rows: [(order: Int, row: CohortRow)] = []
    var failures: [PipelineError] = []
  }

  private let state = Mutex(State())
  private let hear: @Sendable (BatchEvent) -> Void

  init(_ hear: @escaping @Sendable (BatchEvent) -> Void) { self.hear = hear }

  func add(
    _ entry: BatchUnit.Entry, _ outcome: CohortRow.Outcome, _ error: PipelineError?, isKept: Bool
  ) {
    let sheet = entry.row
    let row = CohortRow(
      sample: entry.sample, input: PathName.last(of: sheet.input), family: sheet.family,
      father: sheet.father, mother: sheet.mother, outcome: outcome)
    state.withLock { state in
      state.rows.append((entry.order, row))
      if let error {
        state.failures.append(error)
        hear(.failed(sample: entry.sample, error))
      } else {
        hear(.done(sample: entry.sample, conclusion: row.result?.conclusion, isKept: isKept))
      }
    }
  }

  /// In the order of the sheet.
  var rows: [CohortRow] {
    state.withLock { $0.rows.sorted { $0.order < $1.order }.map(\.row) }
  }

  /// As `annotate` ends: with the failure of the only sample, or with that of some of several.
  func check() throws(PipelineError) {
    let (failures, count) = state.withLock { ($0.failures, $0.rows.count) }
    guard let first = failures.first else { return }
    guard count > 1 else { throw first }
    let rest = failures.count == count ? "no reports of them were written" : "the others are done"
    throw PipelineError(.partial, "\(failures.count) of \(count) samples failed; \(rest)")
  }
}
