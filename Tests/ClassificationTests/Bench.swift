import Annotation
import Flow
import Genome
import Nomenclature
import ReferenceBundle
import Settings
import TestSupport
import Testing

@testable import Classification

/// Variants by their `c.` name through annotation, table and rules, as a run would take them.
struct Bench {
  let bundle: ReferenceBundle
  let policy: AcmgPolicy
  private let classifier: Classifier
  private let annotator: Annotator

  /// `reasons`, `mechanisms`: others of rows, by their `c.` name.
  init(
    isTableOn: Bool = true, policy: AcmgPolicy? = nil, isTableReversed: Bool = false,
    reasons: [String: String] = [:], mechanisms: [String: String] = [:]
  ) throws {
    let bundle = try EmbeddedReference.bundle()
    let policy = try policy ?? EmbeddedReference.policy()
    self.bundle = bundle
    self.policy = policy
    var transcripts: [Assembly: [Transcript]] = [:]
    for assembly in Assembly.allCases { transcripts[assembly] = bundle.transcripts(assembly) }
    annotator = Annotator(
      transcripts: transcripts, alignment: bundle.alignment, order: bundle.consequenceOrder,
      regions: bundle.regions)
    let maps = transcripts.compactMapValues(\.first).mapValues {
      TranscriptMap(
        transcript: $0,
        locus: bundle.locus($0.exons == bundle.transcripts(.grch37)[0].exons ? .grch37 : .grch38))
    }
    let rows = Bench.rows(bundle, maps[.grch38]).map { placed in
      var placed = placed
      placed.row.classReason = reasons[placed.row.codingName] ?? placed.row.classReason
      placed.row.mechanism = mechanisms[placed.row.codingName] ?? placed.row.mechanism
      return placed
    }
    classifier = Classifier(
      rows: isTableOn ? isTableReversed ? rows.reversed() : rows : [],
      transcripts: transcripts.compactMapValues(\.first),
      loci: Dictionary(uniqueKeysWithValues: bundle.loci.map { ($0.assembly, $0) }),
      rules: Rules(policy: policy, regions: bundle.regions, maps: maps, isTableOn: isTableOn))
  }

  private static func rows(_ bundle: ReferenceBundle, _ map: TranscriptMap?) -> [PlacedRow] {
    bundle.table.resolved.map { resolved in
      let protein = resolved.change(.grch38).flatMap { change in
        map.flatMap { TranscriptEdit(change, on: $0)?.proteinChange() }
      }
      return PlacedRow(
        row: resolved.row, changes: resolved.changes,
        proteinName: protein?.kind == .startLost ? protein?.aliases.first : protein?.name)
    }
  }

  var map: TranscriptMap {
    TranscriptMap(transcript: bundle.transcripts(.grch38)[0], locus: bundle.locus(.grch38))
  }

  func classify(
    _ name: String, evidence: VariantEvidence = .none, on assembly: Assembly = .grch38
  ) throws -> ClassifiedVariant {
    let change = try HGVSReader.change(codingName: name, on: map)
    guard assembly == .grch38 else {
      let other = try #require(bundle.alignment.change(change, from: .grch38))
      return classify(.sequence(other), evidence: evidence, on: .grch37)
    }
    return classify(.sequence(change), evidence: evidence)
  }

  func classify(
    _ change: NormalisedVariant.Change, evidence: VariantEvidence = .none,
    on assembly: Assembly = .grch38
  ) -> ClassifiedVariant {
    classifier.classify(
      annotator.annotate(NormalisedVariant(assembly: assembly, change: change)),
      evidence: evidence)
  }

  func result(
    _ criterion: Criterion, of name: String, evidence: VariantEvidence = .none
  ) throws -> CriterionResult {
    try #require(try classify(name, evidence: evidence).rules?.result(criterion))
  }
}

extension VariantEvidence {
  /// A frequency file's count.
  static func seen(
    _ count: Int, of number: Int, males: Int? = nil, filtering: Double? = nil
  ) -> VariantEvidence {
    VariantEvidence(
      population: .seen(
        PopulationCount(
          alleleCount: count, alleleNumber: number, hemizygotes: males,
          filteringFrequency: filtering, group: "afr", groupNumber: 30_000), source: "test"))
  }

  static let absent = VariantEvidence(population: .absent(alleleNumber: 1_000_000))

  static func scored(_ values: (String, Double)...) -> VariantEvidence {
    VariantEvidence(
      scores: values.map { ScoreEvidence(tool: $0.0, value: $0.1, field: "INFO/\($0.0)") })
  }
}
