import Delivery
public import Flow
public import Genome
public import HTS
import Isolation
public import ReferenceBundle

/// `foxp3 scan`: only isolates; the records of the locus as they stand in the source.
public struct ScanPipeline: Sendable {
  private let reference: LocusReference
  private let request: Request

  /// What a scan was asked for.
  public struct Request: Sendable {
    /// A file's path, or `-` for standard input.
    public var input: String
    /// `nil` is standard output.
    public var output: String?
    /// `nil`: VCF, and BAM for reads, which are written as BAM in any case.
    public var encoding: VariantEncoding?
    /// The reference a CRAM was written with.
    public var fasta: String?
    /// `nil`: the build is proven from the input alone.
    public var assembly: Assembly?
    public var isFullScan: Bool
    public var allowsBisect: Bool
    /// Threads that inflate; `nil` lets the number of processors decide.
    public var threads: Int?

    var filesRead: ReadFiles {
      ReadFiles(withIndexes: [input] + [fasta].compactMap { $0 })
    }

    public init(
      input: String, output: String?, encoding: VariantEncoding?, fasta: String? = nil,
      assembly: Assembly?, isFullScan: Bool, allowsBisect: Bool, threads: Int? = nil
    ) {
      self.input = input
      self.output = output
      self.encoding = encoding
      self.fasta = fasta
      self.assembly = assembly
      self.isFullScan = isFullScan
      self.allowsBisect = allowsBisect
      self.threads = threads
    }
  }

  public init(reference: LocusReference, request: Request) {
    self.reference = reference
    self.request = request
  }

  /// What was isolated, and how.
  public struct Outcome: Sendable {
    public var provenance: Provenance
    public var content: InputContent
  }

  /// Writes the records and tells how they were found. Nothing is written where the way to the
  /// locus can't be gone to its end.
  public func run() throws(PipelineError) -> Outcome {
    try VariantDelivery.check(request.output, besides: request.filesRead)
    try Reference.checkFASTA(request.fasta)
    switch try opened() {
    case .variants(let file):
      return Outcome(provenance: try writeVariants(file), content: .variants)
    case .reads(let file):
      return Outcome(
        provenance: try ReadScan(reference: reference, request: request).run(file), content: .reads)
    }
  }

  private func opened() throws(PipelineError) -> InputFile {
    do throws(HTSError) {
      return try InputFile.open(request.input, fasta: request.fasta)
    } catch {
      throw PipelineError(error)
    }
  }

  private func writeVariants(_ file: consuming VariantFile) throws(PipelineError) -> Provenance {
    let (header, records, provenance) = try isolated(file)
    let marked = ScanPipeline.marked(header, provenance)
    try VariantDelivery.write(
      header: marked, records: records, as: request.encoding ?? .text, to: request.output)
    return provenance
  }

  private func isolated(
    _ file: consuming VariantFile
  ) throws(PipelineError) -> (String, [String], Provenance) {
    do throws(IsolationError) {
      var records: [String] = []
      let isolator = try Isolator(
        file, path: request.input, request: IsolationRequest(reference, request))
      let header = isolator.header.text
      let provenance = try isolator.forEachRecord { record, _ in records.append(record.lineText) }
      return (header, records, provenance)
    } catch {
      throw PipelineError(error)
    }
  }

  /// The source's header with a line before `#CHROM` that says what was done.
  private static func marked(_ header: String, _ provenance: Provenance) -> String {
    let line =
      "##foxp3_scan=version \(ToolVersion.text), \(provenance.assembly.rawValue), "
      + "\(provenance.recordsInLocus) records in the FOXP3 locus, by \(provenance.way)\n"
    var lines = header.split(separator: "\n").map { $0 + "\n" }
    lines.insert(Substring(line), at: max(0, lines.count - 1))
    return lines.joined()
  }
}

extension IsolationRequest {
  init(_ reference: LocusReference, _ request: ScanPipeline.Request) {
    self.init(
      loci: reference.loci, naming: reference.naming, declaredAssembly: request.assembly,
      isFullScan: request.isFullScan, allowsBisect: request.allowsBisect,
      threads: request.threads)
  }
}
