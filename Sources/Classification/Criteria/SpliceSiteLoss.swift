import Genome
import Nomenclature

/// Which splice sites a change destroys: it counts only if the resulting sequence no longer has the
/// site's two intron bases at the exon's end (GT at the donor, AG at the acceptor), however the
/// change is spelled.
struct SpliceSiteLoss: Sendable, Hashable {
  /// Exons (counted from 1) whose donor is lost.
  let donors: [Int]
  /// Exons (counted from 1) whose acceptor is lost.
  let acceptors: [Int]

  var isEmpty: Bool { donors.isEmpty && acceptors.isEmpty }

  init(_ change: SequenceChange, on map: TranscriptMap) {
    let spellings = change.spellings(on: map.locus)
    let lost = SpliceSite.all(of: map.transcript).filter { site in
      spellings.allSatisfy { site.isLost(by: $0, map.locus) }
    }
    donors = lost.filter { $0.kind == .donor }.map(\.exon)
    acceptors = lost.filter { $0.kind == .acceptor }.map(\.exon)
  }
}

extension SpliceSite {
  fileprivate func isLost(by change: SequenceChange, _ locus: Locus) -> Bool {
    guard touches(change) else { return false }
    if !change.isIndel { return exchanged(change, locus) }
    let reachesExon =
      kind == .donor
      ? change.interval.end > dinucleotide.end : change.interval.start < dinucleotide.start
    guard !reachesExon, let before = locus.bases(in: dinucleotide) else { return true }
    return remaining(change, locus) != before.bytes
  }

  /// As many bases come in as go: the two bases stay where they are.
  private func exchanged(_ change: SequenceChange, _ locus: Locus) -> Bool {
    guard let before = locus.bases(in: dinucleotide)?.bytes else { return true }
    let after = (dinucleotide.start...dinucleotide.end).map { position in
      change.interval.contains(position)
        ? change.alternate.bytes[position - change.start] : before[position - dinucleotide.start]
    }
    return after != before
  }

  /// Replaces one of the two bases, or parts them.
  private func touches(_ change: SequenceChange) -> Bool {
    change.reference.isEmpty
      ? change.start == dinucleotide.end : change.interval.overlaps(dinucleotide)
  }

  /// The two bases beside the exon once the change is made.
  private func remaining(_ change: SequenceChange, _ locus: Locus) -> [UInt8] {
    let depth = 4
    if kind == .donor {
      let left = locus.bases(in: Interval(change.start - depth, change.start - 1))
      let right = locus.bases(in: Interval(change.interval.end + 1, dinucleotide.end))
      return Array(
        ((left?.bytes ?? []) + change.alternate.bytes + (right?.bytes ?? [])).suffix(2))
    }
    let left = locus.bases(in: Interval(dinucleotide.start, change.start - 1))
    let right = locus.bases(in: Interval(change.interval.end + 1, change.interval.end + depth))
    return Array(((left?.bytes ?? []) + change.alternate.bytes + (right?.bytes ?? [])).prefix(2))
  }
}
