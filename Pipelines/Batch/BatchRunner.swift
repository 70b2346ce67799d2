import Delivery
import Dispatch
import Flow
import Foundation
import Genome
import HTS
import Reporting
import Settings

/// Runs one unit of a batch: the pipeline of `annotate` and its reports, and each sample's state
/// beside them.
struct BatchRunner: Sendable {
  let shelf: KnowledgeShelf
  let request: BatchRequest
  let recorder: StoreRecorder?
  let families: BatchFamilies
  /// Given with the format `pdf`.
  let pdfWriter: PDFWriter?
  /// Hears of each sample as soon as it is done or has failed.
  let hear: @Sendable (BatchUnit.Entry, CohortRow.Outcome, PipelineError?, _ isKept: Bool) -> Void

  private var directory: String { request.common.outputDirectory }

  func run(_ unit: BatchUnit) {
    let prepared: KnowledgeShelf.Prepared
    do throws(PipelineError) {
      prepared = try shelf.prepared(for: unit.row)
    } catch {
      return fail(unit.entries, error)
    }
    // Before reading: a file that changes meanwhile is another one afterwards.
    let inputs = FileIdentity.all(of: unit, fasta: request.common.fasta)
    let left = unit.entries.filter { !keep($0, of: unit, prepared, inputs) }
    do throws(PipelineError) {
      run(unit, try present(left, of: unit), prepared, inputs)
    } catch {
      fail(left, error)
    }
  }

  /// Reads samples that an earlier run did, for the reports of their families alone. One that can't
  /// be read is told as without a sample there.
  func readRelatives(_ unit: BatchUnit) {
    let names = Set((try? BatchPlan.header(unit.input, fasta: request.common.fasta)) ?? [])
    let relatives = unit.entries.filter {
      request.common.pedigree.relatives.contains($0.sample) && names.contains($0.sample)
    }
    guard !relatives.isEmpty, let prepared = try? shelf.prepared(for: unit.row),
      let results = try? VariantPipeline(
        knowledge: prepared.knowledge, request: unit.request(request.common, for: relatives)
      ).run(unit.input)
    else { return }
    try? families.add(results)
  }

  /// Whether an earlier run did the sample in the same way; then it is heard of.
  private func keep(
    _ entry: BatchUnit.Entry, of unit: BatchUnit, _ prepared: KnowledgeShelf.Prepared,
    _ inputs: [FileIdentity]
  ) -> Bool {
    guard request.isResume,
      let state = SampleState.kept(
        stateFile(entry.sample), in: directory, settings: settings(entry, prepared),
        runDate: request.isRunDateFixed ? request.common.runDate : nil, inputs: inputs),
      FileIdentity.areUntouched(
        unit, fasta: request.common.fasta, since: directory + "/" + stateFile(entry.sample)),
      isRecorded(state, prepared.knowledge)
    else { return false }
    hear(entry, .done(state.row), nil, true)
    return true
  }

  /// Whether the store, if there is one, says the same of the sample.
  private func isRecorded(_ state: SampleState, _ knowledge: Knowledge) -> Bool {
    guard let recorder else { return true }
    return (try? recorder.holds(state, knowledge)) ?? false
  }

  /// The entries that the file has; of several, the others fail by themselves.
  private func present(
    _ entries: [BatchUnit.Entry], of unit: BatchUnit
  ) throws(PipelineError) -> [BatchUnit.Entry] {
    guard entries.count > 1, unit.row.sample != nil else { return entries }
    let names: Set<String>
    do throws(HTSError) {
      names = Set(try BatchPlan.header(unit.input, fasta: request.common.fasta))
    } catch {
      throw PipelineError(error)
    }
    let missing = entries.filter { !names.contains($0.sample) }
    for entry in missing {
      fail(
        [entry],
        PipelineError(.usage, "\(unit.input): has no sample “\(entry.sample)”; correct the sheet"))
    }
    return entries.filter { names.contains($0.sample) }
  }

