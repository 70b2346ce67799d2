import Flow
import Genome

/// The rule that matches the table's exon 1 deletion.
///
/// The published ends (PMID 17484868) are imprecise and its start lies upstream of NM_014009.4, so
/// the row is matched by what is lost: all of exon 1 as NM_014009.4 has it, and the two donor bases
/// of intron 1 behind it. A deletion that takes only a part of these is not this row. Of one whose ends lie in ranges
/// (exons counted by MLPA) it is enough that exon 1 is lost, and that the donor may be.
struct Exon1Removal: Sendable {
  /// Plus strand, 1-based: the donor's two bases and exon 1.
  let target: Interval
  private let exon: Interval
  /// Exon 2 and its acceptor's two bases, which a removal that goes on behind intron 1 takes bases of.
  private let behind: Interval

  init?(transcript: Transcript) {
    guard transcript.exons.count > 1 else { return nil }
    exon = transcript.exons[0]
    let next = transcript.exons[1]
    target = Interval(exon.start - 2, exon.end)
    behind = Interval(next.start, next.end + 2)
  }

  func isMet(by change: NormalisedVariant.Change) -> Bool {
    switch change {
    case .sequence(let change):
      // What is put in its place must be too short to hold exon 1 again.
      change.interval.contains(target) && change.alternate.count < target.count
        && change.reference.count - change.alternate.count >= target.count
    case .structural(let change):
      change.kind == .deletion && (change.narrowest ?? change.interval).contains(exon)
        && (change.precision == .unknown || change.widest?.contains(target) == true)
    case .notAssessable: false
    }
  }

  /// Why what is known of the loss of exon 1 alone is no word on a removal: more of the gene goes with it. `nil` where
  /// nothing behind intron 1 can be removed.
  func more(_ change: NormalisedVariant.Change) -> TableEvidence.SetAside? {
    switch change {
    case .sequence(let change): return change.interval.overlaps(behind) ? .takesMore : nil
    case .structural(let change):
      guard change.precision != .unknown else { return .mayTakeMore }
      guard (change.widest ?? change.interval).overlaps(behind) else { return nil }
      return change.narrowest?.overlaps(behind) == true ? .takesMore : .mayTakeMore
    case .notAssessable: return nil
    }
  }
}
