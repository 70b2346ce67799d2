import Genome

/// Leaves reads of very deep data out, at random but the same on every run, so that a place keeps
/// about as many as the limit. Mates are mostly kept together.
struct Thinning: Sendable {
  private let interval: Interval
  private let limit: Int
  /// Reads met and kept, by stretches of `binSize` bases.
  private var met: [Int32]
  private var kept: [Int32]

  private static let binSize = 32

  init(interval: Interval, limit: Int) {
    self.interval = interval
    self.limit = limit
    met = Array(repeating: 0, count: interval.count / Self.binSize + 1)
    kept = met
  }

  /// Whether to keep a read of a template over a stretch of the interval.
  mutating func keeps(_ template: UInt64, over stretch: Interval) -> Bool {
    let first = (stretch.start - interval.start) / Self.binSize
    let last = (stretch.end - interval.start) / Self.binSize
    let depth = Int(met[first])
    for bin in first...last { met[bin] += 1 }
    guard depth < limit || isChosen(template, among: depth) else { return false }
    guard kept[first] < 2 * limit else { return false }
    for bin in first...last { kept[bin] += 1 }
    return true
  }

  /// True for `limit` of `depth` templates: by the low half of the name's hash, mixed once more since
  /// names often differ in their last letters only (finaliser of MurmurHash3).
  private func isChosen(_ template: UInt64, among depth: Int) -> Bool {
    var mixed = template
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    mixed ^= mixed >> 33
    return Double(mixed >> 11) / Double(1 << 53) < Double(limit) / Double(depth)
  }
}
