import Flow
import Genome

/// Whether two heterozygous alleles of one sample stand on the same copy of the gene.
enum HaplotypePhase: Sendable, Hashable {
  case sameCopy
  case differentCopies
  case unknown

  /// Proven by one record's genotype (`1/2`), or by phased genotypes of one phase set. Phased
  /// genotypes without PS belong to one set (VCF 4.5, section 1.6.2, PS).
  static func between(
    _ first: SampleVariant, _ second: SampleVariant, in input: SampleInput
  ) -> HaplotypePhase {
    guard let a = part(first), let b = part(second),
      let firstCall = input.call(at: a.record), let secondCall = input.call(at: b.record),
      let firstCopy = copy(of: a.alleleIndex, in: firstCall),
      let secondCopy = copy(of: b.alleleIndex, in: secondCall)
    else { return .unknown }
    if a.record.number == b.record.number {
      return a.alleleIndex == b.alleleIndex ? .sameCopy : .differentCopies
    }
    guard firstCall.genotype?.isPhased == true, secondCall.genotype?.isPhased == true,
      firstCall.phaseSet == secondCall.phaseSet
    else { return .unknown }
    return firstCopy == secondCopy ? .sameCopy : .differentCopies
  }

  private static func part(_ variant: SampleVariant) -> ReadVariant? {
    variant.classified.annotated.normalised.parts.first
  }

  /// The place of the allele in a diploid genotype that has it once.
  private static func copy(of allele: Int, in call: SampleCall) -> Int? {
    guard let genotype = call.genotype, genotype.ploidy == 2, genotype.copies(of: allele) == 1
    else { return nil }
    return genotype.alleles.firstIndex(of: allele)
  }
}
