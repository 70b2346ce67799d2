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
    } catch {
      throw PipelineError(writing: error)
    }
  }

  /// The files written for a sample, relative to the output directory.
  func files(of sample: SampleResult) -> [String] {
    let name = FileName.safe(sample.sample)
    let endings: [(AnnotateRequest.Format, [String])] = [
      (.vcf, ["vcf.gz", "vcf.gz.tbi"]), (.tsv, ["tsv"]), (.json, ["json"]), (.html, ["html"]),
      (.bed, ["bed"]),
    ]
    let own = endings.filter { request.formats.contains($0.0) }.flatMap { _, endings in
      endings.map { "\(name)/\(name).foxp3.\($0)" }
    }
    guard request.formats.contains(.multiqc) else { return own }
    // MultiQC finds files by this ending.
    return own + ["_mqc.json", "_statistics_mqc.json"].map { "\(name)/\(name).foxp3\($0)" }
  }

  func stage(
    _ sample: SampleResult, column: Int, of result: InputResult, in delivery: inout Delivery
  ) throws {
    for file in files(of: sample) {
      switch file.split(separator: ".").last {
      case "gz": try stageVariants(sample, column, result, file, in: &delivery)
      case "tsv": try delivery.stage(file, text: reports.tsv([sample]))
      case "json" where file.hasSuffix("_statistics_mqc.json"):
        try delivery.stage(file, bytes: reports.multiQCStatistics([row(of: sample)]))
      case "json" where file.hasSuffix("_mqc.json"):
        try delivery.stage(file, bytes: reports.multiQC([row(of: sample)]))
      case "json": try delivery.stage(file, bytes: reports.json(sample))
      case "bed": try delivery.stage(file, text: reports.bed(sample))
      case "html": try delivery.stage(file, text: reports.html(sample))
      default: break
      }
    }
  }

  /// What a summary says of a sample.
  func summary(of sample: SampleResult) -> CohortSample {
    CohortSample(
      sample, table: reports.context.versions.table, reports: files(of: sample))
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
