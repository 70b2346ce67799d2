import ArgumentParser
import Foundation
import Genome
import Pipelines
import ReferenceBundle

/// `foxp3 batch`: a sample sheet in, the reports of all its samples and a summary out.
struct Batch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write reports for the samples of a sheet, and a summary of all.",
    discussion: """
      The sheet is a CSV file whose first line names its columns: sample,input and, where wanted,
      alignments,sex,family,father,mother,case,table. Paths are meant from the sheet's folder; an
      empty sample or * takes every sample of the input. A sample that fails stops no other.
      """)

  @Argument(help: "The sample sheet (CSV).")
  var sheet: String

  @Option(name: [.customShort("o"), .long], help: "Folder for the reports.")
  var outputDir = "foxp3-results"

  @Option(help: "Reports to write, separated by commas: vcf, tsv, json, html, bed, multiqc.")
  var formats = "vcf,tsv,json,html"

  @Flag(help: "Keep what an earlier run did of the same inputs in the same way.")
  var resume = false

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

  @Option(
    help: "A laboratory's own table for rows that name none (repeatable); none switches ours off.")
  var table: [String] = []

  @Option(help: "A gnomAD sites file (VCF or BCF) that holds the region, for BA1, BS1 and PM2.")
  var frequencies: String?

  @Option(help: "A VCF or BCF with REVEL, AlphaMissense or SpliceAI scores, for PP3, BP4 and BP7.")
  var scores: String?

  @Option(help: "Use this folder in place of the built-in reference.")
  var referenceBundle: String?

  @Option(help: "The laboratory's own history (SQLite), which results are written into too.")
  var store: String?

  @Flag(name: .customLong("private"), help: "Make files and folders readable by you alone.")
  var isPrivate = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Option(help: "How progress is told on standard error: text, or json for one object a line.")
  var logFormat = BatchLogFormat.text

  @Option(help: "The day printed on the reports, as 2026-01-31. Default: today.")
  var runDate: String?

  func run() throws {
    let request = try request()
    let pipeline = BatchPipeline(bundle: try Reference.load(referenceBundle), request: request)
    let log = BatchLog(format: logFormat, isQuiet: quiet, outputDirectory: outputDir)
    defer { log.end() }
    try pipeline.run(log.hear)
  }

  private func request() throws -> BatchRequest {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    guard (jobs ?? 1) >= 1, (jobs ?? 1) <= 1024 else {
      throw PipelineError(.usage, "--jobs has to be from 1 to 1024")
    }
    let common = AnnotateRequest(
      inputs: [], outputDirectory: outputDir, formats: try ReportOptions.formats(formats),
      assembly: try AssemblyOption.chosen(assembly), sex: .unknown,
      pedigree: try ped.map(Reference.pedigree) ?? Pedigree(), samples: [],
      profile: try Reference.profile(profile), isFullScan: fullScan, isPrivate: isPrivate,
      runDate: try ReportOptions.runDate(runDate), fasta: fasta,
      store: store)
    return BatchRequest(
      sheet: sheet, common: common, tables: TableSelection(table),
      evidence: EvidenceFiles(frequencies: frequencies, scores: scores), samples: sample,
      jobs: jobs ?? cores, isResume: resume, isRunDateFixed: runDate != nil)
  }
}
