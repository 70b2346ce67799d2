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

  /// `interval` without the gaps.
  public var proven: [Interval] {
    var stretches: [Interval] = []
    var start = interval.start
    for gap in gaps {
      if gap.start > start { stretches.append(Interval(start, gap.start - 1)) }
      start = gap.end + 1
    }
    if start <= interval.end { stretches.append(Interval(start, interval.end)) }
    return stretches
  }
}
