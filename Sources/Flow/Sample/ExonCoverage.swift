public import Genome

/// One exon with its splice sites, and how much of it the data prove.
public struct ExonCoverage: Sendable, Hashable {
  /// 1-based, on NM_014009.4.
  public var exon: Int
  /// What had to be seen: coding bases and two intron bases on each inner side, or, for the
  /// non-coding exon 1, the donor.
  public var interval: Interval
  /// Bases of `interval` proven: reference or a confident call.
  public var provenBases: Int
  /// Lowest depth over the proven bases, where the data give one.
  public var minimumDepth: Int?
  /// Stretches of `interval` not proven, in plus-strand order.
  public var gaps: [Interval]

  public init(
    exon: Int, interval: Interval, provenBases: Int, minimumDepth: Int?, gaps: [Interval]
  ) {
    self.exon = exon
    self.interval = interval
    self.provenBases = provenBases
    self.minimumDepth = minimumDepth
    self.gaps = gaps
  }
}
