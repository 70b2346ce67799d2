import Flow
import Nomenclature

/// Nonsense-mediated decay by the new stop's place, not the variant's.
enum DecayRule {
  /// `nil` where the change brings no new stop.
  static func prediction(_ protein: ProteinChange, _ edit: TranscriptEdit) -> DecayPrediction? {
    guard protein.hasNewStop, let residue = protein.stopResidue,
      let place = edit.place(ofStop: residue)
    else { return nil }
    return DecayPrediction(
      isExpected: place.basesBeforeLastJunction > DecayPrediction.minimumDistance,
      stopResidue: residue, stopExon: place.exon,
      basesBeforeLastJunction: place.basesBeforeLastJunction)
  }
}
