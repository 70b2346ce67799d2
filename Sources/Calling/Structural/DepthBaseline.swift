import Genome

/// The usual number of read starts in a bin of this sample's X, and how much it varies: from the bins
/// beside the locus.
struct DepthBaseline: Sendable, Hashable {
  var mean: Double
  /// Standard deviation of the bins beyond chance, as a share of the mean.
  var spread: Double

  /// Fewest bins with reads that make a baseline (20,000 bases).
  private static let minimumBins = 80
  /// Fewest starts in a bin; below, a lost copy can't be told from chance.
  private static let minimumMean = 4.0
  /// A genome has most bins near the median, with most of the reads; a panel or exome has its reads in
  /// few of them.
  private static let nearShare = 0.7

  /// Why there is none, as a clause.
  enum Doubt: Error, Sendable, Hashable {
    case tooFewBins
    case tooShallow
    case uneven

    var words: String {
      switch self {
      case .tooFewBins: "the file has too few reads of X beside the locus to compare with"
      case .tooShallow: "the depth of X is too low to tell one copy from two"
      case .uneven: "the reads lie unevenly on X, as in a panel or an exome"
      }
    }
  }

  init(_ profile: DepthProfile, outside locus: Interval) throws(Doubt) {
    let inside = profile.bins(in: locus)
    let counts = profile.starts.indices.filter { !inside.contains($0) && profile.starts[$0] > 0 }
      .map { Double(profile.starts[$0]) }.sorted()
    guard counts.count >= Self.minimumBins else { throw .tooFewBins }
    let median = counts[counts.count / 2]
    let near = counts.filter { $0 >= median / 2 && $0 <= median * 2 }
    let nearReads = near.reduce(0, +)
    guard Double(near.count) >= Self.nearShare * Double(counts.count),
      nearReads >= Self.nearShare * counts.reduce(0, +)
    else { throw .uneven }
    guard median >= Self.minimumMean else { throw .tooShallow }
    mean = nearReads / Double(near.count)
    let deviations = near.map { abs($0 - median) }.sorted()
    // The median deviation of a normal distribution is 0.6745 standard deviations.
    let deviation = deviations[deviations.count / 2] / 0.6745
    spread = max(0.05, max(0, deviation * deviation - mean).squareRoot() / mean)
  }

  /// Bins of a stretch whose mean is compared (10,000 bases).
  private static let stretch = 40
  /// Depth of a stretch over the baseline, from which on it is higher.
  private static let higher = 1.3
  /// Share of higher stretches, from which on the baseline may be the depth of a lost copy.
  static let mostHigher = 0.1

  /// Share of the stretches outside `places` (the locus and what was called, 1-based) that are deeper
  /// than the baseline, 0 to 1. Lower ones are not asked: reads of repeats are badly mapped, and left
  /// out.
  func higherShare(of profile: DepthProfile, outside places: [Interval]) -> Double {
    let starts = stride(from: 0, through: profile.starts.count - Self.stretch, by: Self.stretch)
    let means = starts.map { $0..<$0 + Self.stretch }.filter { bins in
      let ends = [bins.lowerBound, bins.upperBound - 1].map(profile.interval)
      let place = Interval(ends[0].start, ends[1].end)
      return !places.contains { $0.overlaps(place) }
    }.map { bins in
      Double(profile.starts[bins].reduce(0) { $0 + Int($1) }) / Double(Self.stretch)
    }
    let read = means.filter { $0 > 0 }
    return Double(read.count { $0 > Self.higher * mean }) / Double(max(1, read.count))
  }
}
