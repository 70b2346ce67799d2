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

  @Option(help: "Reports to write, separated by commas: vcf, tsv, json, html, bed.")
  var formats = "vcf,tsv,json,html"

  @OptionGroup var input: InputOptions

  @Option(
    help:
      "Reads (SAM, BAM, CRAM) of the one sample of a variant file: they show what it leaves out.")
  var alignments: String?

  @OptionGroup var knowledge: KnowledgeOptions

  @Flag(name: .customLong("private"), help: "Make files and folders readable by you alone.")
  var isPrivate = false

  @OptionGroup var redactOption: RedactOption

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Option(help: "The day printed on the reports, as 2026-01-31. Default: today.")
  var runDate: String?

  func run() throws {
    let knowledge = try knowledge.load()
    try AnnotatePipeline(knowledge: knowledge, request: try request()).run { outcome in
      switch outcome.samples {
      case .failure(let error):
        if inputs.count > 1 { Message.error(error.message) }
      case .success(let samples):
        for sample in samples { Message.redaction?.hide(sample: sample.result.sample) }
        guard !quiet else { return }
        for sample in samples { report(sample.result, sample.files) }
      }
    }
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
      inputs: inputs, outputDirectory: outputDir, formats: try chosenFormats(),
      assembly: try AssemblyOption.chosen(input.assembly), sex: try input.chosenSex(),
      pedigree: try input.pedigree(), samples: input.sample,
      profile: try Reference.profile(input.profile), isFullScan: input.fullScan,
      isPrivate: isPrivate, runDate: try chosenDate(), fasta: input.fasta, alignments: alignments)
  }

  private func chosenFormats() throws -> Set<AnnotateRequest.Format> {
    let names = formats.split(separator: ",").map(String.init)
    let known = AnnotateRequest.Format.allCases.map(\.rawValue).joined(separator: ", ")
    guard !names.isEmpty else { throw PipelineError(.usage, "--formats is empty; known: \(known)") }
    return Set(
      try names.map { name in
        guard let format = AnnotateRequest.Format(rawValue: name) else {
          throw PipelineError(.usage, "--formats: “\(name)” is not known; known: \(known)")
        }
        return format
      })
  }

  private func chosenDate() throws -> String {
    guard let runDate else { return Today.text }
    guard runDate.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil, Today.exists(runDate) else {
      throw PipelineError(.usage, "--run-date: “\(runDate)” is not a day as 2026-01-31")
    }
    return runDate
  }
}

extension Annotate: PatientCommand {
  var redaction: Redaction? {
    guard redactOption.redact else { return nil }
    let redaction = Redaction(
      inputs: inputs,
      files: [
        (outputDir, "output"), (alignments, "alignments"), (input.ped, "pedigree"),
        (input.fasta, "fasta"), (input.profile, "profile"), (knowledge.caseFile, "case"),
        (knowledge.frequencies, "frequencies"), (knowledge.scores, "scores"),
      ] + knowledge.table.map { ($0, "table") })
    for sample in input.sample { redaction.hide(sample: sample) }
    redaction.hide(pedigree: input.ped)
    return redaction
  }
}

/// The clock is read here and nowhere else.
private enum Today {
  /// Whether the calendar has this day.
  static func exists(_ date: String) -> Bool {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return false }
    return DateComponents(
      calendar: Calendar(identifier: .gregorian), year: parts[0], month: parts[1], day: parts[2]
    ).isValidDate
  }

  static var text: String {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: Date())
    func padded(_ number: Int?, _ width: Int) -> String {
      let digits = String(number ?? 0)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
  }
}
