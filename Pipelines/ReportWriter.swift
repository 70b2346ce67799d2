import Delivery
import Flow
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
  }

  /// The files written for a sample, relative to the output directory.
  func files(of sample: SampleResult) -> [String] {
    endings(of: sample).map { ReportWriter.file(of: sample.sample, $0) }
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

  static func file(of sample: String, _ ending: String) -> String {
    let name = FileName.safe(sample)
    return "\(name)/\(name).foxp3\(ending)"
  }

  private func endings(of sample: SampleResult) -> [String] {
    let hasFamily =
      request.formats.contains(.family) && reports.familyChoice(sample).reason == nil
    let endings: [(AnnotateRequest.Format, [String])] = [
      (.vcf, ["vcf.gz", "vcf.gz.tbi"]), (.tsv, ["tsv"]), (.json, ["json"]), (.html, ["html"]),
      (.family, hasFamily ? ["family.html"] : []),
      (.pdf, hasFamily ? ["pdf", "family.pdf"] : ["pdf"]), (.bed, ["bed"]),
      (.depth, sample.readDepth == nil ? [] : ["depth.bed"]),
      (.fhir, ["fhir.json"]), (.va, ["va.json"]),
    ]
    let own = endings.filter { request.formats.contains($0.0) }.flatMap { $0.1.map { "." + $0 } }
    guard request.formats.contains(.multiqc) else { return own }
    return own + ReportWriter.endingsForMultiQC
  }

  /// MultiQC finds files by the end.
  private static let endingsForMultiQC = ["_mqc.json", "_statistics_mqc.json"]

  static func filesForMultiQC(of sample: String) -> [String] {
    endingsForMultiQC.map { file(of: sample, $0) }
  }

  func stage(
    _ sample: SampleResult, column: Int, of result: InputResult, in delivery: inout Delivery
  ) throws {
    for ending in endings(of: sample) {
      let file = ReportWriter.file(of: sample.sample, ending)
      switch ending {
      case ".vcf.gz": try stageVariants(sample, column, result, file, in: &delivery)
      case ".tsv": try delivery.stage(file, text: Reports.table([sample]))
      case ".json": try stage(.json, sample, file, in: &delivery)
      case ".fhir.json": try stage(.fhir, sample, file, in: &delivery)
      case ".va.json": try stage(.pathogenicity, sample, file, in: &delivery)
      case ".bed": try delivery.stage(file, text: reports.bed(sample))
      case ".depth.bed": try delivery.stage(file, text: reports.depth(sample) ?? "")
      case ".html": try delivery.stage(file, bytes: reports.htmlBytes(sample))
      case ".family.html": try delivery.stage(file, text: reports.family(sample) ?? "")
      case ".pdf": try delivery.stage(file, bytes: pdf(sample))
      case ".family.pdf": try delivery.stage(file, bytes: familyPDF(sample))
      case "_mqc.json": try delivery.stage(file, bytes: reports.multiQC([row(of: sample)]))
      case "_statistics_mqc.json":
        try delivery.stage(file, bytes: reports.multiQCStatistics([row(of: sample)]))
      default: break
      }
    }
  }

  private func stage(
    _ document: LongDocument, _ sample: SampleResult, _ file: String,
    in delivery: inout Delivery
  ) throws {
    try delivery.stage(file) { write in try reports.write(document, of: sample, to: write) }
  }

  private func pdf(_ sample: SampleResult) throws -> [UInt8] {
    let name = "\(FileName.safe(sample.sample)).foxp3.json"
    return try pdfWriter?.pdf(
      of: reports.html(sample), .archive,
      attachment: PDFWriter.Attachment(name: name, bytes: reports.json(sample)),
      subject: sample.sample) ?? []
  }

  private func familyPDF(_ sample: SampleResult) throws -> [UInt8] {
    try pdfWriter?.pdf(
      of: reports.family(sample) ?? "", .accessible, subject: "\(sample.sample), family page") ?? []
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

extension PipelineError {
  /// What went wrong while files were written.
  init(writing error: any Error) {
    switch error {
    case let error as DeliveryError: self.init(error)
    case let error as HTSError: self.init(error)
    case let error as ReportError: self.init(error)
    case let error as PipelineError: self = error
    default: self.init(.internalFault, String(describing: error))
    }
  }
}
