import Delivery
public import Flow
import Genome
import HTS
import Reporting

/// `foxp3 annotate`: each input by itself, its reports written whole or not at all.
public struct AnnotatePipeline: Sendable {
  private let knowledge: Knowledge
  private let request: AnnotateRequest

  public init(knowledge: Knowledge, request: AnnotateRequest) {
    self.knowledge = knowledge
    self.request = request
  }

  /// What became of one input.
  public struct Outcome: Sendable {
    public var input: String
    /// The samples' results with the files written for each.
    public var samples: Result<[(result: SampleResult, files: [String])], PipelineError>
  }

  /// Checks what can be checked before anything is written: the samples of all inputs, their
  /// names as file names, and options that speak of one sample.
  ///
  /// An input that can't be opened is left to its own run, where it fails by itself.
  public func checkSampleNames() throws(PipelineError) {
    guard request.inputs.count(where: { $0 == "-" }) < 2 else {
      throw PipelineError(.usage, "standard input (-) can be read only once")
    }
    var names: [String] = []
    for input in request.inputs where input != "-" {
      names += (try? selectedNames(input)) ?? []
    }
    if request.sex != .unknown, names.count > 1 {
      throw PipelineError(
        .usage,
        "--sex speaks of one sample, but \(names.count) are selected; choose one with --sample, "
          + "or give the sexes of all with --ped")
    }
    guard let clash = FileName.clashes(of: names).first else { return }
    let list = clash.map { "“\($0)”" }.joined(separator: ", ")
    throw PipelineError(
      .usage, "the samples \(list) would write the same files; run them into different folders")
  }

  /// Runs the inputs in turn; `body` hears of each as soon as it is done.
  public func run(_ body: (Outcome) -> Void) throws(PipelineError) {
    try checkSampleNames()
    var failures: [PipelineError] = []
    for input in request.inputs {
      let outcome = Outcome(input: input, samples: run(input))
      if case .failure(let error) = outcome.samples { failures.append(error) }
      body(outcome)
    }
    guard let first = failures.first else { return }
    guard failures.count == request.inputs.count, request.inputs.count == 1 else {
      throw PipelineError(
        .partial, "\(failures.count) of \(request.inputs.count) inputs failed; the others are done")
    }
    throw first
  }

  private func run(
    _ input: String
  ) -> Result<[(result: SampleResult, files: [String])], PipelineError> {
    do throws(PipelineError) {
      let result = try VariantPipeline(knowledge: knowledge, request: request).run(input)
      try checkSex(result)
      let setup = ReportSetup(knowledge: knowledge, request: request)
      let writer = ReportWriter(reports: Reports(context: setup.context), request: request)
      try writer.write(result)
      return .success(result.samples.map { ($0, writer.files(of: $0)) })
    } catch {
      return .failure(error)
    }
  }

  /// Standard input's samples are known only once it is read.
  private func checkSex(_ result: InputResult) throws(PipelineError) {
    guard request.sex != .unknown, result.samples.count > 1 else { return }
    throw PipelineError(
      .usage, "--sex speaks of one sample, but the input has \(result.samples.count)")
  }

  private func selectedNames(_ input: String) throws -> [String] {
    let samples = try VariantFile.open(input).header.samples
    if samples.isEmpty { return [FileStem.of(input)] }
    return request.samples.isEmpty ? samples : request.samples
  }
}
