import Assessment
public import Flow
import Genome
import Normalisation
import Reading
import ReferenceBundle
public import Reporting
import Settings

/// From a variant file to results: isolate, read, normalise, annotate, classify, assess.
public struct VariantPipeline: Sendable {
  private let knowledge: Knowledge
  private let request: AnnotateRequest

  public init(knowledge: Knowledge, request: AnnotateRequest) {
    self.knowledge = knowledge
    self.request = request
  }

  /// One result per selected sample, and the records they stand on.
  public func run(_ path: String) throws(PipelineError) -> InputResult {
    let reading = try InputReader(bundle: knowledge.bundle, request: request).read(path)
    let normaliser = Normaliser(locus: knowledge.bundle.locus(reading.provenance.assembly))
    let scores = RunEvidence.scoreFields(
      knowledge.policy, knowledge.bundle, header: reading.header)
    let alleles = reading.records.map { record in
      record.alternates.indices.map { index -> ClassifiedVariant? in
        guard !ReadRecord.isNonReference(record.alternates[index]) else { return nil }
        return knowledge.classified(
          normaliser.normalise(ReadVariant(record: record, alleleIndex: index + 1)),
          scores: scores.scores(record, allele: index + 1))
      }
    }
    return InputResult(
      header: reading.header,
      records: zip(reading.records, alleles).map { ClassifiedRecord(record: $0, alleles: $1) },
      samples: try assess(reading, alleles, path))
  }

  private func assess(
    _ reading: InputReading, _ alleles: [[ClassifiedVariant?]], _ path: String
  ) throws(PipelineError) -> [SampleResult] {
    guard let facts = knowledge.geneFacts(reading.provenance.assembly) else {
      throw PipelineError(.internalFault, "the reference has no MANE Select transcript")
    }
    let assessor = Assessor(facts: facts, profile: request.profile)
    let variants = SampleVariants(knowledge: knowledge, reading: reading, alleles: alleles)
    guard !reading.samples.isEmpty else {
      return [
        assessor.assess(
          SampleInput(
            name: FileStem.of(path), column: nil, records: reading.records,
            variants: variants.all(), declaredSex: .unknown, sexChromosomes: nil,
            provenance: reading.provenance))
      ]
    }
    return try reading.samples.indices.map { (column) throws(PipelineError) in
      let declared = request.declaredSex(of: reading.samples[column])
      let calls = reading.sexChromosomes[column]
      let sex = assessor.sex(declared: declared, calls: calls)
      try knowledge.evidence.checkChild(is: sex)
      let (own, notes) = variants.joined(
        column: column, sex: sex,
        minimumFraction: request.profile.hemizygousMinimumFraction)
      return assessor.assess(
        SampleInput(
          name: reading.samples[column], column: column, records: reading.records,
          variants: own, declaredSex: declared, sexChromosomes: calls,
          patientCase: knowledge.evidence.patientCase, notes: notes,
          provenance: reading.provenance))
    }
  }
}

/// What a run found in one input.
public struct InputResult: Sendable {
  /// The source's header text.
  public var header: String
  public var records: [ClassifiedRecord]
  public var samples: [SampleResult]
}
