import ArgumentParser
import Foundation
import Genome
import Pipelines
import ReferenceBundle

/// `foxp3 batch`: a sample sheet in, the reports of all its samples and a summary out.
struct Batch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Write reports for the samples of a sheet, and a summary of all.",
    discussion: """
      The sheet is a CSV file whose first line names its columns: sample,input and, where wanted,
      alignments,sex,family,father,mother,case,table. Paths are meant from the sheet's folder; an
      empty sample or * takes every sample of the input. A sample that fails stops no other.
      """)

  @Argument(help: "The sample sheet (CSV).")
  var sheet: String

  @OptionGroup var reports: ReportOptions

  @Flag(help: "Keep what an earlier run did of the same inputs in the same way.")
  var resume = false

  @Flag(help: "Tell every problem of the sheet and of the files it names, and write nothing.")
  var check = false

  @Option(help: "How many inputs are read side by side. Default: one per processor core.")
  var jobs: Int?

  @Option(help: "Run this sample only and write no summary (repeatable).")
  var sample: [String] = []

  @Option(help: "The build: auto, GRCh37 or GRCh38. It is proven from the input in any case.")
  var assembly = "auto"

  @Option(help: "Pedigree (PED): sexes and relations that the sheet does not give.")
  var ped: String?

  @Option(help: "Thresholds: a built-in profile's name or a YAML file.")
  var profile = "clinical-genome"

  @Option(help: "The FASTA that CRAMs were written with, its .fai beside it.")
  var fasta: String?

  @Flag(help: "Read whole files even where an index is there.")
  var fullScan = false

  @OptionGroup var evidence: EvidenceOptions

  @Option(help: "How progress is told on standard error: text, or json for one object a line.")
  var logFormat = LogFormat.text

  func run() throws {
    let request = try request()
    let pipeline = BatchPipeline(
      bundle: try Reference.load(evidence.referenceBundle), request: request)
    guard !check else {
      let found = try pipeline.check()
      for note in found.notes where !reports.quiet { Message.note(note) }
      try StandardOutput.write(
        "\(Message.said(sheet)): samples \(found.samples), inputs \(found.inputs), families \(found.families); "
          + "nothing speaks against a run\n")
      return
    }
    let log = BatchLog(
      format: logFormat, isQuiet: reports.quiet, outputDirectory: reports.outputDir)
    defer { log.end() }
    try pipeline.run(log.hear)
  }

  private func request() throws -> BatchRequest {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    guard (jobs ?? 1) >= 1, (jobs ?? 1) <= 1024 else {
      throw PipelineError(.usage, "--jobs has to be from 1 to 1024")
    }
    let common = AnnotateRequest(
      inputs: [], outputDirectory: reports.outputDir, formats: try reports.chosenFormats(),
      assembly: try AssemblyOption.chosen(assembly), sex: .unknown,
      pedigree: try ped.map(Reference.pedigree) ?? Pedigree(), samples: [],
      profile: try Reference.profile(profile), isFullScan: fullScan,
      isPrivate: reports.isPrivate, runDate: try reports.chosenDate(), fasta: fasta,
      language: reports.language, python: reports.python, store: reports.store,
      otherFiles: evidence.files + [ped, profile].compactMap { $0 })
    return BatchRequest(
      sheet: sheet, common: common, tables: TableSelection(evidence.table),
      evidence: EvidenceFiles(frequencies: evidence.frequencies, scores: evidence.scores),
      samples: sample,
      jobs: jobs ?? cores, isResume: resume, isRunDateFixed: reports.runDate != nil)
  }
}

extension Batch: PatientCommand {
  var redaction: Redaction? {
    guard reports.redactOption.redact else { return nil }
    let redaction = Redaction(
      inputs: [],
      files: [
        (sheet, "sheet"), (reports.outputDir, "output"), (reports.store, "store"),
        (ped, "pedigree"), (fasta, "fasta"), (profile, "profile"),
        (evidence.frequencies, "frequencies"), (evidence.scores, "scores"),
      ] + evidence.table.map { ($0, "table") })
    redaction.hide(sheet: sheet)
    for sample in sample { redaction.hide(sample: sample) }
    redaction.hide(pedigree: ped)
    return redaction
  }
}
