import Flow
import Genome

/// How much of each exon with its splice sites the data prove; for exon 1 its donor.
struct ExonCoverageRule: Sendable {
  let places: DiseasePlaces
  let reading: LocusReading

  func coverage() -> [ExonCoverage] {
    [coverage(of: 1, places.exon1Donor)]
      + places.codingExons.map { coverage(of: $0.number, $0.interval) }
  }

  private func coverage(of exon: Int, _ interval: Interval) -> ExonCoverage {
    let gaps = reading.gaps(in: interval)
    let missing = gaps.reduce(0) { $0 + $1.count }
    return ExonCoverage(
      exon: exon, interval: interval, provenBases: interval.count - missing,
      minimumDepth: minimumDepth(interval, gaps), gaps: gaps)
  }

  /// Lowest depth over the stretches between the gaps.
  private func minimumDepth(_ interval: Interval, _ gaps: [Interval]) -> Int? {
    var proven: [Interval] = []
    var next = interval.start
    for gap in gaps {
      if gap.start > next { proven.append(Interval(next, gap.start - 1)) }
      next = gap.end + 1
    }
    if next <= interval.end { proven.append(Interval(next, interval.end)) }
    return proven.compactMap(reading.depth(over:)).min()
  }
}
