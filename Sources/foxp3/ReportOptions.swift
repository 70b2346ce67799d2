import ArgumentParser
import Foundation
import Pipelines
import Settings

/// How reports are asked for, by `annotate` and `batch` alike.
struct ReportOptions: ParsableArguments {
  @Option(name: [.customShort("o"), .long], help: "Folder for the reports.")
  var outputDir = "foxp3-results"

  @Option(
    help:
      "Reports to write, separated by commas: vcf, tsv, json, html, family, pdf, bed, depth, fhir, va, multiqc."
  )
  var formats = "vcf,tsv,json,html"

  @Option(help: "Language of the counselling text and the family page.")
  var language = "en"

  @Option(
    help: "The Python that has WeasyPrint, for pdf. Default: $FOXP3_PYTHON, else python3.")
  var weasyprintPython: String?

  @Option(help: "The laboratory's own history (SQLite), which results are written into too.")
  var store: String?

  @Flag(name: .customLong("private"), help: "Make files and folders readable by you alone.")
  var isPrivate = false

  @OptionGroup var redactOption: RedactOption

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Option(help: "The day printed on the reports, as 2026-01-31. Default: today.")
  var runDate: String?

  var python: String {
    weasyprintPython ?? ProcessInfo.processInfo.environment["FOXP3_PYTHON"] ?? "python3"
  }

  func chosenFormats() throws -> Set<AnnotateRequest.Format> {
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

  /// The day asked for, else today.
  func chosenDate() throws -> String {
    guard let runDate else { return Today.text }
    guard CalendarDay.isDay(runDate) else {
      throw PipelineError(.usage, "--run-date: “\(runDate)” is not a day as 2026-01-31")
    }
    if runDate > Today.text, !quiet {
      Message.note(
        "--run-date \(runDate) is after today (\(Today.text)): a store keeps what it says until then"
      )
    }
    return runDate
  }
}
