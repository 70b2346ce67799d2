import Flow
import Genome

/// The reads of a sample at an allele that a relative carries.
///
/// An allele that is expected asks for fewer reads than one that is looked for among all: a parent who
/// is a mosaic can have handed it on (`docs/conclusions.md`, Families).
struct RelativesAllele: Sendable {
  static let leastReads = 2
  /// Share of the reads under which sequencing errors give as many.
  static let leastShare = 0.01

  let input: SampleInput
  let change: SequenceChange

  /// What keeps a sample without a call of the allele from being free of it, as a clause; `nil` where
  /// reads of it are no more than errors give, or not told.
  var doubt: String? {
    guard let (reads, all) = counts, reads >= RelativesAllele.leastReads,
      Double(reads) >= RelativesAllele.leastShare * Double(all)
    else { return nil }
    return "\(reads) of \(all) reads show it, though it is not called: a mosaic or errors"
  }

  /// Of the record that lists the allele: reads of it and of all its alleles.
  private var counts: (reads: Int, all: Int)? {
    for variant in input.listed
    where variant.annotated.normalised.change == .sequence(change) {
      guard let part = variant.annotated.normalised.parts.first,
        variant.annotated.normalised.parts.count == 1,
        let call = input.call(at: part.record),
        call.alleleDepths.indices.contains(part.alleleIndex),
        let reads = call.alleleDepths[part.alleleIndex]
      else { continue }
      return (reads, call.alleleDepths.reduce(0) { $0 &+ ($1 ?? 0) })
    }
    return nil
  }
}
