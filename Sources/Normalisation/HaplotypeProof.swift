import Flow
import Genome

/// What a sample's calls show of the chromosomes that carry a variant.
struct HaplotypeProof {
  let sex: Sex
  /// Least alternate fraction, 0 to 1, at which a male's `0/1` counts as his only copy.
  let minimumFraction: Double

  enum Relation: Equatable {
    /// Exactly the same chromosomes carry both.
    case same
    /// One chromosome carries both, another one only one of them.
    case together
    case different
    case unknown
  }

  /// How two variants stand to each other. Two alleles of one record stand on different copies, also where
  /// the record was split.
  func relation(_ first: CarriedVariant, _ second: CarriedVariant) -> Relation {
    if let left = first.variant.parts.first, let right = second.variant.parts.first,
      left.record.number == right.record.number && left.alleleIndex != right.alleleIndex
        || SplitAlleles.areOnDifferentCopies(
          left, first.call.genotype, right, second.call.genotype)
    {
      return .different
    }
    switch (copies(first), copies(second)) {
    case (.every, .every): return .same
    case (.every, _), (_, .every): return .together
    case (.phased(let set, let left), .phased(let other, let right)) where set == other:
      if left == right { return .same }
      return left.isDisjoint(with: right) ? .different : .together
    default: return .unknown
    }
  }

  /// Why the variants of a group with relation `same` stand on one chromosome.
  func reason(_ carried: CarriedVariant) -> String {
    switch copies(carried) {
    case .phased(.some(let set), _): "phase set \(set) puts them on one chromosome"
    case .phased(.none, _): "the file's phasing puts them on one chromosome"
    case .every, .unsettled: "every copy of the sample carries them"
    }
  }

  /// What variants have in common that exactly the same chromosomes carry; `nil` where the calls
  /// leave open which ones do.
  func haplotype(_ carried: CarriedVariant) -> Copies? {
    let copies = copies(carried)
    return copies == .unsettled ? nil : copies
  }

  enum Copies: Hashable {
    case every
    /// Phased genotypes that name no set belong to one set (VCF 4.5, section 1.6.2, PS).
    case phased(set: String?, Set<Int>)
    case unsettled
  }

  private func copies(_ carried: CarriedVariant) -> Copies {
    guard let genotype = carried.call.genotype, let part = carried.variant.parts.first else {
      return .unsettled
    }
    let allele = part.alleleIndex
    if genotype.alleles.allSatisfy({ $0 == allele }) { return .every }
    if sex == .male, (carried.call.fraction(of: allele) ?? 0) >= minimumFraction { return .every }
    guard genotype.isPhased else { return .unsettled }
    return .phased(
      set: carried.call.phaseSet,
      Set(genotype.alleles.indices.filter { genotype.alleles[$0] == allele }))
  }
}
