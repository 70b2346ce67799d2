import Genome

/// A stretch in which reads suggest changes; it is called as a whole.
struct ActiveRegion: Sendable, Hashable {
  /// The stretch whose bases are compared, 1-based; a reference base lies on either side.
  var interval: Interval
  var edits: [CandidateEdits.Weighed]

  /// Changes this close are looked at together, so that a codon is never split.
  private static let joining = 12
  /// Bases beside a change that are compared too.
  private static let margin = 6
  /// Regions that would become longer stay apart.
  private static let longest = 260

  static func regions(_ edits: [CandidateEdits.Weighed], _ locus: LocusBases) -> [ActiveRegion] {
    var regions: [ActiveRegion] = []
    for weighed in edits.sorted(by: { $0.edit.interval.start < $1.edit.interval.start }) {
      guard let interval = interval(weighed.edit, locus) else { continue }
      if let last = regions.last, interval.start <= last.interval.end + joining,
        max(last.interval.end, interval.end) - last.interval.start < longest
      {
        regions[regions.count - 1].interval.end = max(last.interval.end, interval.end)
        regions[regions.count - 1].interval.start = min(last.interval.start, interval.start)
        regions[regions.count - 1].edits.append(weighed)
      } else {
        regions.append(ActiveRegion(interval: interval, edits: [weighed]))
      }
    }
    return regions
  }

  /// `nil` at the locus' ends, where no base would be left beside the region.
  private static func interval(_ edit: Edit, _ locus: LocusBases) -> Interval? {
    let context =
      edit.isSubstitution ? edit.interval : locus.repeatContext(of: edit.shiftInterval(on: locus))
    let margin = edit.isSubstitution ? 1 : margin
    let whole = Interval(context.start - margin, context.end + margin)
    return whole.start > locus.interval.start && whole.end < locus.interval.end ? whole : nil
  }
}
