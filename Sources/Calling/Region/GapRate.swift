import Genome

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How often these reads have an insertion or deletion that the sequencing made, by the length of the run
/// of one base it lies in: short reads hardly ever, long ones in a hundred bases or less.
///
/// Told by the reads themselves: their gaps at all places of the locus but those judged. What many reads
/// share at a place may be a variant and counts as a tenth of them at the most.
struct GapRate: Sendable {
  /// Runs of this length and longer are looked at together.
  private static let longestRun = 10
  /// From this length on a gap is as frequent as it can be.
  private static let longestKnown = 14
  /// Share of a place's reads that count as errors at the most.
  private static let highestShare = 0.1
  /// Reads over places of one length of run that are needed to tell a rate.
  private static let fewestReads = 200.0
  /// And places: one variant among few would count for an error rate.
  private static let fewestPlaces = 15.0

  private struct Count {
    var gaps = 0.0
    var reads = 0.0
    var places = 0.0

    static func - (one: Count, other: Count) -> Count {
      Count(
        gaps: one.gaps - other.gaps, reads: one.reads - other.reads,
        places: one.places - other.places)
    }
  }

  private let locus: LocusBases
  private let depth: [Int32]
  /// Gaps at each base of the locus, a tenth of its reads at the most.
  private let gaps: [Float]
  /// Over the locus, by length of run.
  private let whole: [Count]

  init(_ pileup: Pileup, _ locus: LocusBases) {
    self.locus = locus
    depth = pileup.depth
    var gaps = [Float](repeating: 0, count: depth.count)
    for (edit, weight) in pileup.edits where edit.interval.count != edit.replacement.count {
      let shift = edit.shiftInterval(on: locus)
      let place = pileup.clampedIndex(shift.start + (edit.interval.isEmpty ? 1 : 0))
      gaps[place] += Float(min(Double(weight.reads), Self.highestShare * Double(depth[place])))
    }
    self.gaps = gaps
    whole = Self.counts(locus.interval, locus, gaps, depth)
  }

  /// log10 of the share of reads with a gap at one place, by the length of the run of one base it lies in
  /// (from 1 on), as the places beside a region tell it; never below what short reads have.
  func logarithms(beside region: Interval) -> [Double] {
    let own = Self.counts(wholeRuns(region), locus, gaps, depth)
    var rates = [-Double.infinity]
    for length in 1...Self.longestKnown {
      let count = whole[min(length, Self.longestRun)] - own[min(length, Self.longestRun)]
      let isKnown =
        length <= Self.longestRun && count.reads >= Self.fewestReads
        && count.places >= Self.fewestPlaces
      let measured =
        isKnown && count.gaps > 0 ? log10(count.gaps / count.reads) : -Double.infinity
      let before = rates[length - 1]
      rates.append(
        min(-1, max(measured, Self.shortReads(length), isKnown ? before : before + Self.eachBase)))
    }
    return rates
  }

  /// The region with the runs of one base that it cuts.
  private func wholeRuns(_ region: Interval) -> Interval {
    guard let inside = region.intersection(locus.interval) else { return region }
    var (start, end) = (inside.start, inside.end)
    while locus.code(at: start - 1) == locus.code(at: start) { start -= 1 }
    while locus.code(at: end + 1) == locus.code(at: end) { end += 1 }
    return Interval(start, end)
  }

  /// log10 of how many times as many gaps a run has that is longer by a base.
  private static let eachBase = 0.3

  /// One gap in 10,000 bases, and about twice as many for each base of a run beyond four.
  private static func shortReads(_ run: Int) -> Double { -4 + eachBase * Double(max(0, run - 4)) }

  /// Gaps and reads at the places of a stretch: each run of one base is one.
  private static func counts(
    _ stretch: Interval, _ locus: LocusBases, _ gaps: [Float], _ depth: [Int32]
  ) -> [Count] {
    var counts = [Count](repeating: Count(), count: longestRun + 1)
    guard let inside = stretch.intersection(locus.interval) else { return counts }
    var index = locus.index(inside.start)
    let end = locus.index(inside.end)
    while index <= end {
      var last = index
      while last < end, locus.codes[last + 1] == locus.codes[index] { last += 1 }
      let length = min(last - index + 1, longestRun)
      counts[length].reads += Double(depth[index])
      counts[length].places += depth[index] > 0 ? 1 : 0
      counts[length].gaps += Double(gaps[index...last].reduce(0, +))
      index = last + 1
    }
    return counts
  }
}
