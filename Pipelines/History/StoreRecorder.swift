import Delivery
import Flow
import Genome
import Nomenclature
import ReferenceBundle
import Reporting
import Store
import Synchronization

/// Writes results into a laboratory's store (`--store`).
final class StoreRecorder: Sendable {
  private let store: Store
  /// The later run dates of the records that were left as they are, one of each sample.
  private let later = Mutex<[String]>([])

  /// `nil` where no store was asked for.
  static func ifNeeded(_ request: AnnotateRequest) throws(PipelineError) -> StoreRecorder? {
    guard let path = request.store else { return nil }
    if request.isPrivate {
      do throws(DeliveryError) {
        try PrivateFile.prepare(path)
      } catch {
        throw PipelineError(error)
      }
    }
    return try StoreRecorder(path)
  }

  /// Makes the store where there is none.
  private init(_ path: String) throws(PipelineError) {
    do throws(StoreError) {
      store = try Store(path, for: .writing)
    } catch {
      throw PipelineError(error)
    }
  }

  func close() { store.close() }

  func record(
    _ result: SampleResult, _ knowledge: Knowledge, runDate: String
  ) throws(PipelineError) {
    let alignment = knowledge.bundle.alignment
    let assembly = result.provenance.assembly
    let sample = StoredSample(
      result, runDate: runDate, basis: StoredSample.Basis(knowledge),
      hasCase: knowledge.evidence.isDocumented(anyOf: result.variants.map(\.classified)),
      onGRCh38: { assembly == .grch38 ? $0 : alignment.position($0, from: assembly) })
    do throws(StoreError) {
      if let date = try store.record(sample) { later.withLock { $0.append(date) } }
    } catch {
      throw PipelineError(error)
    }
  }

  /// Whether the store has what `state` says of its sample, or what a later run says: a run with another sex, case or
  /// profile writes over it, unless its run date is earlier.
  func holds(_ state: SampleState, _ knowledge: Knowledge) throws(PipelineError) -> Bool {
    let row = state.row
    do throws(StoreError) {
      let held = try store.held(
        row.sample, contentDigest: row.contentDigest, basis: StoredSample.Basis(knowledge))
      return held.map { $0.runDate > state.runDate || $0.says(row) } ?? false
    } catch {
      throw PipelineError(error)
    }
  }

  /// Tells of the samples that were not written; `nil` for none.
  var laterNote: String? {
    let dates = later.withLock { $0 }
    guard let latest = dates.max() else { return nil }
    return
      "the store keeps a record of a later run date (\(latest) at the latest) of \(dates.count) sample(s): what this "
      + "run says of them was not stored"
  }
}

extension StoredSample.Basis {
  init(_ knowledge: Knowledge) {
    self.init(
      tool: ToolVersion.text, table: knowledge.table.basis,
      evidence: knowledge.evidence.descriptions.map { "\($0.key): \($0.value)" }
        .joined(separator: "; "))
  }
}

extension PipelineError {
  init(_ error: StoreError) {
    let code: Code =
      switch error {
      case .missing: .missingInput
      case .notAStore, .newer: .unusable
      case .damaged, .openLog: .readError
      case .busy, .unwritable: .cannotWrite
      }
    self.init(code, error.description)
  }
}
