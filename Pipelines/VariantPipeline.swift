import Assessment
public import Flow
import Genome
import HTS
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

  /// The results of an input of variants or of reads, each with the records it stands on.
  public func run(_ path: String) throws(PipelineError) -> [InputResult] {
    let opened: InputFile
    do throws(HTSError) {
      opened = try InputFile.open(path, fasta: request.fasta)
    } catch {
      throw PipelineError(error)
    }
    switch consume opened {
    case .variants(let file):
      let reader = InputReader(bundle: knowledge.bundle, request: request)
      var reading = try reader.read(file, path: path)
      if let alignments = request.alignments {
        try AlignmentEvidence(knowledge: knowledge, request: request)
          .fill(&reading, from: alignments)
      }
      return [try result(of: reading, path)]
    case .reads(let file):
      guard request.alignments == nil else {
        throw PipelineError(
          .usage,
          "\(path): holds reads, and --alignments gives reads beside a file of variants; leave one of "
            + "them out")
      }
      return try ReadPipeline(knowledge: knowledge, request: request).run(file, path: path)
    }
  }

  /// One result per sample that was read.
  func result(of reading: InputReading, _ path: String) throws(PipelineError) -> InputResult {
    var reading = reading
    let assembly = reading.provenance.assembly
    try knowledge.evidence.documentedCase?.checkNumbering(on: assembly)
    reading.provenance.notes += knowledge.tableNotes(on: assembly) + knowledge.evidenceNotes
    let normaliser = Normaliser(locus: knowledge.bundle.locus(assembly))
    let scores = ScoreTable.fields(
      knowledge.policy, knowledge.bundle, header: reading.header)
    let alleles = try reading.records.map { (record) throws(PipelineError) in
      try record.alternates.indices.map { (index) throws(PipelineError) -> ClassifiedVariant? in
        guard !ReadRecord.isNonReference(record.alternates[index]) else { return nil }
        return knowledge.classified(
          normaliser.normalise(ReadVariant(record: record, alleleIndex: index + 1)),
          scores: try VariantPipeline.own(scores, record, index + 1, path))
      }
    }
    let inputs = try sampleInputs(reading, alleles, path)
    let assessor = try knowledge.assessor(reading.provenance.assembly, request.profile)
    return InputResult(
      header: reading.header,
      records: zip(reading.records, alleles).map { ClassifiedRecord(record: $0, alleles: $1) },
      inputs: inputs,
      samples: inputs.map { withHealth(assessor.assess($0)) })
  }

  /// What the pedigree says of the person's health.
  private func withHealth(_ result: SampleResult) -> SampleResult {
    let affection = request.pedigree.members.first { $0.name == result.sample }?.affection
    let (isWell, hasSigns) = (
      result.patientCase?.isWithoutTriad == true, result.patientCase?.hasSigns == true
    )
    var result = result
    switch affection {
    case .affected:
      result.isAffected = true
      let but = ", and the case file documents enteropathy, endocrinopathy and dermatitis as absent"
      result.notes.append("The pedigree says that this person is affected\(isWell ? but : "").")
    case .unaffected where hasSigns:
      result.notes.append(
        "The pedigree says that this person is not affected, and the case file documents signs of illness: correct "
          + "one of them.")
    default: break
    }
    return result
  }

  /// What a record of the input has of scores; one that can't be is an error with its place.
  private static func own(
    _ fields: ScoreFields, _ record: ReadRecord, _ allele: Int, _ path: String
  ) throws(PipelineError) -> ScoreReading {
    do throws(ScoreProblem) {
      return try fields.scores(record, allele: allele)
    } catch {
      throw PipelineError(
        .unusable,
        "\(path): \(EvidenceReading.place(record)): \(error.clause); correct the record or the "
          + "program that wrote it")
    }
  }

  private func sampleInputs(
    _ reading: InputReading, _ alleles: [[ClassifiedVariant?]], _ path: String
  ) throws(PipelineError) -> [SampleInput] {
    let assessor = try knowledge.assessor(reading.provenance.assembly, request.profile)
    let variants = SampleVariants(knowledge: knowledge, reading: reading, alleles: alleles)
    let listed = variants.all()
    let exchanged = exchangedAlleles(reading)
    guard !reading.samples.isEmpty else {
      return [
        SampleInput(
          name: FileStem.of(path), column: nil, records: reading.records,
          variants: listed, declaredSex: .unknown, sexChromosomes: nil,
          provenance: reading.provenance)
      ]
    }
    return try reading.samples.indices.map { (column) throws(PipelineError) in
      let declared = request.declaredSex(of: reading.samples[column])
      let calls = reading.sexChromosomes[column]
      var provenance = reading.provenance
      if reading.notesOfCaller.indices.contains(column) {
        provenance.notes += reading.notesOfCaller[column]
        provenance.doubts += reading.doubtsOfCaller[column]
      }
      let sex = assessor.sex(
        declared: declared, calls: calls, depth: reading.sexDepth, reads: reading.sexReads)
      try knowledge.evidence.documentedCase?.checkChild(is: sex)
      try knowledge.evidence.documentedCase?.checkHealth(
        of: reading.samples[column], in: request.pedigree)
      let (own, notes) = variants.joined(
        column: column, sex: sex, confidence: assessor.confidence(sex),
        minimumFraction: request.profile.hemizygousMinimumFraction)
      var input = SampleInput(
        name: reading.samples[column], column: column,
        records: reading.records + reading.blocksOfReads,
        variants: own, listed: listed, declaredSex: declared, sexChromosomes: calls,
        sexDepth: reading.sexDepth,
        sexReads: reading.sexReads, readDepth: reading.readDepth,
        copyNumber: reading.copyNumber, isCalledFromReads: reading.isCalledFromReads,
        isOfRNA: reading.isOfRNA,
        patientCase: knowledge.evidence.documentedCase?.patient,
        notes: notes
          + (knowledge.evidence.documentedCase?
            .noteOnNewness(reading.samples[column], request.pedigree) ?? [])
          + knowledge.evidence.unmatched(
            own, called: variants.alone(column: column), on: reading.provenance.assembly),
        provenance: provenance)
      input.exchanged = exchanged
      return input
    }
  }

  private func exchangedAlleles(_ reading: InputReading) -> [ClassifiedVariant] {
    let locus = knowledge.bundle.locus(reading.provenance.assembly)
    let normaliser = Normaliser(locus: locus)
    return reading.records.compactMap { record in
      record.exchangedAllele(on: locus).map { knowledge.classified(normaliser.normalise($0)) }
    }
  }
}

/// What a run found in one input.
public struct InputResult: Sendable {
  /// The source's header text.
  public var header: String
  public var records: [ClassifiedRecord]
  /// What went into the assessment of each sample.
  var inputs: [SampleInput]
  public var samples: [SampleResult]
}
