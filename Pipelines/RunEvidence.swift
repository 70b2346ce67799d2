import Classification
import Flow
import Genome
import Nomenclature
import ReferenceBundle
import Settings

/// What the files of evidence say of an allele, whatever build each of them is on.
struct RunEvidence: Sendable {
  private let alignment: BuildAlignment
  private let loci: [Locus]
  private var frequencies: FrequencySites?
  private var scores: ScoreTable?
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
    if let path = files.frequencies {
      let sites = try FrequencySites(path, bundle, policy.population)
      descriptions.append(("frequencies", sites.description))
      frequencies = sites
    }
    if let path = files.scores {
      let table = try ScoreTable(path, bundle, policy)
      descriptions.append(("scores", table.description))
      scores = table
      rowSpliceScores = spliceScores(of: rows)
    }
    if let path = files.caseFile { try readCase(path, names, policy) }
  }

  mutating func readCase(
    _ path: String, _ names: CaseNames, _ policy: AcmgPolicy
  ) throws(PipelineError) {
    documentedCase = try DocumentedCase(path, names, policy)
  }

  /// Splice scores of the table's rows, by identifier, which others are compared with.
  private func spliceScores(of rows: [LayeredTable.Row]) -> [String: Double] {
    guard let scores else { return [:] }
    var found: [String: Double] = [:]
    for row in rows {
      let change = row.resolved.change(scores.assembly)
      let score = change.map(scores.scores)?.scores.first {
        $0.tool == AcmgPolicy.Scores.spliceTool
      }
      found[row.row.identifier] = score?.value
    }
    return found
  }

  /// `own`: what the variant's own record has of scores; it comes before those of the file.
  /// `parts`: of a joined allele, each by itself. `restoring`: what takes its frame shift back.
  func evidence(
    for variant: NormalisedVariant, own: ScoreReading, parts: [ClassifiedVariant] = [],
    restoring: [String] = []
  ) -> VariantEvidence {
    guard let change = variant.sequenceChange else {
      return VariantEvidence(
        population: population(variant.change), scores: own.scores, scoreDoubts: own.doubts,
        documented: documented(variant))
    }
    let all = scores(change, variant.assembly, own)
    return VariantEvidence(
      population: population(change, variant.assembly), scores: all.scores,
      scoreDoubts: all.doubts,
      documented: documented(variant),
      rowSpliceScores: rowSpliceScores, parts: parts, restoring: restoring)
  }

  /// The record's own scores and, of other tools, the file's. Where there is none at all, the file tells why.
  private func scores(
    _ change: SequenceChange, _ assembly: Assembly, _ own: ScoreReading
  ) -> ScoreReading {
    guard let scores else { return own }
    let there = self.change(change, assembly, to: scores.assembly)
    let other = there.map(scores.scores) ?? ScoreReading()
    let ownTools = Set(own.scores.map(\.tool))
    let given = own.scores + other.scores.filter { !ownTools.contains($0.tool) }
    let doubts = (own.doubts + other.doubts).filter { doubt in
      !given.contains { $0.tool == doubt.tool }
    }
    let isSilent =
      doubts.isEmpty && given.allSatisfy { !scores.counts($0.tool) }
    return ScoreReading(
      scores: given, doubts: isSilent ? [scores.absence(of: there)] : doubts)
  }

  /// Sentences on given files that are not used as one may think.
  var notes: [String] { [scores?.unusedNote].compactMap { $0 } }

  private func population(_ change: NormalisedVariant.Change) -> PopulationEvidence {
    guard let frequencies, case .structural(let structural) = change else { return .noFile }
    return frequencies.index.population(of: structural)
  }

  /// Whether a case file was given: it speaks of one patient.
  var hasCase: Bool { documentedCase != nil }

  /// Sentences where the case file documents variants that are not among the sample's, on its build. `called`:
  /// those of its records, each by itself.
  func unmatched(
    _ variants: [ClassifiedVariant], called: [ClassifiedVariant], on assembly: Assembly
  ) -> [String] {
    let carried = variants.compactMap { variant in
      allele(variant.annotated.normalised).map {
        NamedAllele(
          name: variant.annotated.mane?.codingName ?? variant.annotated.placement?.genomicName
            ?? "another change", allele: $0)
      }
    }
    let alone = called.compactMap { allele($0.annotated.normalised)?.change }
    return documentedCase?.unmatched(carried, called: alone, on: assembly) ?? []
  }

  /// The variants that the case file documents and that are none of these.
  func documented(notAmong variants: [ClassifiedVariant]) -> [String] {
    documentedCase?.names(
      notAmong: variants.map(\.annotated.normalised).compactMap { variant in
        allele(variant).map { ($0, variant.assembly) }
      }) ?? []
  }

  /// Whether the case file documents evidence for one of these variants.
  func isDocumented(anyOf variants: [ClassifiedVariant]) -> Bool {
    variants.contains { !documented($0.annotated.normalised).isEmpty }
  }

  private func documented(_ variant: NormalisedVariant) -> [CaseEvidence.Entry] {
    allele(variant).flatMap { documentedCase?.entries($0, on: variant.assembly) } ?? []
  }

  private func allele(_ variant: NormalisedVariant) -> CaseAllele? {
    loci.first { $0.assembly == variant.assembly }.flatMap { CaseAllele(variant, on: $0) }
  }

  private func population(_ change: SequenceChange, _ assembly: Assembly) -> PopulationEvidence {
    let listed = self.change(change, assembly, to: .grch38).flatMap { known[$0] }
    guard let frequencies else { return listed ?? .noFile }
    guard let there = self.change(change, assembly, to: frequencies.assembly) else {
      return listed ?? .notCovered(reason: "the builds differ there")
    }
    let found = frequencies.index.population(of: there)
    // What is known to have been seen is not absent because one file lacks it, or counts no copy.
    switch found {
    case .notCovered, .absent, .tooLong: return listed ?? found
    case .seen(let count, _) where count.alleleCount == 0: return listed ?? found
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
}
