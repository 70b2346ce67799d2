import Classification
import Flow
import Genome
import HTS
import Isolation
import Nomenclature
import Normalisation
import Reading
import ReferenceBundle
import Settings

/// Files of evidence from outside a sample.
public struct EvidenceFiles: Sendable, Hashable {
  /// A gnomAD sites file (`--frequencies`).
  public var frequencies: String?
  /// A file with prediction scores in INFO (`--scores`).
  public var scores: String?
  /// What a laboratory documents of one patient's case (`--case`).
  public var caseFile: String?

  public init(frequencies: String? = nil, scores: String? = nil, caseFile: String? = nil) {
    self.frequencies = frequencies
    self.scores = scores
    self.caseFile = caseFile
  }
}

/// What the files of evidence say of an allele, whatever build each of them is on.
struct RunEvidence: Sendable {
  private let alignment: BuildAlignment
  private let loci: [Locus]
  private var frequencies: (index: EvidenceIndex, assembly: Assembly)?
  private var scores: (values: [SequenceChange: [ScoreEvidence]], assembly: Assembly)?
  /// The case file; `nil` without one.
  private(set) var documentedCase: DocumentedCase?
  private var rowSpliceScores: [String: Double] = [:]
  private let known: [SequenceChange: PopulationEvidence]
  /// As the report's versions name the files: key, and name with build and digest.
  private(set) var descriptions: [(key: String, value: String)] = []

  init(
    _ files: EvidenceFiles, bundle: ReferenceBundle, policy: AcmgPolicy, names: CaseNames,
    rows: [LayeredTable.Row]
  ) throws(PipelineError) {
    alignment = bundle.alignment
    loci = bundle.loci
    known = RunEvidence.known(bundle, names.maps[.grch38])
    if let path = files.frequencies { try readFrequencies(path, bundle, policy.population) }
    if let path = files.scores {
      try readScores(path, bundle, policy)
      rowSpliceScores = spliceScores(of: rows)
    }
    if let path = files.caseFile { try readCase(path, names) }
  }

  mutating func readCase(_ path: String, _ names: CaseNames) throws(PipelineError) {
    documentedCase = try DocumentedCase(path, names)
  }

  /// Splice scores of the table's rows, by identifier, which others are compared with.
  private func spliceScores(of rows: [LayeredTable.Row]) -> [String: Double] {
    guard let scores else { return [:] }
    var found: [String: Double] = [:]
    for row in rows {
      let change = row.resolved.change(scores.assembly)
      let score = change.flatMap { scores.values[$0] }?.first {
        $0.tool == AcmgPolicy.Scores.spliceTool
      }
      found[row.row.identifier] = score?.value
    }
    return found
  }

  /// `own`: scores that the variant's own record carries; they come before those of the file.
  /// `parts`: of a joined allele, each by itself.
  func evidence(
    for variant: NormalisedVariant, own: [ScoreEvidence], parts: [ClassifiedVariant] = []
  ) -> VariantEvidence {
    guard let change = variant.sequenceChange else {
      return VariantEvidence(scores: own, documented: documented(variant))
    }
    let other = scores.flatMap { file in
      self.change(change, variant.assembly, to: file.assembly).flatMap { file.values[$0] }
    }
    let ownTools = Set(own.map(\.tool))
    return VariantEvidence(
      population: population(change, variant.assembly),
      scores: own + (other ?? []).filter { !ownTools.contains($0.tool) },
      documented: documented(variant),
      rowSpliceScores: rowSpliceScores, parts: parts)
  }

  /// Whether a case file was given: it speaks of one patient.
  var hasCase: Bool { documentedCase != nil }

  /// Sentences where the case file documents variants that are not among the sample's, on its build.
  func unmatched(_ variants: [ClassifiedVariant], on assembly: Assembly) -> [String] {
    let carried = variants.compactMap { variant in
      allele(variant.annotated.normalised).map {
        NamedAllele(
          name: variant.annotated.mane?.codingName ?? variant.annotated.placement?.genomicName
            ?? "another change", change: $0)
      }
    }
    return documentedCase?.unmatched(carried, on: assembly) ?? []
  }

  private func documented(_ variant: NormalisedVariant) -> [CaseEvidence.Entry] {
    allele(variant).flatMap { documentedCase?.entries($0, on: variant.assembly) } ?? []
  }

  /// The variant's bases on its build; of a change given by its ends those between them, as its name
  /// says.
  private func allele(_ variant: NormalisedVariant) -> SequenceChange? {
    switch variant.change {
    case .sequence(let change): return change
    case .structural(let change):
      return loci.first { $0.assembly == variant.assembly }.flatMap(change.allele)
    case .notAssessable: return nil
    }
  }

  private func population(_ change: SequenceChange, _ assembly: Assembly) -> PopulationEvidence {
    let listed = self.change(change, assembly, to: .grch38).flatMap { known[$0] }
    guard let frequencies else { return listed ?? .noFile }
    guard let there = self.change(change, assembly, to: frequencies.assembly) else {
      return listed ?? .notCovered(reason: "the builds differ there")
    }
    let found = frequencies.index.population(of: there)
    // What is known to have been seen is not absent because one file lacks it.
    switch found {
    case .notCovered, .absent: return listed ?? found
    default: return found
    }
  }

