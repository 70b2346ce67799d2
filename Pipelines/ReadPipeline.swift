import Assessment
import Calling
import Flow
import Genome
import HTS
import Nomenclature
import Settings

/// From a file of reads to results: isolate, call, and then as a variant file goes.
struct ReadPipeline {
  let knowledge: Knowledge
  let request: AnnotateRequest

  /// One result per selected sample, each with the records called of it.
  func run(
    _ file: consuming AlignmentFile, path: String
  ) throws(PipelineError) -> [InputResult] {
    let reading = try AlignmentReader(bundle: knowledge.bundle, request: request)
      .read(file, path: path)
    let pipeline = VariantPipeline(knowledge: knowledge, request: request)
    var results: [InputResult] = []
    for sample in reading.samples {
      results.append(try pipeline.result(of: try called(sample, reading), path))
    }
    return results
  }

  /// The records called of a sample, as if they had been read from a file. `listsOthers`: small variants
  /// have `<*>` behind their alternates.
  func called(
    _ sample: AlignmentReading.Sample, _ reading: AlignmentReading, listsOthers: Bool = false
  ) throws(PipelineError) -> InputReading {
    let calls = try calls(sample, reading, listsOthers: listsOthers)
    var provenance = reading.provenance
    if let share = calls.mismatchShare {
      let tenths = Int(((1 - share) * 1_000).rounded())
      provenance.assemblyProofs.append(
        "\(tenths / 10).\(tenths % 10) % of the reads' good bases over the locus are those of "
          + provenance.assembly.rawValue)
    }
    let notes = notes(on: calls, reading)
    provenance.notes += notes.sentences
    provenance.doubts += notes.doubts
    return InputReading(
      provenance: provenance,
      header: CallHeader.text(
        sample: sample.name, contig: provenance.contig, locus: reading.locus,
        copiesElsewhere: reading.copiesElsewhere),
      samples: [sample.name], records: calls.records, sexChromosomes: [nil],
      sexDepth: reading.sexDepth(of: sample), sexReads: sample.sexReads,
      readDepth: calls.depth, copyNumber: calls.copyNumber,
      isCalledFromReads: true, isOfRNA: calls.use.areSpliced)
  }

  func notes(on calls: SampleCalls, _ reading: AlignmentReading) -> CallNotes {
    let provenance = reading.provenance
    return CallNotes(
      calls: calls, contig: provenance.contig,
      gene: knowledge.maneMap(provenance.assembly)?.transcript.extent ?? reading.locus.interval,
      minimumMappingQuality: request.profile.minimumMappingQuality)
  }

  /// What is called of a sample. `file`: its variant file, over whose records no reference blocks are made.
  func calls(
    _ sample: AlignmentReading.Sample, _ reading: AlignmentReading,
    beside file: InputReading? = nil,
    listsOthers: Bool = false
  ) throws(PipelineError) -> SampleCalls {
    let calls = sample.caller.calls(
      copies: try copies(of: sample, reading, beside: file), beside: file?.records ?? [],
      listsOthers: listsOthers)
    try checkBases(calls, reading)
    return calls
  }

  /// Copies of FOXP3 to call for; `nil` where the sex is unknown. What a variant file shows of it counts as it
  /// does in the report.
  private func copies(
    of sample: AlignmentReading.Sample, _ reading: AlignmentReading, beside file: InputReading?
  ) throws(PipelineError) -> Int? {
    let assessor = try knowledge.assessor(reading.provenance.assembly, request.profile)
    switch assessor.sex(
      declared: request.declaredSex(of: file?.samples.first ?? sample.name),
      calls: file?.sexChromosomes.first ?? nil,
      depth: reading.sexDepth(of: sample), reads: sample.sexReads)
    {
    case .male: return 1
    case .female: return 2
    case .unknown: return nil
    }
  }

  /// Reads of another reference differ from the locus' bases everywhere.
  private func checkBases(
    _ calls: SampleCalls, _ reading: AlignmentReading
  ) throws(PipelineError) {
    let limit = 0.1
    guard let share = calls.mismatchShare, share > limit else { return }
    throw PipelineError(
      .unusable,
      "\(reading.provenance.inputName): wrong reference: \(Int((share * 100).rounded())) % of the "
        + "bases over the locus are not those of \(reading.provenance.assembly.rawValue); align the "
        + "reads to GRCh37 or GRCh38")
  }
}
