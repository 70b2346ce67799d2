import Flow
import Genome

/// What shows that two variants of a sample stand on one chromosome.
struct HaplotypeProof {
  let sex: Sex
  /// Least alternate fraction, 0 to 1, at which a male's `0/1` counts as his only copy.
  let minimumFraction: Double

  enum Answer: Equatable {
    case same(reason: String)
    case different
    case unknown
  }

  func answer(_ first: CarriedVariant, _ second: CarriedVariant) -> Answer {
    if isOnEveryCopy(first), isOnEveryCopy(second) {
      return .same(reason: "every copy of the sample carries both")
    }
    guard let left = phasedCopies(first), let right = phasedCopies(second),
      first.call.phaseSet == second.call.phaseSet
    else { return .unknown }
    if !left.isDisjoint(with: right) {
      let set = first.call.phaseSet.map { "phase set \($0)" } ?? "the file's phasing"
      return .same(reason: "\(set) puts both on one chromosome")
    }
    return .different
  }

  private func isOnEveryCopy(_ carried: CarriedVariant) -> Bool {
    guard let genotype = carried.call.genotype, let allele = alleleIndex(carried) else {
      return false
    }
    if genotype.alleles.allSatisfy({ $0 == allele }) { return true }
    return sex == .male && (carried.call.fraction(of: allele) ?? 0) >= minimumFraction
  }

  /// Which of the phased chromosomes carry the allele.
  private func phasedCopies(_ carried: CarriedVariant) -> Set<Int>? {
    guard let genotype = carried.call.genotype, genotype.isPhased,
      let allele = alleleIndex(carried)
    else { return nil }
    return Set(genotype.alleles.indices.filter { genotype.alleles[$0] == allele })
  }

  private func alleleIndex(_ carried: CarriedVariant) -> Int? {
    carried.variant.parts.first?.alleleIndex
  }
}
