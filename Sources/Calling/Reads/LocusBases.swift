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
    let limit = 80
    var start = stretch.start
    var end = stretch.end
    for period in 1...6 {
      var left = stretch.start
      while left > interval.start + 1, stretch.start - left < limit,
        code(at: left - 1) == code(at: left - 1 + period)
      {
        left -= 1
      }
      var right = stretch.end
      while right < interval.end - 1, right - stretch.end < limit,
        code(at: right + 1) == code(at: right + 1 - period)
      {
        right += 1
      }
      start = min(start, left)
      end = max(end, right)
    }
    return Interval(max(start, interval.start), min(end, interval.end))
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
