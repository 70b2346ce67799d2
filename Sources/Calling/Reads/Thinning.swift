import Genome

/// Leaves reads of very deep data out, so that a place keeps about as many as the limit.
///
/// A read is chosen by its template's name and by how many reads lie over the shallowest stretch that it
/// reaches, never by when it comes: the reads kept of a place are of the same mix of strands, amplicons and
/// alleles as all. More reads to come only lower the rate, so that those kept by now are asked once more.
struct Thinning: Sendable {
  private let interval: Interval
  private let limit: Int
  /// Reads met, by stretches of `binSize` bases.
  private var met: [Int32]

  private static let binSize = 32

  init(interval: Interval, limit: Int) {
    self.interval = interval
    self.limit = limit
    met = Array(repeating: 0, count: interval.count / Self.binSize + 1)
  }

  /// Counts a read over a stretch of the interval.
  mutating func meet(_ stretch: Interval) {
    for bin in bins(stretch) { met[bin] += 1 }
  }

  /// Whether to keep a read of a template over a stretch, by the reads met so far.
  func keeps(_ template: UInt64, over stretch: Interval) -> Bool {
    let rate = rate(over: stretch)
    return rate == 1 || Self.rank(template) < rate
  }

  /// Share of the templates of which reads over a stretch are kept, 0 to 1.
  func rate(over stretch: Interval) -> Double {
    let depth = Int(met[bins(stretch)].min() ?? 0)
    return depth <= limit ? 1 : Double(limit) / Double(depth)
  }

  private func bins(_ stretch: Interval) -> ClosedRange<Int> {
    (stretch.start - interval.start) / Self.binSize...(stretch.end - interval.start) / Self.binSize
  }

  /// From 0 to 1, as if drawn at random, the same for both mates and on every run: the name's hash, mixed
  /// once more since names often differ in their last letters only (finaliser of MurmurHash3).
  static func rank(_ template: UInt64) -> Double {
    var mixed = template
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    mixed ^= mixed >> 33
    return Double(mixed >> 11) / Double(1 << 53)
  }
}
