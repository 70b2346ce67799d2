import Annotation
import Assessment
import Classification
import Flow
import Genome
import Nomenclature
import Normalisation
public import ReferenceBundle

/// The stages as the reference sets them up: one value for a whole run.
public struct Knowledge: Sendable {
  public let bundle: ReferenceBundle
  let annotator: Annotator
  let classifier: Classifier
  /// Protein name of each row's allele on NM_014009.4, by the row's identifier.
  let proteinNames: [String: String]

  public init(_ bundle: ReferenceBundle) {
    self.bundle = bundle
    var transcripts: [Assembly: [Transcript]] = [:]
    for assembly in Assembly.allCases { transcripts[assembly] = bundle.transcripts(assembly) }
    annotator = Annotator(
      transcripts: transcripts, alignment: bundle.alignment, order: bundle.consequenceOrder,
      regions: bundle.regions)
    proteinNames = Knowledge.proteinNames(bundle)
    let names = proteinNames
    classifier = Classifier(
      rows: bundle.table.resolved.map {
        PlacedRow(row: $0.row, changes: $0.changes, proteinName: names[$0.row.identifier])
      },
      transcripts: transcripts.compactMapValues(\.first),
      loci: Dictionary(uniqueKeysWithValues: bundle.loci.map { ($0.assembly, $0) }))
  }

  /// NM_014009.4 on a build.
  func maneMap(_ assembly: Assembly) -> TranscriptMap? {
    bundle.transcripts(assembly).first.map {
      TranscriptMap(transcript: $0, locus: bundle.locus(assembly))
    }
  }

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

  private static func proteinNames(_ bundle: ReferenceBundle) -> [String: String] {
    guard let mane = bundle.transcripts(.grch38).first else { return [:] }
    let map = TranscriptMap(transcript: mane, locus: bundle.locus(.grch38))
    var names: [String: String] = [:]
    for row in bundle.table.resolved {
      guard let change = row.change(.grch38),
        let protein = TranscriptEdit(change, on: map)?.proteinChange()
      else { continue }
      // `p.?` says nothing of the place; the older name does.
      names[row.row.identifier] = protein.aliases.first ?? protein.name
    }
    return names
  }
}
