import Flow
import Genome
import Nomenclature

/// Nonsense-mediated decay by the new stop's place, not the variant's.
struct DecayRule {
  let map: TranscriptMap

  /// `nil` where the change brings no new stop.
  func prediction(_ protein: ProteinChange, _ edit: TranscriptEdit) -> DecayPrediction? {
    guard protein.hasNewStop, let residue = protein.stopResidue else { return nil }
    // The stop's last base in the changed transcript, whose junctions moved along.
    let stop = map.codingStart - 1 + residue * 3
    let junctions = edit.junctionsAfterwards
    guard let last = junctions.last else { return nil }
    let exon = junctions.count { $0 < stop - 2 } + 1
    return DecayPrediction(
      isExpected: last - stop > DecayPrediction.minimumDistance, stopResidue: residue,
      stopExon: exon,
      basesBeforeLastJunction: last - stop)
  }
}
