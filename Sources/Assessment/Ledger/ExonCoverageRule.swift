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
    var coverage = ExonCoverage(
      exon: exon, interval: interval, provenBases: interval.count - missing, minimumDepth: nil,
      gaps: gaps)
    coverage.minimumDepth = coverage.proven.compactMap(reading.depth(over:)).min()
    return coverage
  }
}
