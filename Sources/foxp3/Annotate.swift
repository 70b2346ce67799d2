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
    commandName: "annotate",
    abstract: "Write reports for each sample in the inputs (VCF, BCF, SAM, BAM, CRAM; - is stdin).",
    discussion: "Inputs are independent of each other and never merged.")

  @Argument(help: "Files of variants or reads, or - for standard input.")
  var inputs: [String]

  @OptionGroup var reports: ReportOptions

  @OptionGroup var input: InputOptions

  @Option(
    help:
      "Reads (SAM, BAM, CRAM) of the one sample of a variant file: they show what it leaves out.")
  var alignments: String?

  @Flag(
    help:
      "Tell the SHA-256 of each input's whole file in the JSON too; the files are read once more.")
  var checksumInputs = false

  @Option(help: "How the run is told on standard error: text, or json for one object a line.")
  var logFormat = LogFormat.text

  @OptionGroup var knowledge: KnowledgeOptions

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
          for sample in samples { Message.redaction?.hide(sample: sample.result.sample) }
          guard !reports.quiet else { return }
          for sample in samples {
            report(sample.result, sample.files)
            for note in sample.notes { Message.note("  \(note)") }
            summary.add(sample.result, files: sample.files)
          }
        }
      }
    }
    if !reports.quiet {
      let told = (try? families.get()) ?? FamilyOutcome()
      for warning in told.warnings { Message.note(warning) }
      for file in told.files { Message.note("\(reports.outputDir)/\(file)") }
      Message.summary(summary.text(directory: reports.outputDir))
    }
    _ = try families.get()
  }

  private func report(_ result: SampleResult, _ files: [String]) {
    let provenance = result.provenance
    let records =
      "\(provenance.inputName): \(provenance.assembly.rawValue), \(provenance.recordsRead) "
      + "\(provenance.recordsRead == 1 ? "record" : "records") read, \(provenance.recordsInLocus) in the FOXP3 locus (by \(provenance.way))"
    Message.note(records)
    for note in provenance.notes { Message.note("  \(note)") }
    let word = result.conclusion?.word.rawValue ?? "no genotypes, no conclusion"
    Message.note(
      "\(result.sample): \(word)", fields: ["sample": result.sample, "conclusion": word])
    if let reason = result.conclusion?.reasons.first { Message.note("  \(reason)") }
    for file in files { Message.note("  \(reports.outputDir)/\(file)") }
  }

  private func request() throws -> AnnotateRequest {
    AnnotateRequest(
      inputs: inputs, outputDirectory: reports.outputDir, formats: try reports.chosenFormats(),
      assembly: try AssemblyOption.chosen(input.assembly), sex: try input.chosenSex(),
      pedigree: try input.pedigree(), samples: input.sample,
      profile: try Reference.profile(input.profile), isFullScan: input.fullScan,
      isPrivate: reports.isPrivate, runDate: try reports.chosenDate(), fasta: input.fasta,
      alignments: alignments, language: reports.language, python: reports.python,
      store: reports.store, threads: try input.threadOption.chosen(),
      checksumsInputs: checksumInputs,
      otherFiles: knowledge.files + [input.ped, input.profile].compactMap { $0 })
  }
}

extension Annotate: PatientCommand {
  var redaction: Redaction? {
    guard reports.redactOption.redact else { return nil }
    let redaction = Redaction(
      inputs: inputs,
      files: [
        (reports.outputDir, "output"), (reports.store, "store"), (alignments, "alignments"),
        (input.ped, "pedigree"), (input.fasta, "fasta"), (input.profile, "profile"),
        (knowledge.caseFile, "case"), (knowledge.evidence.frequencies, "frequencies"),
        (knowledge.evidence.scores, "scores"),
      ] + knowledge.evidence.table.map { ($0, "table") })
    for sample in input.sample { redaction.hide(sample: sample) }
    redaction.hide(pedigree: input.ped)
    return redaction
  }
}
