import Flow
import Genome
import Nomenclature

/// Nonsense-mediated decay by the new stop's place, not the variant's: expected where the stop
/// stands more than 50 bases before the last exon junction (Nagy & Maquat 1998,
/// doi 10.1016/S0968-0004(98)01208-0; Abou Tayoun 2018, doi 10.1002/humu.23626).
struct DecayRule {
  let map: TranscriptMap

  static let distance = 50

  /// `nil` where the change brings no new stop.
  func prediction(_ protein: ProteinChange, _ edit: TranscriptEdit) -> DecayPrediction? {
    guard protein.hasNewStop, let residue = protein.stopResidue else { return nil }
    // The stop's last base in the changed transcript, and the junctions moved along with it.
    let stop = map.codingStart - 1 + residue * 3
    let junctions = map.exonStarts.dropFirst().map { start in
      start - 1 + (start > edit.end ? edit.lengthChange : 0)
    }
    guard let last = junctions.last else { return nil }
    let exon = junctions.count { $0 < stop - 2 } + 1
    return DecayPrediction(
      isExpected: last - stop > DecayRule.distance, stopResidue: residue, stopExon: exon,
      basesBeforeLastJunction: last - stop)
  }
}
