import Delivery
public import Flow
import Genome
import HTS
import ReferenceBundle
import Reporting

/// `foxp3 annotate`: each input by itself, its reports written whole or not at all.
public struct AnnotatePipeline: Sendable {
  private let knowledge: Knowledge
  private let request: AnnotateRequest

  public init(knowledge: Knowledge, request: AnnotateRequest) {
    self.knowledge = knowledge
    var request = request
    request.read = request.filesRead()
    self.request = request
  }

  /// What became of one input.
  public struct Outcome: Sendable {
    public var input: String
    /// The samples' results with the files written for each, and why one that was asked for is not.
    public var samples:
      Result<[(result: SampleResult, files: [String], notes: [String])], PipelineError>
  }

  /// Checks what can be checked before anything is written: options that speak of one input, the days of the case,
  /// the samples of all inputs, and their names as file names.
  ///
  /// An input that can't be opened is left to its own run, where it fails by itself; one that can
  /// be read only once, as a pipe, is checked there too.
  private func checkRequest() throws(PipelineError) {
    guard request.inputs.count(where: { $0 == "-" }) < 2 else {
      throw PipelineError(.usage, "standard input (-) can be read only once")
    }
    guard request.sex == .unknown || request.inputs.count < 2 else {
      throw PipelineError(
        .usage,
        "--sex speaks of one sample, but \(request.inputs.count) inputs are given; give the sexes "
          + "of all with --ped")
    }
    guard request.alignments == nil || request.inputs.count < 2 else {
      throw PipelineError(
        .usage,
        "--alignments speaks of one sample, but \(request.inputs.count) inputs are given")
    }
    guard !knowledge.evidence.hasCase || request.inputs.count < 2 else {
      throw PipelineError(
        .usage, "--case speaks of one patient, but \(request.inputs.count) inputs are given")
    }
    try knowledge.evidence.documentedCase?.checkDays(until: request.runDate)
    var names: [String] = []
    for input in request.inputs where VariantFile.canBeReadAgain(input) {
      names += (try? selectedNames(input)) ?? []
    }
    try checkSex(of: names)
    try checkClashes(names)
  }

  private func checkSex(of samples: [String]) throws(PipelineError) {
    guard !knowledge.evidence.hasCase || samples.count < 2 else {
      throw PipelineError(
        .usage,
        "--case speaks of one patient, but \(samples.count) samples are selected; choose one with "
          + "--sample")
    }
    guard request.sex == .unknown || samples.count < 2 else {
      throw PipelineError(
        .usage,
        "--sex speaks of one sample, but \(samples.count) are selected; choose one with --sample, "
          + "or give the sexes of all with --ped")
    }
    for sample in samples { try request.checkDeclaredSex(of: sample) }
  }

  private func checkClashes(_ names: [String]) throws(PipelineError) {
    if let twice = request.samples.first(where: { name in
      request.samples.count { $0 == name } > 1
    }) {
      throw PipelineError(.usage, "--sample names “\(twice)” twice; name each sample once")
    }
    guard let clash = FileName.clashes(of: names).first else { return }
    let list = clash.map { "“\($0)”" }.joined(separator: ", ")
    throw PipelineError(
      .usage, "the samples \(list) would write the same files; run them into different folders")
  }

  /// Runs the inputs in turn; `body` hears of each as soon as it is done. Gives what came of
  /// families.
  @discardableResult
  public func run(_ body: (Outcome) -> Void) throws(PipelineError) -> FamilyOutcome {
    try Reference.checkFASTA(request.fasta)
    try checkRequest()
    try PedigreeReports.check(request.pedigree)
    try knowledge.checkLanguage(request.language)
    let pdfWriter = try PDFWriter.ifNeeded(request)
    let recorder = try StoreRecorder.ifNeeded(request)
    defer { recorder?.close() }
    var families = PedigreeReports(knowledge: knowledge, request: request)
    var failures: [PipelineError] = []
    var written: [String] = []
    for input in request.inputs {
      let outcome = Outcome(
        input: input, samples: run(input, after: written, pdfWriter, recorder, &families))
      switch outcome.samples {
      case .success(let samples): written += samples.map(\.result.sample)
      case .failure(let error): failures.append(error)
      }
      body(outcome)
    }
    var told = try families.write()
    told.warnings += [
      recorder?.laterNote,
      EarlierFamilies(directory: request.outputDirectory).note(on: written, beside: told.files),
    ].compactMap { $0 }
    guard let first = failures.first else { return told }
    guard request.inputs.count > 1 else { throw first }
    let rest =
      failures.count == request.inputs.count ? "nothing was written" : "the others are done"
    throw PipelineError(
      .partial, "\(failures.count) of \(request.inputs.count) inputs failed; \(rest)")
  }

  /// `written`: samples of inputs before this one, whose files must stay as they are.
  private func run(
    _ input: String, after written: [String], _ pdfWriter: PDFWriter?,
    _ recorder: StoreRecorder?, _ families: inout PedigreeReports
  ) -> Result<[(result: SampleResult, files: [String], notes: [String])], PipelineError> {
    do throws(PipelineError) {
      let digest = try fileDigest(of: input)
      var results = try VariantPipeline(knowledge: knowledge, request: request).run(input)
      for result in results.indices {
        for sample in results[result].samples.indices {
          results[result].samples[sample].provenance.fileDigest = digest
        }
      }
      let names = results.flatMap(\.samples).map(\.sample)
      try checkSex(of: names)
      try checkClashes(written + names)
      notePedigree(in: &results)
      let samples = results.flatMap(\.samples)
      let setup = ReportSetup(knowledge: knowledge, request: request)
      let writer = ReportWriter(
        reports: Reports(context: setup.context), request: request, pdfWriter: pdfWriter)
      let replaced = samples.map {
        request.formats.contains(.json)
          ? ReportWriter.replacedNote(by: $0, in: request.outputDirectory) : nil
      }
      try writer.write(results)
      for result in results { try families.add(result) }
      for sample in samples { try recorder?.record(sample, knowledge, runDate: request.runDate) }
      return .success(
        zip(samples, replaced).map { sample, replaced in
          (
            sample, writer.files(of: sample),
            writer.notes(on: sample) + [replaced].compactMap { $0 }
          )
        })
    } catch {
      return .failure(error)
    }
  }

  /// SHA-256 of the whole file; `nil` where it was not asked for.
  private func fileDigest(of input: String) throws(PipelineError) -> String? {
    guard request.checksumsInputs else { return nil }
    guard input != "-", VariantFile.canBeReadAgain(input) || FileFacts.of(input) == nil else {
      throw PipelineError(
        .usage,
        "--checksum-inputs: \(input) can be read only once; write it to a file, or leave the option out"
      )
    }
    return Digest.of(file: input)
  }

  private func notePedigree(in results: inout [InputResult]) {
    let people = results.flatMap(\.samples).filter(\.hasGenotypes).map(\.sample)
    guard let note = request.pedigreeNote(samples: people) else { return }
    for result in results.indices {
      for sample in results[result].samples.indices {
        results[result].samples[sample].provenance.notes.append(note)
      }
    }
  }

  private func selectedNames(_ input: String) throws -> [String] {
    let samples = try InputFile.open(input, fasta: request.fasta).samples
    if samples.isEmpty { return [FileStem.of(input)] }
    return request.samples.isEmpty ? samples : request.samples
  }
}
