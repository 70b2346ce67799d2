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
  /// What each row's allele does to the protein of NM_014009.4, by the row's identifier.
  let proteinChanges: [String: ProteinChange]
  private let maneMaps: [Assembly: TranscriptMap]

  /// A policy file that can't be used is an error with exit status 65.
  public init(_ bundle: ReferenceBundle) throws(PipelineError) {
    self.bundle = bundle
    let policy = try Knowledge.policy(bundle)
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
    let changes = Knowledge.proteinChanges(bundle, maps[.grch38])
    proteinChanges = changes
    classifier = Classifier(
      rows: bundle.table.resolved.map {
        // `p.?` says nothing of the place; the older name does.
        let change = changes[$0.row.identifier]
        return PlacedRow(
          row: $0.row, changes: $0.changes, proteinName: change?.aliases.first ?? change?.name)
      },
      transcripts: transcripts.compactMapValues(\.first),
      loci: Dictionary(uniqueKeysWithValues: bundle.loci.map { ($0.assembly, $0) }),
      rules: Rules(policy: policy, regions: bundle.regions, maps: maps, isTableOn: true))
  }

  private static func policy(_ bundle: ReferenceBundle) throws(PipelineError) -> AcmgPolicy {
    do throws(SettingsError) {
      return try AcmgPolicy(
        yaml: bundle.acmgRules, file: ReferenceBundle.acmgRulesFile,
        regions: Set(bundle.regions.map(\.name)))
    } catch {
      throw PipelineError(error)
    }
  }

  /// NM_014009.4 on a build.
  func maneMap(_ assembly: Assembly) -> TranscriptMap? { maneMaps[assembly] }

  /// Every stage's value for one variant.
  func classified(_ variant: NormalisedVariant) -> ClassifiedVariant {
    classifier.classify(annotator.annotate(variant))
  }

  func geneFacts(_ assembly: Assembly) -> GeneFacts? {
    bundle.transcripts(assembly).first.map {
      GeneFacts(
        locus: bundle.locus(assembly), transcript: $0,
        alleles: bundle.table.resolved.map {
          KnownAllele(row: $0.row, change: $0.change(assembly))
        })
    }
  }

  private static func proteinChanges(
    _ bundle: ReferenceBundle, _ map: TranscriptMap?
  ) -> [String: ProteinChange] {
    guard let map else { return [:] }
    var changes: [String: ProteinChange] = [:]
    for row in bundle.table.resolved {
      changes[row.row.identifier] = row.change(.grch38).flatMap {
        TranscriptEdit($0, on: map)?.proteinChange()
      }
    }
    return changes
  }
}
