import Flow
import Genome

/// What stands on the other copy of FOXP3 beside a female's heterozygous allele, where that is known not
/// to be the reference: a carrier has one unchanged copy.
struct OtherCopy {
  let input: SampleInput
  let carried: [SampleVariant]

  /// As `c.1189C>G p.(Arg397Gly) (uncertain significance)`; `nil` where nothing speaks against an
  /// unchanged copy.
  func change(beside variant: SampleVariant) -> String? {
    sameRecord(variant) ?? inTrans(variant)
  }

  /// The genotype has another alternate in the place of the reference (`1/2`).
  private func sameRecord(_ variant: SampleVariant) -> String? {
    guard let part = variant.classified.annotated.normalised.parts.first,
      let genotype = input.call(at: part.record)?.genotype,
      let other = genotype.alleles.compactMap({ $0 }).first(where: {
        $0 != 0 && $0 != part.alleleIndex
      })
    else { return nil }
    let named = carried.first { candidate in
      candidate.classified.annotated.normalised.parts.contains {
        $0.record.number == part.record.number && $0.alleleIndex == other
      }
    }
    guard let named else {
      let alternates = part.record.alternates
      return "an allele that is not named ("
        + "\(alternates.indices.contains(other - 1) ? alternates[other - 1] : String(other)))"
    }
    return named.classified.clinicalClass.isBenignOrLikely ? nil : named.nameWithClass
  }

  /// Phased with the allele, and not known to be harmless.
  private func inTrans(_ variant: SampleVariant) -> String? {
    carried.first { other in
      other.isConfirmed && !other.classified.clinicalClass.isBenignOrLikely
        && !other.isWithoutEvidence
        && HaplotypePhase.between(variant, other, in: input) == .differentCopies
    }?.nameWithClass
  }
}
