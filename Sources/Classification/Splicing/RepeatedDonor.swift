import Genome
import Nomenclature

/// A donor that stands before changed bases and again behind them (`TranscriptMap.repeatedDonor`),
/// with the strength of each, in bits.
struct RepeatedDonor {
  let exon: Int
  /// Without the change.
  let before: Double
  /// Where it was, with the changed bases behind it.
  let first: Double
  /// Behind the changed bases.
  let second: Double

  /// `nil` for every other change, and where the locus does not hold the bases.
  init?(_ change: SequenceChange, on map: TranscriptMap) {
    guard let exon = map.repeatedDonor(by: change) else { return nil }
    let border = map.transcript.introns[exon - 1].end
    let lowest = change.leftAligned(on: map.locus)
    let highest = change.rightAligned(on: map.locus)
    // As far as the donor from where the change is written, and its bases.
    let reach =
      max(border - lowest.start, highest.interval.end - border)
      + SpliceSite.Kind.donor.weights.length
    guard let kept = ChangedStretch(lowest, reach: reach, on: map.locus),
      let moved = ChangedStretch(highest, reach: reach, on: map.locus)
    else { return nil }
    let old = kept.index(of: border)
    let new = moved.index(of: border) + moved.inserted.count - moved.replaced.count
    let weights = SpliceSite.Kind.donor.weights
    guard let before = weights.strength(at: old, in: kept.before),
      let first = weights.strength(at: old, in: kept.after),
      let second = weights.strength(at: new, in: moved.after)
    else { return nil }
    self.exon = exon
    self.before = before
    self.first = first
    self.second = second
  }

  /// As `-2.3 bits where it was and 8.8 bits behind the changed bases (8.8 before the change)`.
  var strengths: String {
    "\(SpliceSignals.text(first)) bits where it was and \(SpliceSignals.text(second)) bits behind the "
      + "changed bases (\(SpliceSignals.text(before)) before the change)"
  }
}
