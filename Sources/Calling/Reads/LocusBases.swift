import Genome

/// The locus' plus-strand bases as codes, by 1-based position.
struct LocusBases: Sendable {
  let interval: Interval
  let codes: [UInt8]

  init(_ locus: Locus) {
    interval = locus.interval
    codes = locus.sequence.bytes.map(BaseCode.of)
  }

  /// Index of a position in arrays that run along the locus; the position has to lie in it.
  func index(_ position: Int) -> Int { position - interval.start }

  func code(at position: Int) -> UInt8? {
    interval.contains(position) ? codes[position - interval.start] : nil
  }

  /// Bases of what of `stretch` lies in the locus.
  func codes(in stretch: Interval) -> ArraySlice<UInt8> {
    guard let inside = stretch.intersection(interval) else { return [] }
    return codes[index(inside.start)...index(inside.end)]
  }

  /// `stretch`, and as far on both sides as its ends go on in a repeat with a period of up to six
  /// bases, 80 bases at the most: an insertion or deletion in the repeat can be written at any place of it.
  func repeatContext(of stretch: Interval) -> Interval {
    let ends = (1...6).map { extended(stretch, period: $0) }
    return Interval(
      max(ends.map(\.start).min() ?? stretch.start, interval.start),
      min(ends.map(\.end).max() ?? stretch.end, interval.end))
  }

  /// The same, and as far as a sequence of up to 16 bases stands twice in a row: one more, or one less, can be written at
  /// any place of both.
  func tandemContext(of stretch: Interval) -> Interval {
    (7...16).reduce(repeatContext(of: stretch)) { context, period in
      let ends = extended(stretch, period: period)
      guard ends.count - stretch.count >= period else { return context }
      return Interval(
        min(context.start, max(ends.start, interval.start)),
        max(context.end, min(ends.end, interval.end)))
    }
  }

  /// 80 bases at the most on each side.
  private func extended(_ stretch: Interval, period: Int) -> Interval {
    let limit = 80
    var (left, right) = (stretch.start, stretch.end)
    while left > interval.start + 1, stretch.start - left < limit,
      code(at: left - 1) == code(at: left - 1 + period)
    {
      left -= 1
    }
    while right < interval.end - 1, right - stretch.end < limit,
      code(at: right + 1) == code(at: right + 1 - period)
    {
      right += 1
    }
    return Interval(left, right)
  }

  /// The longest run of one base that touches `stretch`.
  func longestRun(in stretch: Interval) -> Int {
    var longest = 0
    var run = 0
    var last: UInt8 = BaseCode.unknown
    for code in codes(in: stretch) {
      run = code == last ? run + 1 : 1
      last = code
      longest = max(longest, run)
    }
    return longest
  }
}
