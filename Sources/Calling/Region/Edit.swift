import Genome

/// A change that reads suggest: the bases of a stretch give way to others. An insertion has an empty
/// stretch, before whose start it stands.
struct Edit: Sendable, Hashable {
  /// 1-based.
  var interval: Interval
  /// Codes of the new bases.
  var replacement: [UInt8]

  var isSubstitution: Bool { interval.count == replacement.count }

  /// Where a pure insertion or deletion can be written with the same result, with the bases beside an
  /// insertion: a read that lies within does not tell whether the change is there. Of a tandem
  /// duplication it is the whole repeated stretch.
  func shiftInterval(on locus: LocusBases) -> Interval {
    guard interval.isEmpty != replacement.isEmpty else { return interval }
    let moving = replacement.isEmpty ? Array(locus.codes(in: interval)) : replacement
    let count = moving.count
    var left = 0
    while locus.code(at: interval.start - 1 - left) == moving[(count - 1 - left % count)] {
      left += 1
    }
    var right = 0
    while locus.code(at: interval.end + 1 + right) == moving[right % count] { right += 1 }
    let whole = Interval(interval.start - left, interval.end + right)
    return replacement.isEmpty ? whole : Interval(whole.start - 1, whole.end + 1)
  }

  /// Length changed, in bases.
  var size: Int { max(interval.count, replacement.count) }
}
