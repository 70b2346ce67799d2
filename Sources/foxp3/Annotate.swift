import ArgumentParser
import Flow
import Foundation
import Genome
import Pipelines
import ReferenceBundle
import Settings

/// `foxp3 annotate`: options in, pipeline run, outcome said.
struct Annotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write reports for each sample in the inputs (VCF, BCF, SAM, BAM, CRAM; - is stdin).",
    discussion: "Inputs are independent of each other and never merged.")

  @Argument(help: "Files of variants or reads, or - for standard input.")
  var inputs: [String]

  @Option(name: [.customShort("o"), .long], help: "Folder for the reports.")
  var outputDir = "foxp3-results"

  @Option(
    help:
      "Reports to write, separated by commas: vcf, tsv, json, html, family, pdf, bed, fhir, va, multiqc."
  )
  var formats = "vcf,tsv,json,html"

  @OptionGroup var input: InputOptions

  @Option(
    help:
      "Reads (SAM, BAM, CRAM) of the one sample of a variant file: they show what it leaves out.")
  var alignments: String?

  @OptionGroup var knowledge: KnowledgeOptions

  @Option(help: "The laboratory's own history (SQLite), which results are written into too.")
  var store: String?

  @Flag(name: .customLong("private"), help: "Make files and folders readable by you alone.")
  var isPrivate = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Option(help: "Language of the counselling text and the family page.")
  var language = "en"

  @Option(
    help: "The Python that has WeasyPrint, for pdf. Default: $FOXP3_PYTHON, else python3.")
  var weasyprintPython: String?

  @Option(help: "The day printed on the reports, as 2026-01-31. Default: today.")
  var runDate: String?

  func run() throws {
    let knowledge = try knowledge.load()
    let pipeline = AnnotatePipeline(knowledge: knowledge, request: try request())
    var summary = RunSummary(
      hasColour: RunSummary.colourOfTerminal(ProcessInfo.processInfo.environment))
    let families = Result { () throws(PipelineError) in
      try pipeline.run { outcome in
        switch outcome.samples {
        case .failure(let error):
          if inputs.count > 1 { Message.error(error.message) }
        case .success(let samples):
          guard !quiet else { return }
          for sample in samples {
            report(sample.result, sample.files)
            for note in sample.notes { Message.note("  \(note)") }
            summary.add(sample.result)
          }
        }
      }
    }
    if !quiet {
      for file in (try? families.get()) ?? [] { Message.note("\(outputDir)/\(file)") }
      Message.summary(summary.text(directory: outputDir))
    }
    _ = try families.get()
  }

  private func report(_ result: SampleResult, _ files: [String]) {
    let provenance = result.provenance
    let records =
      "\(provenance.inputName): \(provenance.assembly.rawValue), \(provenance.recordsRead) records "
      + "read, \(provenance.recordsInLocus) in the FOXP3 locus (by \(provenance.way))"
    Message.note(records)
    for note in provenance.notes { Message.note("  \(note)") }
    let word = result.conclusion?.word.rawValue ?? "no genotypes, no conclusion"
    Message.note("\(result.sample): \(word)")
    if let reason = result.conclusion?.reasons.first { Message.note("  \(reason)") }
    for file in files { Message.note("  \(outputDir)/\(file)") }
  }

  private func request() throws -> AnnotateRequest {
    AnnotateRequest(
      inputs: inputs, outputDirectory: outputDir, formats: try ReportOptions.formats(formats),
      assembly: try AssemblyOption.chosen(input.assembly), sex: try input.chosenSex(),
      pedigree: try input.pedigree(), samples: input.sample,
      profile: try Reference.profile(input.profile), isFullScan: input.fullScan,
      isPrivate: isPrivate, runDate: try ReportOptions.runDate(runDate), fasta: input.fasta,
      alignments: alignments, language: language, python: python, store: store)
  }

  private var python: String {
    weasyprintPython ?? ProcessInfo.processInfo.environment["FOXP3_PYTHON"] ?? "python3"
  }
}
