import Genome

/// A change that reads suggest: the bases of a stretch give way to others. An insertion has an empty
/// stretch, before whose start it stands.
struct Edit: Sendable, Hashable {
  /// 1-based.
  var interval: Interval
  /// Codes of the new bases.
  var replacement: [UInt8]

  init(interval: Interval, replacement: [UInt8]) {
    self.interval = interval
    self.replacement = replacement
  }

  init(_ change: SequenceChange) {
    self.init(interval: change.interval, replacement: change.alternate.bytes.map(BaseCode.of))
  }

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

  /// Whether both make the same of the locus: a pure insertion or deletion wherever in a repeat it stands.
  func isSame(as other: Edit, on locus: LocusBases) -> Bool {
    if self == other { return true }
    let isPure = interval.isEmpty != replacement.isEmpty
    guard isPure, interval.isEmpty == other.interval.isEmpty,
      interval.count == other.interval.count,
      replacement.count == other.replacement.count
    else { return false }
    let stretch = shiftInterval(on: locus)
    guard stretch == other.shiftInterval(on: locus) else { return false }
    return applied(in: stretch, locus) == other.applied(in: stretch, locus)
  }

  /// What it makes of a stretch that holds it.
  private func applied(in stretch: Interval, _ locus: LocusBases) -> [UInt8] {
    Array(locus.codes(in: Interval(stretch.start, interval.start - 1))) + replacement
      + locus.codes(in: Interval(interval.end + 1, stretch.end))
  }

  /// Length changed, in bases.
  var size: Int { max(interval.count, replacement.count) }
}
