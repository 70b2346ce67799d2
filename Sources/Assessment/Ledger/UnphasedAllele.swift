import Flow
import Genome
import Nomenclature

/// Calls that together would be an allele, of which the file does not say whether one copy of the gene
/// carries them all.
struct UnphasedAllele {
  let locus: Locus
  let input: SampleInput
  let carried: [SampleVariant]
  /// Of each of `carried`.
  private let places: [ChangePlace?]

  init(locus: Locus, input: SampleInput, carried: [SampleVariant]) {
    self.locus = locus
    self.input = input
    self.carried = carried
    places = carried.map { ChangePlace($0.classified.annotated.normalised) }
  }

  /// In plus-strand order; empty where no such calls are, or phasing puts them on different copies. Two
  /// calls by themselves, or all that touch the allele.
  func parts(of change: SequenceChange) -> [SampleVariant] {
    guard change.reference.count + change.alternate.count > 2 else { return [] }
    // Nearly every allele is out of the reach of nearly every call.
    let reach = change.shiftInterval(on: locus)
    let touching = carried.indices.filter { places[$0]?.touches(reach) == true }
    guard touching.count > 1 else { return [] }
    let whole = change.leftAligned(on: locus)
    let near = touching.map { carried[$0] }.filter { variant in
      variant.classified.annotated.normalised.sequenceChange.map { $0 != whole } == true
    }
    return groups(near).first { combination($0) == whole && mayStandTogether($0) } ?? []
  }

  private func groups(_ near: [SampleVariant]) -> [[SampleVariant]] {
    guard near.count > 1 else { return [] }
    let pairs = near.indices.flatMap { first in
      near[(first + 1)...].map { [near[first], $0] }
    }
    return near.count > 2 ? [near] + pairs : pairs
  }

  private func combination(_ parts: [SampleVariant]) -> SequenceChange? {
    SequenceChange.combining(
      parts.compactMap(\.classified.annotated.normalised.writtenChange), on: locus)
  }

  private func mayStandTogether(_ parts: [SampleVariant]) -> Bool {
    zip(parts, parts.dropFirst()).allSatisfy {
      HaplotypePhase.between($0, $1, in: input) != .differentCopies
    }
  }
}
