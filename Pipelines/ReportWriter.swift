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

  func write(_ results: [InputResult]) throws(PipelineError) {
    do {
      var delivery = try Delivery(
        directory: request.outputDirectory, isPrivate: request.isPrivate)
      for result in results {
        for (column, sample) in result.samples.enumerated() {
          try stage(sample, column: column, of: result, in: &delivery)
        }
      }
      try delivery.commit()
    } catch let error as DeliveryError {
      throw PipelineError(error)
    } catch let error as HTSError {
      throw PipelineError(error)
    } catch let error as ReportError {
      throw PipelineError(error)
    } catch {
      throw PipelineError(.internalFault, String(describing: error))
    }
  }

  /// The files written for a sample, relative to the output directory.
  func files(of sample: SampleResult) -> [String] {
    let name = FileName.safe(sample.sample)
    let endings: [(AnnotateRequest.Format, [String])] = [
      (.vcf, ["vcf.gz", "vcf.gz.tbi"]), (.tsv, ["tsv"]), (.json, ["json"]), (.html, ["html"]),
      (.bed, ["bed"]), (.fhir, ["fhir.json"]), (.va, ["va.json"]),
    ]
    return endings.filter { request.formats.contains($0.0) }.flatMap { _, endings in
      endings.map { "\(name)/\(name).foxp3.\($0)" }
    }
  }

  private func stage(
    _ sample: SampleResult, column: Int, of result: InputResult, in delivery: inout Delivery
  ) throws {
    for file in files(of: sample) {
      switch file.split(separator: ".").last {
      case "gz": try stageVariants(sample, column, result, file, in: &delivery)
      case "tsv": try delivery.stage(file, text: reports.tsv([sample]))
      case "json": try stage(longDocument(file), sample, file, in: &delivery)
      case "bed": try delivery.stage(file, text: reports.bed(sample))
      case "html": try delivery.stage(file, text: reports.html(sample))
      default: break
      }
    }
  }

  private func longDocument(_ file: String) -> LongDocument {
    if file.hasSuffix(".fhir.json") { return .fhir }
    return file.hasSuffix(".va.json") ? .pathogenicity : .json
  }

  private func stage(
    _ document: LongDocument, _ sample: SampleResult, _ file: String,
    in delivery: inout Delivery
  ) throws {
    try delivery.stage(file) { write in try reports.write(document, of: sample, to: write) }
  }

  private func stageVariants(
    _ sample: SampleResult, _ column: Int, _ result: InputResult, _ file: String,
    in delivery: inout Delivery
  ) throws {
    let text = reports.vcf(
      sample, sampleIndex: sample.hasGenotypes ? column : nil, records: result.records,
      header: result.header)
    let path = try delivery.stagedPath(for: file)
    let index = try delivery.stagedPath(for: file + ".tbi")
    do throws(HTSError) {
      try VariantWriter.write(header: text.header, records: text.lines, to: path, index: index)
    } catch {
      // The temporary name means nothing to a reader.
      var named = error
      named.file = request.outputDirectory + "/" + file
      throw named
    }
  }
}
