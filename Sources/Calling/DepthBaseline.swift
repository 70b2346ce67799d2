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
}
