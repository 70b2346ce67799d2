import Flow
import Genome
import Nomenclature

/// Whether a change may do more than its consequence terms tell. To them the polyadenylation signal is an
/// untranslated base as any other, a donor that stands twice is the first of the two, and a stretch that is
/// lost, doubled or turned round with a part of the last or the first exon only touches one.
struct EffectBeyondTerms {
  let map: TranscriptMap

  func isPossible(_ change: SequenceChange) -> Bool {
    if map.changesPolyadenylationSignal(change) || map.repeatedDonor(by: change) != nil {
      return true
    }
    // Behind an exon the copy of a part of it would lie in the intron.
    return max(change.reference.count, change.alternate.count) > TranscriptMap.longestSmall
      && touchesExon(map.locus.doubled(by: change) ?? change.interval)
  }

  func isPossible(_ change: StructuralChange) -> Bool {
    touchesExon(change.widest ?? change.interval)
  }

  private func touchesExon(_ stretch: Interval) -> Bool {
    map.transcript.exons.contains { $0.overlaps(stretch) }
  }
}
