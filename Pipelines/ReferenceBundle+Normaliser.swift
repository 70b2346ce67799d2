import Genome
import Nomenclature
import Normalisation
import ReferenceBundle

extension ReferenceBundle {
  /// By the exons of NM_014009.4 on the build.
  func normaliser(_ assembly: Assembly) -> Normaliser {
    Normaliser(map: TranscriptMap(transcript: transcripts(assembly)[0], locus: locus(assembly)))
  }
}
