import Delivery
import Flow
import Genome
import HTS
import Isolation
import ReferenceBundle

/// The part of a scan that is for reads: those over the locus, written as BAM.
struct ReadScan {
  let reference: LocusReference
  let request: ScanPipeline.Request

  func run(_ file: consuming AlignmentFile) throws(PipelineError) -> Provenance {
    guard request.encoding.map({ [.binary, .uncompressedBinary].contains($0) }) ?? true else {
      throw PipelineError(
        .usage, "\(request.input): holds reads, which are written as BAM: -O b or u")
    }
    do {
      guard let output = request.output else { return try write(file, to: nil) }
      let place = VariantDelivery.place(of: output)
      var delivery = try Delivery(directory: place.folder)
      let provenance = try write(file, to: try delivery.stagedPath(for: place.name))
      try delivery.commit()
      return provenance
    } catch {
      throw PipelineError(writing: error)
    }
  }

  private func write(
    _ file: consuming AlignmentFile, to path: String?
  ) throws -> Provenance {
    let isolator = try ReadIsolator(
      file, path: request.input, fasta: request.fasta,
      request: IsolationRequest(reference, request))
    var output = try AlignmentOutput.open(
      header: marked(isolator), isCompressed: request.encoding != .uncompressedBinary, to: path)
    let outcome = try isolator.forEachRead(flank: 0, includesUnmapped: true) {
      (record, isInLocus) throws(HTSError) in
      if isInLocus { try output.append(record) }
    }
    try output.finish()
    return outcome.provenance
  }

  /// The source's header with a line at its end that says what was done.
  private func marked(_ isolator: borrowing ReadIsolator) -> String {
    let text = isolator.header.text
    let locus = reference.locus(isolator.assembly).interval
    return text + (text.isEmpty || text.hasSuffix("\n") ? "" : "\n")
      + "@CO\tfoxp3_scan=version \(ToolVersion.text), \(isolator.assembly.rawValue), the reads over "
      + "\(isolator.contig):\(locus.start)-\(locus.end)\n"
  }
}
