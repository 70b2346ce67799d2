import Delivery
import Foundation
public import ReferenceBundle
import Reporting

/// `foxp3 batch`: the pipeline of `annotate` per row of a sample sheet, several inputs side by side.
/// A sample that fails stops no other; an interrupted batch can be continued.
public struct BatchPipeline: Sendable {
  let bundle: ReferenceBundle
  private(set) var request: BatchRequest

  static let lockName = ".foxp3-batch.lock"

  public init(bundle: ReferenceBundle, request: BatchRequest) {
    self.bundle = bundle
    self.request = request
    // The summary's hold every sample: MultiQC would put those of a sample in their place.
    self.request.common.formats.remove(.multiqc)
  }

  /// Runs the sheet; `hear` is told what happens, one event at a time. Throws where nothing can be
  /// begun, and at the end where samples failed.
  public func run(
    _ hear: @escaping @Sendable (BatchEvent) -> Void
  ) throws(PipelineError) {
    let plan = try BatchPlan(self.request)
    var request = self.request
    request.common.pedigree = plan.pedigree
    request.common.read = request.common.filesRead(with: plan.files)
    let shelf = KnowledgeShelf(bundle: bundle, request: request)
    let common = try shelf.common()
    try common.knowledge.checkLanguage(request.common.language)
    let families = BatchFamilies(knowledge: common.knowledge, request: request.common)
    let lock = try locked()
    let recorder = try StoreRecorder.ifNeeded(request.common)
    defer { recorder?.close() }
    clean(plan)
    hear(.planned(plan.sampleCount))
    for note in plan.notes + common.knowledge.evidenceNotes { hear(.note(note)) }
    let record = BatchRecord(hear)
    let runner = BatchRunner(
      shelf: shelf, request: request, recorder: recorder, families: families,
      pdfWriter: try PDFWriter.ifNeeded(request.common)
    ) { entry, outcome, error, isKept in
      record.add(entry, outcome, error, isKept: isKept)
    }
    BatchQueue(plan.units).run(jobs: request.jobs, runner.run)
    if !isPart {
      BatchQueue(families.unread(plan)).run(jobs: request.jobs, runner.readRelatives)
    }
    for note in [earlierFiles(beside: record.rows), recorder?.laterNote].compactMap({ $0 }) {
      hear(.note(note))
    }
    // All reports are on the disk before the summary that speaks of them has its name.
    Leftovers.synchronise()
    if !isPart {
      try summarise(
        record.rows, common.reports, families, plan, besides: request.common.read, hear)
    }
    withExtendedLifetime(lock) {}
    try record.check()
  }

  private func locked() throws(PipelineError) -> FolderLock {
    do throws(DeliveryError) {
      return try FolderLock(
        directory: request.common.outputDirectory, name: BatchPipeline.lockName,
        isShared: isPart, isPrivate: request.common.isPrivate)
    } catch {
      throw PipelineError(error)
    }
  }

  /// Takes away what a killed run left half-written, and what `annotate` wrote for MultiQC of these samples: it would
  /// show the earlier result of one that changes or fails.
  private func clean(_ plan: BatchPlan) {
    let directory = request.common.outputDirectory
    if !isPart { Leftovers.remove(in: directory) }
    for entry in plan.units.flatMap(\.entries) {
      Leftovers.remove(in: directory + "/" + FileName.safe(entry.sample))
      for file in ReportFile.ofMultiQC.map({ $0.path(of: entry.sample) }) {
        try? FileManager.default.removeItem(atPath: directory + "/" + file)
      }
    }
  }

  /// Says once that files of earlier runs stand beside those of this one.
  private func earlierFiles(beside rows: [CohortRow]) -> String? {
    let files = rows.compactMap(\.result).map { row in
      ReportWriter.earlierFiles(
        of: row.sample, beside: row.reports, in: request.common.outputDirectory)
    }
    return ReportWriter.earlierNote(files.flatMap { $0 }, samples: files.count { !$0.isEmpty })
  }

  /// Says how many families and samples of earlier runs stand in the folder that this sheet has not.
  /// They are not named: `--redact` knows the names of this sheet alone.
  private func earlierPeople(beside files: [String], _ plan: BatchPlan) -> [String] {
    let directory = request.common.outputDirectory
    let there = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    let families = there.count { $0.contains(".foxp3.pedigree.") && !files.contains($0) }
    let folders = Set(plan.units.flatMap(\.entries).map { FileName.safe($0.sample) })
    let samples = there.count {
      !folders.contains($0)
        && FileManager.default.fileExists(atPath: "\(directory)/\($0)/\($0).foxp3.json")
    }
    return [(families, "file(s) of families"), (samples, "sample(s)")].filter { $0.0 > 0 }.map {
      "\(directory) holds \($0.0) \($0.1) of an earlier run that this sheet does not give; remove what no "
        + "longer holds"
    }
  }

  /// Runs of parts of one sheet may write into one folder side by side; the last, of the whole, tells
  /// of families and of all samples.
  private var isPart: Bool { !request.samples.isEmpty }

  private func summarise(
    _ rows: [CohortRow], _ reports: Reports, _ families: BatchFamilies, _ plan: BatchPlan,
    besides read: ReadFiles, _ hear: @Sendable (BatchEvent) -> Void
  ) throws(PipelineError) {
    let told = try families.write()
    try CohortWriter(
      reports: reports, directory: request.common.outputDirectory,
      isPrivate: request.common.isPrivate, read: read
    ).write(rows)
    let notes = told.warnings + earlierPeople(beside: told.files, plan)
    for note in notes { hear(.note(note)) }
    hear(.summary(told.files + CohortWriter.files))
  }
}
