import Flow
import Genome
import Nomenclature

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
    let phase = byGenotypes(first, second, input)
    return phase == .unknown && excludeEachOther(first, second) ? .differentCopies : phase
  }

  private static func byGenotypes(
    _ first: SampleVariant, _ second: SampleVariant, _ input: SampleInput
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

  /// Two heterozygous substitutions that make different bases of one can't stand on one copy, in how many
  /// records ever a file writes them. A deletion in a repeat can be of another base: it tells nothing.
  private static func excludeEachOther(_ first: SampleVariant, _ second: SampleVariant) -> Bool {
    guard first.zygosity == .heterozygous, second.zygosity == .heterozygous,
      let one = first.classified.annotated.normalised.sequenceChange,
      let two = second.classified.annotated.normalised.sequenceChange,
      let shared = one.interval.intersection(two.interval), !shared.isEmpty
    else { return false }
    return (shared.start...shared.end).contains { position in
      guard let left = one.outcome(at: position), let right = two.outcome(at: position) else {
        return false
      }
      return left != right
    }
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

extension SequenceChange {
  /// What becomes of a reference base; `nil` where bases are lost or come in.
  fileprivate func outcome(at position: Int) -> UInt8? {
    isIndel ? nil : alternate.bytes[position - start]
  }
}
