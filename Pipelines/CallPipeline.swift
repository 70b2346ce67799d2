import Calling
import Delivery
public import Flow
import Genome
public import HTS

/// `foxp3 call`: only calls; the variants of one sample's reads over the locus.
public struct CallPipeline: Sendable {
  private let knowledge: Knowledge
  private let request: AnnotateRequest

  /// Where and how the calls are written.
  public struct Target: Sendable {
    /// `nil` is standard output.
    public var output: String?
    public var encoding: VariantEncoding
    /// Write what was read as reference too, as blocks.
    public var includesReference: Bool

    public init(output: String?, encoding: VariantEncoding, includesReference: Bool) {
      self.output = output
      self.encoding = encoding
      self.includesReference = includesReference
    }
  }

  /// `request` holds one input, and what it is read with.
  public init(knowledge: Knowledge, request: AnnotateRequest) {
    self.knowledge = knowledge
    self.request = request
  }

  /// Writes the calls and tells how the reads were found. Nothing is written where the way to the
  /// locus can't be gone to its end.
  public func run(_ input: String, to target: Target) throws(PipelineError) -> Provenance {
    try VariantDelivery.check(target.output, besides: request.filesRead(with: [input]))
    let reading = try called(input, listsOthers: target.includesReference)
    let records = reading.records.filter { target.includesReference || !$0.isReferenceBlock }
    try VariantDelivery.write(
      header: CallPipeline.marked(reading), records: records.map(\.lineText),
      as: target.encoding,
      to: target.output)
    return reading.provenance
  }

  /// The header with its maker behind the first line, and with what has to be known of the reads: no record
  /// tells it.
  private static func marked(_ reading: InputReading) -> String {
    var lines = reading.header.split(separator: "\n").map(String.init)
    let sample = reading.samples.first ?? ""
    let notes =
      reading.provenance.notes.map { CallerNotes.line($0, of: sample) }
      + reading.provenance.doubts.map { CallerNotes.line($0, of: sample, isDoubt: true) }
    lines.insert(
      contentsOf: ["##source=foxp3 call \(ToolVersion.text)"] + notes, at: min(1, lines.count))
    return lines.map { $0 + "\n" }.joined()
  }

  private func called(
    _ input: String, listsOthers: Bool
  ) throws(PipelineError) -> InputReading {
    let pipeline = ReadPipeline(knowledge: knowledge, request: request)
    let reading = try AlignmentReader(bundle: knowledge.bundle, request: request)
      .read(try opened(input), path: input)
    guard reading.samples.count == 1, let sample = reading.samples.first else {
      let names = reading.samples.map { "“\($0.name)”" }.joined(separator: ", ")
      throw PipelineError(
        .usage, "\(input): holds the samples \(names); choose one with --sample")
    }
    try request.checkDeclaredSex(of: sample.name)
    var called = try pipeline.called(sample, reading, listsOthers: listsOthers)
    called.provenance.notes += [request.pedigreeNote(samples: [sample.name])].compactMap { $0 }
    return called
  }

  private func opened(_ input: String) throws(PipelineError) -> AlignmentFile {
    do throws(HTSError) {
      return try AlignmentFile.open(input, fasta: request.fasta)
    } catch {
      throw PipelineError(error)
    }
  }
}

extension ReadRecord {
  /// The whole line of a record with one sample.
  fileprivate var lineText: String {
    ([fixedText] + [formatText].compactMap { $0 } + calls.map(\.text)).joined(separator: "\t")
  }
}
