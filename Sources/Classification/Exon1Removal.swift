import Flow
import Genome

/// The rule that matches the table's exon 1 deletion.
///
/// The published ends (PMID 17484868) are imprecise and its start lies upstream of NM_014009.4, so
/// the row is matched by what is lost: all of exon 1 as NM_014009.4 has it, and the two donor bases
/// of intron 1 behind it. A deletion that takes only a part of these is not this row.
struct Exon1Removal: Sendable {
  /// Plus strand, 1-based: the donor's two bases and exon 1.
  let target: Interval
  private let transcript: Transcript

  init?(transcript: Transcript) {
    guard let exon = transcript.exons.first else { return nil }
    self.transcript = transcript
    target = Interval(exon.start - 2, exon.end)
  }

  func isMet(by change: NormalisedVariant.Change) -> Bool {
    switch change {
    case .sequence(let change):
      // What is put in its place must be too short to hold exon 1 again.
      change.interval.contains(target) && change.alternate.count < target.count
        && change.reference.count - change.alternate.count >= target.count
    case .structural(let change):
      change.kind == .deletion && (change.narrowest ?? change.interval).contains(target)
    case .notAssessable: false
    }
  }

  /// Whether coding bases are, or may be, removed along with exon 1.
  func mayTakeCodingBases(_ change: NormalisedVariant.Change) -> Bool {
    switch change {
    case .sequence(let change): transcript.hasCodingBases(in: change.interval)
    case .structural(let change):
      transcript.hasCodingBases(in: change.widest ?? change.interval)
    case .notAssessable: false
    }
  }
}
