import Flow
import Genome
import Nomenclature

/// Whether a change may do more than its consequence terms tell. To them the polyadenylation signal is an
/// untranslated base as any other, and a stretch that is lost, doubled or turned round with a part of the last
/// or the first exon only touches one.
struct EffectBeyondTerms {
  let map: TranscriptMap

  /// What is smaller is known by its bases.
  private static let longestSmall = 50

  func isPossible(_ change: SequenceChange) -> Bool {
    if map.changesPolyadenylationSignal(change) { return true }
    return max(change.reference.count, change.alternate.count) > Self.longestSmall
      && touchesExon(doubled(by: change) ?? change.interval)
  }

  func isPossible(_ change: StructuralChange) -> Bool {
    touchesExon(change.widest ?? change.interval)
  }

  private func touchesExon(_ stretch: Interval) -> Bool {
    map.transcript.exons.contains { $0.overlaps(stretch) }
  }

  /// Behind an exon the copy of a part of it would lie in the intron.
  private func doubled(by change: SequenceChange) -> Interval? {
    let stretch = Interval(change.start, change.start + change.alternate.count - 1)
    return change.isInsertion && map.locus.bases(in: stretch) == change.alternate ? stretch : nil
  }
}
