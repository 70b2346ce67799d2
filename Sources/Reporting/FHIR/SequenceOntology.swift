import Flow
import Genome

/// Accessions of the Sequence Ontology, as Ensembl's variation code lists them
/// (`Bio::EnsEMBL::Variation::Utils::Constants`) and, for MNV, as the Genomics Reporting guide does.
enum SequenceOntology {
  /// The type of a change: accession and term, or `nil` for what can't be assessed.
  static func changeType(_ change: NormalisedVariant.Change) -> (code: String, term: String)? {
    switch change {
    case .sequence(let change): sequence(change)
    case .structural(let change): structural(change.kind)
    case .notAssessable: nil
    }
  }

  private static func sequence(_ change: SequenceChange) -> (code: String, term: String) {
    if change.isSubstitution { return ("SO:0001483", "SNV") }
    if change.isInsertion { return ("SO:0000667", "insertion") }
    if change.isDeletion { return ("SO:0000159", "deletion") }
    return change.isIndel ? ("SO:1000032", "delins") : ("SO:0002007", "MNV")
  }

  private static func structural(_ kind: StructuralChange.Kind) -> (code: String, term: String) {
    switch kind {
    case .deletion: ("SO:0000159", "deletion")
    case .duplication: ("SO:1000035", "duplication")
    case .inversion: ("SO:1000036", "inversion")
    }
  }
}

extension ConsequenceTerm {
  var accession: String {
    switch self {
    case .transcriptAblation: "SO:0001893"
    case .spliceAcceptor: "SO:0001574"
    case .spliceDonor: "SO:0001575"
    case .stopGained: "SO:0001587"
    case .frameshift: "SO:0001589"
    case .stopLost: "SO:0001578"
    case .startLost: "SO:0002012"
    case .transcriptAmplification: "SO:0001889"
    case .featureElongation: "SO:0001907"
    case .featureTruncation: "SO:0001906"
    case .inframeInsertion: "SO:0001821"
    case .inframeDeletion: "SO:0001822"
    case .missense: "SO:0001583"
    case .proteinAltering: "SO:0001818"
    case .spliceDonorFifthBase: "SO:0001787"
    case .spliceRegion: "SO:0001630"
    case .spliceDonorRegion: "SO:0002170"
    case .splicePolypyrimidineTract: "SO:0002169"
    case .startRetained: "SO:0002019"
    case .stopRetained: "SO:0001567"
    case .synonymous: "SO:0001819"
    case .codingSequence: "SO:0001580"
    case .fivePrimeUTR: "SO:0001623"
    case .threePrimeUTR: "SO:0001624"
    case .intron: "SO:0001627"
    case .upstreamGene: "SO:0001631"
    case .downstreamGene: "SO:0001632"
    case .intergenic: "SO:0001628"
    }
  }
}