  private func run(
    _ unit: BatchUnit, _ entries: [BatchUnit.Entry], _ prepared: KnowledgeShelf.Prepared,
    _ inputs: [FileIdentity]
  ) {
    guard !entries.isEmpty else { return }
    let own = unit.request(request.common, for: entries)
    let results: [InputResult]
    do throws(PipelineError) {
      results = try VariantPipeline(knowledge: prepared.knowledge, request: own).run(unit.input)
      try families.add(results)
    } catch {
      return fail(entries, error)
    }
    var places: [String: (result: InputResult, column: Int)] = [:]
    for result in results {
      for (column, sample) in result.samples.enumerated() {
        places[sample.sample] = (result, column)
      }
    }
    let found = places
    sideBySide(entries) { entry in
      guard let place = found[entry.sample] else {
        return fail(
          [entry], PipelineError(.unusable, "\(unit.input): gave no result for the sample"))
      }
      write(entry, place.result, place.column, prepared, own, inputs)
    }
  }

  /// A file of many samples is written by as many threads as files are read by.
  private func sideBySide(
    _ entries: [BatchUnit.Entry], _ body: @Sendable (BatchUnit.Entry) -> Void
  ) {
    guard entries.count > 8, request.jobs > 1 else { return entries.forEach(body) }
    DispatchQueue.concurrentPerform(iterations: entries.count) { body(entries[$0]) }
  }

  private func write(
    _ entry: BatchUnit.Entry, _ result: InputResult, _ column: Int,
    _ prepared: KnowledgeShelf.Prepared, _ own: AnnotateRequest, _ inputs: [FileIdentity]
  ) {
    let writer = ReportWriter(
      reports: prepared.reports, request: own, pdfWriter: pdfWriter)
    let sample = result.samples[column]
    let row = writer.summary(of: sample)
    do {
      var delivery = try Delivery(
        directory: directory, isPrivate: own.isPrivate, besides: own.read)
      try writer.stage(sample, column: column, of: result, in: &delivery)
      let state = SampleState(
        settings: settings(entry, prepared), runDate: request.common.runDate, inputs: inputs,
        outputs: try delivery.files.map { try SampleState.Output(name: $0.name, path: $0.path) },
        row: row)
      try delivery.stage(stateFile(entry.sample), bytes: state.bytes())
      try recorder?.record(sample, prepared.knowledge, runDate: own.runDate)
      try delivery.commit(isForced: false)
      writer.withdraw(from: sample)
    } catch {
      return fail([entry], PipelineError(writing: error))
    }
    hear(entry, .done(row), nil, false)
  }

  private func fail(_ entries: [BatchUnit.Entry], _ error: PipelineError) {
    for entry in entries {
      // Reports of an earlier run are not this one's.
      try? FileManager.default.removeItem(atPath: directory + "/" + stateFile(entry.sample))
      let name = PathName.last(of: entry.row.input)
      let reason = error.message.replacing(entry.row.input, with: name)
      hear(entry, .failed(status: Int(error.code.rawValue), reason: reason), error, false)
    }
  }

  private func settings(
    _ entry: BatchUnit.Entry, _ prepared: KnowledgeShelf.Prepared
  ) -> String {
    let sex =
      entry.row.sex == .unknown
      ? request.common.declaredSex(of: entry.sample) : entry.row.sex
    // A parent's family page speaks to the parent, and a report of who is ill of the illness.
    // Beside a case the report names the family that tells of a new variant, and whom the pedigree calls well
    // has no evidence of illness.
    let member =
      entry.row.caseFile == nil
      ? nil : request.common.pedigree.members.first { $0.name == entry.sample }
    let kin =
      (prepared.reports.context.parents.contains(entry.sample) ? " parent" : "")
      + (request.common.pedigree.affected.contains(entry.sample) ? " affected" : "")
      + (member.map {
        " kin \([$0.family, $0.father ?? "", $0.mother ?? "", $0.affection.rawValue])"
      } ?? "")
    return Digest.of(Array("\(prepared.settings) sex \(sex.rawValue)\(kin)".utf8))
  }

  private func stateFile(_ sample: String) -> String {
    let name = FileName.safe(sample)
    return "\(name)/\(name).foxp3.done.json"
  }
}
