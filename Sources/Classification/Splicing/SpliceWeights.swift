import Foundation

/// How often each base stands at each place of a splice signal, and from it how well a stretch fits.
///
/// Frequencies: Zhang 1998, Hum Mol Genet 7:919-932, doi 10.1093/hmg/7.5.919 (PMID 9536098), profiles
/// of human exons, introns of low G+C, as table 14.3 of the data files of R. Deonier's course at the
/// University of Southern California gives them with two decimals
/// (www.cmb.usc.edu/deonier/data/data_files/Table_14.3.txt); a second, independent transcription of
/// the donor and the acceptor was compared and is the same.
///
/// The strength of a stretch is the sum over its places of log2(frequency / 0.25), in bits, as if all
/// bases were equally common elsewhere. A frequency printed as 0.00 is taken as 0.005, the most it
/// can be. FOXP3 is rich in G+C, so that strengths are for comparing a site with itself and with the
/// gene's other sites, and nothing else.
struct SpliceWeights: Sendable, Hashable {
  /// Places before the signal's own base (for a donor the first intron base, for an acceptor the
  /// first exon base, for a branch point its A).
  let before: Int
  /// Shares of A, C, G, T, place by place in the direction of the transcript.
  let shares: [[Double]]
  private let bits: [[Double]]

  private init(before: Int, a: [Double], c: [Double], g: [Double], t: [Double]) {
    self.before = before
    shares = a.indices.map { [a[$0], c[$0], g[$0], t[$0]] }
    bits = shares.map { place in place.map { log2(max($0, 0.005) / 0.25) } }
  }

  var length: Int { shares.count }

  /// Strength of the best possible stretch.
  var best: Double { bits.reduce(0) { $0 + ($1.max() ?? 0) } }

  /// Strength of the stretch around `index` of `sequence`; `nil` where it leaves the sequence.
  func strength(at index: Int, in sequence: [UInt8]) -> Double? {
    let start = index - before
    guard start >= 0, start + length <= sequence.count else { return nil }
    var sum = 0.0
    for place in 0..<length {
      guard let base = SpliceWeights.order(of: sequence[start + place]) else { return nil }
      sum += bits[place][base]
    }
    return sum
  }

  private static func order(of base: UInt8) -> Int? {
    switch base {
    case UInt8(ascii: "A"): 0
    case UInt8(ascii: "C"): 1
    case UInt8(ascii: "G"): 2
    case UInt8(ascii: "T"): 3
    default: nil
    }
  }

  /// -3 to +6 around the exon's end.
  static let donor = SpliceWeights(
    before: 3,
    a: [0.38, 0.62, 0.12, 0.00, 0.00, 0.71, 0.73, 0.11, 0.21],
    c: [0.31, 0.10, 0.04, 0.00, 0.00, 0.02, 0.06, 0.06, 0.10],
    g: [0.18, 0.12, 0.77, 1.00, 0.00, 0.24, 0.08, 0.75, 0.14],
    t: [0.13, 0.16, 0.07, 0.00, 1.00, 0.03, 0.13, 0.08, 0.55])

  /// -15 to +2 around the exon's start.
  static let acceptor = SpliceWeights(
    before: 15,
    a: [
      0.15, 0.14, 0.13, 0.11, 0.10, 0.10, 0.11, 0.12, 0.13, 0.11, 0.10, 0.26, 0.07, 1.00, 0.00,
      0.26, 0.24,
    ],
    c: [
      0.24, 0.21, 0.20, 0.22, 0.21, 0.22, 0.25, 0.28, 0.28, 0.25, 0.22, 0.25, 0.55, 0.00, 0.00,
      0.11, 0.15,
    ],
    g: [
      0.10, 0.12, 0.10, 0.09, 0.10, 0.09, 0.10, 0.10, 0.08, 0.05, 0.05, 0.15, 0.01, 0.00, 1.00,
      0.50, 0.20,
    ],
    t: [
      0.51, 0.53, 0.57, 0.58, 0.59, 0.59, 0.54, 0.50, 0.51, 0.59, 0.63, 0.33, 0.37, 0.00, 0.00,
      0.13, 0.41,
    ])

  /// -5 to +1 around the branch point.
  static let branchPoint = SpliceWeights(
    before: 5,
    a: [0.25, 0.25, 0.00, 0.00, 0.39, 1.00, 0.18],
    c: [0.19, 0.22, 0.60, 0.02, 0.24, 0.00, 0.33],
    g: [0.15, 0.17, 0.00, 0.00, 0.32, 0.00, 0.03],
    t: [0.41, 0.36, 0.40, 0.98, 0.05, 0.00, 0.46])
}