  private func change(
    _ change: SequenceChange, _ from: Assembly, to assembly: Assembly
  ) -> SequenceChange? {
    from == assembly ? change : alignment.change(change, from: from)
  }

  /// The short built-in list, on GRCh38.
  private static func known(
    _ bundle: ReferenceBundle, _ map: TranscriptMap?
  ) -> [SequenceChange: PopulationEvidence] {
    guard let map else { return [:] }
    var known: [SequenceChange: PopulationEvidence] = [:]
    for entry in bundle.frequencies {
      guard let change = try? HGVSReader.change(codingName: entry.codingName, on: map) else {
        continue
      }
      guard let number = entry.chromosomes else {
        known[change] = .shareOnly(entry.alleleFrequency, source: entry.source)
        continue
      }
      let copies = Int((entry.alleleFrequency * Double(number)).rounded())
      known[change] = .seen(
        PopulationCount(
          alleleCount: copies, alleleNumber: number, hemizygotes: entry.hemizygotes),
        source: entry.source)
    }
    return known
  }

  // MARK: Reading

  private mutating func readFrequencies(
    _ path: String, _ bundle: ReferenceBundle, _ policy: AcmgPolicy.Population
  ) throws(PipelineError) {
    var counts: [[PopulationCount?]] = []
    let reading = try read(path, "frequencies", bundle) { (record) throws(HTSError) in
      counts.append(try FrequencyFields.counts(record))
    }
    let sites = zip(reading.records, counts).flatMap { record, counts in
      zip(RunEvidence.changes(record, reading.normaliser), counts).map { change, count in
        EvidenceIndex.Site(
          change: change, interval: record.interval, count: count,
          filters: record.passesFilter ? [] : record.filters)
      }
    }
    frequencies = (
      EvidenceIndex(
        sites, source: reading.name, minimum: policy.minimumChromosomes.value,
        reach: policy.reach.value), reading.assembly
    )
  }

  private mutating func readScores(
    _ path: String, _ bundle: ReferenceBundle, _ policy: AcmgPolicy
  ) throws(PipelineError) {
    let reading = try read(path, "scores", bundle) { (_) throws(HTSError) in }
    let fields = RunEvidence.scoreFields(policy, bundle, header: reading.header)
    var values: [SequenceChange: [ScoreEvidence]] = [:]
    for record in reading.records {
      for (index, change) in RunEvidence.changes(record, reading.normaliser).enumerated() {
        guard let change else { continue }
        let found = fields.scores(record, allele: index + 1)
        if !found.isEmpty, values[change] == nil { values[change] = found }
      }
    }
    scores = (values, reading.assembly)
  }

  static func scoreFields(
    _ policy: AcmgPolicy, _ bundle: ReferenceBundle, header: String
  ) -> ScoreFields {
    let mane = bundle.transcripts(.grch38).first
    return ScoreFields(
      tools: policy.scores.tools.map { ScoreFields.Tool(name: $0.name, keys: $0.keys) },
      header: header,
      transcripts: [mane?.accession, mane?.ensemblAlias].compactMap { $0 }.filter { !$0.isEmpty })
  }

  private struct FileReading {
    var name: String
    var assembly: Assembly
    var header: String
    var records: [ReadRecord]
    var normaliser: Normaliser
  }

  /// Isolates the locus of a file whose build is proven as an input's is. A file without a record
  /// there is an error: it is most often of another build than its header says.
  private mutating func read(
    _ path: String, _ key: String, _ bundle: ReferenceBundle,
    _ body: (borrowing VariantRecord) throws(HTSError) -> Void
  ) throws(PipelineError) -> FileReading {
    let reading: FileReading
    let provenance: Provenance
    do throws(IsolationError) {
      (reading, provenance) = try RunEvidence.isolate(path, bundle, body)
    } catch {
      throw PipelineError(error)
    }
    guard provenance.recordsInLocus > 0 else {
      throw PipelineError(
        .unusable,
        "\(path): has no record in the FOXP3 locus of \(reading.assembly.rawValue), the build its "
          + "header shows, and so tells nothing; give a file of \(key) that holds the region")
    }
    descriptions.append(
      (
        key,
        "\(reading.name) (\(reading.assembly.rawValue), \(provenance.recordsInLocus) records in "
          + "the locus, SHA-256 \(provenance.contentDigest))"
      ))
    return reading
  }

  private static func isolate(
    _ path: String, _ bundle: ReferenceBundle,
    _ body: (borrowing VariantRecord) throws(HTSError) -> Void
  ) throws(IsolationError) -> (FileReading, Provenance) {
    let isolator = try Isolator(
      path: path, request: IsolationRequest(loci: bundle.loci, naming: bundle.naming))
    let header = isolator.header.text
    var reader = RecordReader(SampleSelection.none)
    var records: [ReadRecord] = []
    let provenance = try isolator.forEachRecord { (record, _) throws(HTSError) in
      records.append(try reader.read(record))
      try body(record)
    }
    return (
      FileReading(
        name: provenance.inputName, assembly: provenance.assembly, header: header,
        records: records, normaliser: Normaliser(locus: bundle.locus(provenance.assembly))),
      provenance
    )
  }

  private static func changes(
    _ record: ReadRecord, _ normaliser: Normaliser
  ) -> [SequenceChange?] {
    record.alternates.indices.map {
      normaliser.normalise(ReadVariant(record: record, alleleIndex: $0 + 1)).sequenceChange
    }
  }
}
