import Genome
import Nomenclature

/// The strongest branch point candidate of an intron before and after a change: an A between 10 and
/// 50 bases before the exon (Harris and Senapathy 1990, PMID 2349097; in 83% of clones 21 to 34: Gao
/// 2008, PMID 18285363). Human branch points are weakly conserved, so that a candidate is no more
/// than that.
struct BranchPoints {
  let map: TranscriptMap

  private static let distances = 10...50

  func notes(_ stretch: ChangedStretch) -> [String] {
    map.transcript.introns.enumerated().compactMap { index, intron in
      let exonStart = stretch.index(of: intron.start - 1)
      guard let moved = stretch.borders(at: exonStart).last, isTouched(exonStart, stretch),
        let before = best(exonStart, stretch.before), let after = best(moved, stretch.after),
        before.strength != after.strength
      else { return nil }
      return "The strongest branch point candidate of intron \(index + 1) has "
        + "\(SpliceSignals.text(before.strength)) bits (\(before.distance) bases before the exon), "
        + "after the change \(SpliceSignals.text(after.strength)) (\(after.distance) before it)."
    }
  }

  private func isTouched(_ exonStart: Int, _ stretch: ChangedStretch) -> Bool {
    let window = (exonStart - BranchPoints.distances.upperBound - 5)..<(exonStart - 8)
    return stretch.replaced.isEmpty
      ? window.contains(stretch.replaced.lowerBound) : window.overlaps(stretch.replaced)
  }

  private func best(
    _ exonStart: Int, _ sequence: [UInt8]
  ) -> (strength: Double, distance: Int)? {
    BranchPoints.distances.compactMap { distance in
      let index = exonStart - distance
      guard sequence.indices.contains(index), sequence[index] == UInt8(ascii: "A"),
        let strength = SpliceWeights.branchPoint.strength(at: index, in: sequence)
      else { return nil }
      return (strength, distance)
    }.max { $0.0 < $1.0 }
  }
}
