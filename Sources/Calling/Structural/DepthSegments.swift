import Genome

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Stretches of the window where the sample has fewer or more copies than beside the locus: the most
/// likely course of copy ratios over the bins (Viterbi 1967, doi 10.1109/TIT.1967.1054010).
struct DepthSegments: Sendable {
  struct Segment: Sendable, Hashable {
    var interval: Interval
    /// Copies over the usual number: 0, 0.5, 1.5 or 2.
    var ratio: Double
    /// Ratio as measured.
    var measured: Double
    /// Natural logarithm of the odds against the usual number.
    var odds: Double
    /// Whether the segment ends where the window with reads ends.
    var isOpen: Bool

    var isDeletion: Bool { ratio < 1 }
  }

  let segments: [Segment]
  let baseline: DepthBaseline
  private let profile: DepthProfile

  /// Natural logarithm: a change of copies begins at a bin this rarely.
  private static let change = -11.5

  /// The usual number of copies first. A half and one and a half are looked for in males too: a change
  /// in a half of the cells.
  private static let ratios = [1.0, 0.0, 0.5, 1.5, 2.0]

  init(_ profile: DepthProfile, _ baseline: DepthBaseline) {
    self.baseline = baseline
    self.profile = profile
    segments = Self.segments(profile, baseline, Self.ratios, Self.covered(profile))
  }

  /// Measured ratio of starts in a stretch, with the starts expected of the usual copies; `nil` where
  /// no whole bin lies in it.
  func ratio(in stretch: Interval) -> (measured: Double, expected: Double)? {
    let bins = profile.bins(in: stretch)
    guard !bins.isEmpty else { return nil }
    let expected = baseline.mean * Double(bins.count)
    let seen = profile.starts[bins].reduce(0) { $0 + Int($1) }
    return (Double(seen) / expected, expected)
  }

  /// First to last bin with reads: beyond, the file may have none at all.
  private static func covered(_ profile: DepthProfile) -> Range<Int> {
    guard let first = profile.starts.firstIndex(where: { $0 > 0 }),
      let last = profile.starts.lastIndex(where: { $0 > 0 })
    else { return 0..<0 }
    return first..<last + 1
  }

  private static func segments(
    _ profile: DepthProfile, _ baseline: DepthBaseline, _ ratios: [Double], _ bins: Range<Int>
  ) -> [Segment] {
    let states = course(profile, baseline, ratios, bins)
    var segments: [Segment] = []
    var start = 0
    while start < states.count {
      var end = start + 1
      while end < states.count, states[end] == states[start] { end += 1 }
      if states[start] != 0 {
        let range = (bins.lowerBound + start)..<(bins.lowerBound + end)
        segments.append(
          segment(range, ratios[states[start]], profile, baseline, bins))
      }
      start = end
    }
    return segments
  }

  private static func segment(
    _ range: Range<Int>, _ ratio: Double, _ profile: DepthProfile, _ baseline: DepthBaseline,
    _ covered: Range<Int>
  ) -> Segment {
    let counts = profile.starts[range].map(Double.init)
    let odds = counts.reduce(0) {
      $0 + score($1, ratio, baseline) - score($1, 1, baseline)
    }
    return Segment(
      interval: Interval(
        profile.interval(ofBin: range.lowerBound).start,
        profile.interval(ofBin: range.upperBound - 1).end),
      ratio: ratio,
      measured: counts.reduce(0, +) / (baseline.mean * Double(counts.count)), odds: odds,
      isOpen: range.lowerBound == covered.lowerBound || range.upperBound == covered.upperBound)
  }

  /// The most likely state of each bin.
  private static func course(
    _ profile: DepthProfile, _ baseline: DepthBaseline, _ ratios: [Double], _ bins: Range<Int>
  ) -> [Int] {
    var best = [Double](repeating: 0, count: ratios.count)
    var from: [[Int]] = []
    for bin in bins {
      let top = best.indices.max { best[$0] < best[$1] } ?? 0
      var next = best
      var origin = Array(ratios.indices)
      for state in ratios.indices {
        if best[top] + change > best[state] {
          next[state] = best[top] + change
          origin[state] = top
        }
        next[state] += score(Double(profile.starts[bin]), ratios[state], baseline)
      }
      best = next
      from.append(origin)
    }
    var state = best.indices.max { best[$0] < best[$1] } ?? 0
    var states: [Int] = []
    for origin in from.reversed() {
      states.append(state)
      state = origin[state]
    }
    return states.reversed()
  }

  /// Natural logarithm of the probability of a count, as a normal distribution with the variance of
  /// chance and of the sample's own spread; a few stray reads may lie anywhere.
  private static func score(
    _ count: Double, _ ratio: Double, _ baseline: DepthBaseline
  ) -> Double {
    let mean = max(ratio * baseline.mean, 0.02 * baseline.mean)
    let variance = mean + (baseline.spread * mean) * (baseline.spread * mean)
    let distance = count - mean
    return max(-20, -0.5 * (distance * distance / variance + log(variance)))
  }
}
