import Annotation
import Assessment
import Classification
import Flow
import Genome
import Nomenclature
import Normalisation
public import ReferenceBundle
import Settings

/// The stages as the reference sets them up: one value for a whole run.
public struct Knowledge: Sendable {
  public let bundle: ReferenceBundle
  let annotator: Annotator
  let classifier: Classifier
  let policy: AcmgPolicy
  /// The curated table with laboratories' own laid over it.
  let table: LayeredTable
  let maneMaps: [Assembly: TranscriptMap]
  private let facts: [Assembly: GeneFacts]
  private(set) var evidence: RunEvidence

  /// A policy file or a table that can't be used is an error with exit status 65, a missing table
  /// one with 66.
  public init(
    _ bundle: ReferenceBundle, tables: TableSelection = TableSelection(),
    evidence: EvidenceFiles = EvidenceFiles()
  ) throws(PipelineError) {
    self.bundle = bundle
    let table = try tables.load(bundle)
    self.table = table
    let policy = try Reference.policy(bundle)
    self.policy = policy
    var transcripts: [Assembly: [Transcript]] = [:]
    for assembly in Assembly.allCases { transcripts[assembly] = bundle.transcripts(assembly) }
    annotator = Annotator(
      transcripts: transcripts, alignment: bundle.alignment, order: bundle.consequenceOrder,
      regions: bundle.regions)
    var maps: [Assembly: TranscriptMap] = [:]
    for (assembly, transcripts) in transcripts {
      maps[assembly] = transcripts.first.map {
        TranscriptMap(transcript: $0, locus: bundle.locus(assembly))
      }
    }
    maneMaps = maps
    facts = Knowledge.facts(bundle, table)
    self.evidence = try RunEvidence(
      evidence, bundle: bundle, policy: policy,
      names: CaseNames(maps: maps, alignment: bundle.alignment), rows: table.all)
    classifier = Classifier(
      rows: table.all.map { row in
        PlacedRow(
          row: row.row, changes: row.resolved.changes,
          proteinName: Knowledge.proteinName(row.resolved, maps[.grch38]),
          isOfLaboratory: row.isOfLaboratory)
      },
      transcripts: transcripts.compactMapValues(\.first),
      loci: Dictionary(uniqueKeysWithValues: bundle.loci.map { ($0.assembly, $0) }),
      rules: Rules(
        policy: policy, regions: bundle.regions, maps: maps, isTableOn: !table.all.isEmpty))
  }

  /// The same with what is documented of one patient's case.
  func with(caseFile: String) throws(PipelineError) -> Knowledge {
    var own = self
    try own.evidence.readCase(caseFile, names, policy)
    return own
  }

  var names: CaseNames { CaseNames(maps: maneMaps, alignment: bundle.alignment) }

  /// Sentences on files of evidence that are not used as one may think.
  public var evidenceNotes: [String] { evidence.notes }

  /// On GRCh37, a sentence where a laboratory's table names alleles by intron numbers that mean others
  /// there: tables are read on GRCh38.
  func tableNotes(on assembly: Assembly) -> [String] {
    guard assembly == .grch37 else { return [] }
    let found = table.topmost.filter {
      $0.isOfLaboratory && $0.row.scope == .allele && names.dependsOnBuild($0.row.codingName)
    }.map { "\($0.row.codingName) (\($0.row.identifier))" }
    guard !found.isEmpty else { return [] }
    return [
      "The laboratory's table is read on GRCh38: by the intron numbers of GRCh37, the build of this "
        + "input, \(found.joined(separator: ", ")) would be another allele or none. Check that the names "
        + "were taken on GRCh38."
    ]
  }

  /// Refuses a language without a counselling text.
  func checkLanguage(_ language: String) throws(PipelineError) {
    guard bundle.text(language) == nil else { return }
    let known = bundle.texts.map(\.language).joined(separator: ", ")
    throw PipelineError(
      .usage, "--language: there is no counselling text in “\(language)”; known: \(known)")
  }

  /// NM_014009.4 on a build.
  func maneMap(_ assembly: Assembly) -> TranscriptMap? { maneMaps[assembly] }

  /// Every stage's value for one variant. `scores`: those of the variant's own record; `parts`: of a
  /// joined allele, each by itself; `restoring`: names of what takes its frame shift back.
  func classified(
    _ variant: NormalisedVariant, scores: ScoreReading = ScoreReading(),
    parts: [ClassifiedVariant] = [], restoring: [String] = []
  ) -> ClassifiedVariant {
    classifier.classify(
      annotator.annotate(variant),
      evidence: evidence.evidence(for: variant, own: scores, parts: parts, restoring: restoring))
  }

  func assessor(
    _ assembly: Assembly, _ profile: Profile
  ) throws(PipelineError) -> Assessor {
    guard let facts = facts[assembly] else {
      throw PipelineError(.internalFault, "the reference has no MANE Select transcript")
    }
    return Assessor(facts: facts, profile: profile)
  }

  private static func facts(
    _ bundle: ReferenceBundle, _ table: LayeredTable
  ) -> [Assembly: GeneFacts] {
    var facts: [Assembly: GeneFacts] = [:]
    for assembly in Assembly.allCases {
      facts[assembly] = bundle.transcripts(assembly).first.map {
        GeneFacts(
          locus: bundle.locus(assembly), transcript: $0,
          alleles: table.sought.map {
            KnownAllele(row: $0.row, change: $0.resolved.change(assembly))
          })
      }
    }
    return facts
  }

  /// What a row's allele does to the protein of NM_014009.4; `nil` where it does nothing.
  func proteinChange(_ row: ResolvedVariant) -> ProteinChange? {
    Knowledge.proteinChange(row, maneMaps[.grch38])
  }

  /// The allele's protein name; of a lost start the older one, since `p.?` says nothing of the
  /// place.
  func proteinName(_ row: ResolvedVariant) -> String? {
    Knowledge.proteinName(row, maneMaps[.grch38])
  }

  private static func proteinName(_ row: ResolvedVariant, _ map: TranscriptMap?) -> String? {
    let change = proteinChange(row, map)
    return change?.kind == .startLost ? change?.aliases.first : change?.name
  }

  private static func proteinChange(
    _ row: ResolvedVariant, _ map: TranscriptMap?
  ) -> ProteinChange? {
    guard let map, let change = row.change(.grch38) else { return nil }
    return TranscriptEdit(change, on: map)?.proteinChange()
  }
}
