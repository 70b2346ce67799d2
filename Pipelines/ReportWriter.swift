import Delivery
import Flow
import Foundation
import Genome
import HTS
import Reporting

/// Writes the reports of one input's samples, all of them or none, under
/// `<output>/<sample>/<sample>.foxp3.*`.
struct ReportWriter {
  let reports: Reports
  let request: AnnotateRequest
  /// Given with the format `pdf`.
  var pdfWriter: PDFWriter?

  func write(_ results: [InputResult]) throws(PipelineError) {
    do {
      var delivery = try Delivery(
        directory: request.outputDirectory, isPrivate: request.isPrivate, besides: request.read)
      for result in results {
        for (column, sample) in result.samples.enumerated() {
          try stage(sample, column: column, of: result, in: &delivery)
        }
      }
      try delivery.commit()
    } catch {
      throw PipelineError(writing: error)
    }
    for sample in results.flatMap(\.samples) { withdraw(from: sample) }
  }

  /// Takes away what was asked for, does not come of this result, and stands there from an earlier run: a page for the
  /// family beside a report that has none would still be read.
  func withdraw(from sample: SampleResult) {
    let made = Set(chosen(for: sample))
    for file in ReportFile.allCases
    where file.formats.isSubset(of: request.formats) && !made.contains(file) {
      let path = request.outputDirectory + "/" + file.path(of: sample.sample)
      try? FileManager.default.removeItem(atPath: path)
    }
  }

  /// The files written for a sample, relative to the output directory.
  func files(of sample: SampleResult) -> [String] {
    chosen(for: sample).map { $0.path(of: sample.sample) }
  }

  /// Why a document that was asked for is not among the files, and what of an earlier run is beside
  /// them, in sentences.
  func notes(on sample: SampleResult) -> [String] {
    var notes: [String] = []
    if request.formats.contains(.family) {
      notes += [reports.familyChoice(sample).reason].compactMap { $0 }
    }
    if request.formats.contains(.depth), sample.readDepth == nil {
      notes.append("No depth file: no reads were read (give them, or --alignments).")
    }
    let earlier = ReportWriter.earlierFiles(
      of: sample.sample, beside: files(of: sample), in: request.outputDirectory)
    return notes + [ReportWriter.earlierNote(earlier)].compactMap { $0 }
  }

  private func chosen(for sample: SampleResult) -> [ReportFile] {
    let hasFamily =
      request.formats.contains(.family) && reports.familyChoice(sample).reason == nil
    return ReportFile.allCases.filter { file in
      guard file.formats.isSubset(of: request.formats) else { return false }
      return switch file {
      case .familyPage, .familyPDF: hasFamily
      case .depth: sample.readDepth != nil
      default: true
      }
    }
  }

  func stage(
    _ sample: SampleResult, column: Int, of result: InputResult, in delivery: inout Delivery
  ) throws {
    for file in chosen(for: sample) {
      let path = file.path(of: sample.sample)
      switch file {
      case .variants: try stageVariants(sample, column, result, path, in: &delivery)
      case .variantIndex: break
      case .table: try delivery.stage(path, text: Reports.table([sample]))
      case .document: try stage(.json, sample, path, in: &delivery)
      case .fhir: try stage(.fhir, sample, path, in: &delivery)
      case .pathogenicity: try stage(.pathogenicity, sample, path, in: &delivery)
      case .uncovered: try delivery.stage(path, text: reports.bed(sample))
      case .depth: try delivery.stage(path, text: made(reports.depth(sample), path))
      case .page: try delivery.stage(path, bytes: reports.htmlBytes(sample))
      case .familyPage: try delivery.stage(path, text: made(reports.family(sample), path))
      case .pdf: try delivery.stage(path, bytes: pdf(sample, path))
      case .familyPDF: try delivery.stage(path, bytes: familyPDF(sample, path))
      case .multiQC: try delivery.stage(path, bytes: reports.multiQC([row(of: sample)]))
      case .multiQCStatistics:
        try delivery.stage(path, bytes: reports.multiQCStatistics([row(of: sample)]))
      }
    }
  }

  private func stage(
    _ document: LongDocument, _ sample: SampleResult, _ path: String,
    in delivery: inout Delivery
  ) throws {
    try delivery.stage(path) { write in try reports.write(document, of: sample, to: write) }
  }

  /// What was chosen is there, or nothing is written.
  private func made<Content>(
    _ content: Content?, _ path: String
  ) throws(PipelineError) -> Content {
    guard let content else {
      throw PipelineError(.internalFault, "\(path): was chosen and could not be made; report this")
    }
    return content
  }

  private func pdf(_ sample: SampleResult, _ path: String) throws -> [UInt8] {
    let name = "\(FileName.safe(sample.sample)).foxp3.json"
    return try made(pdfWriter, path).pdf(
      of: reports.html(sample), .archive,
      attachment: PDFWriter.Attachment(name: name, bytes: reports.json(sample)),
      subject: sample.sample)
  }

  private func familyPDF(_ sample: SampleResult, _ path: String) throws -> [UInt8] {
    try made(pdfWriter, path).pdf(
      of: made(reports.family(sample), path), .accessible, subject: "\(sample.sample), family page")
  }

  /// What a summary says of a sample.
  func summary(of sample: SampleResult) -> CohortSample {
    CohortSample(sample, context: reports.context, reports: files(of: sample))
  }

  private func row(of sample: SampleResult) -> CohortRow {
    CohortRow(
      sample: sample.sample, input: sample.provenance.inputName,
      outcome: .done(summary(of: sample)))
  }

  private func stageVariants(
    _ sample: SampleResult, _ column: Int, _ result: InputResult, _ file: String,
    in delivery: inout Delivery
  ) throws {
    let text = reports.vcf(
      sample, sampleIndex: sample.hasGenotypes ? column : nil, records: result.records,
      header: result.header)
    let files = try VariantWriter.files(
      header: text.header, records: text.lines, named: request.outputDirectory + "/" + file)
    try delivery.stage(file, bytes: files.text)
    try delivery.stage(file + ".tbi", bytes: files.index)
  }
}
