import Flow
import Genome
import Nomenclature

/// Whether two heterozygous alleles of one sample stand on the same copy of the gene.
enum HaplotypePhase: Sendable, Hashable {
  case sameCopy
  case differentCopies
  case unknown

  /// Proven by one record's genotype (`1/2`), also where it was split by allele, or by phased genotypes of one
  /// phase set. Phased genotypes that name none belong to one set (VCF 4.5, section 1.6.2, PS); where a file's header
  /// speaks against that, they were given sets when it was read.
  static func between(
    _ first: SampleVariant, _ second: SampleVariant, in input: SampleInput
  ) -> HaplotypePhase {
    let phase = byGenotypes(part(first), part(second), input)
    guard phase == .unknown else { return phase }
    let isProven =
      excludeEachOther(first, second) || isLeft(first, by: second, input)
      || isLeft(second, by: first, input)
    return isProven ? .differentCopies : .unknown
  }

  private static func byGenotypes(
    _ first: ReadVariant?, _ second: ReadVariant?, _ input: SampleInput
  ) -> HaplotypePhase {
    guard let a = first, let b = second,
      let firstCall = input.call(at: a.record), let secondCall = input.call(at: b.record),
      let firstCopy = copy(of: a.alleleIndex, in: firstCall),
      let secondCopy = copy(of: b.alleleIndex, in: secondCall)
    else { return .unknown }
    if a.record.number == b.record.number {
      return a.alleleIndex == b.alleleIndex ? .sameCopy : .differentCopies
    }
    if SplitAlleles.areOnDifferentCopies(a, firstCall.genotype, b, secondCall.genotype) {
      return .differentCopies
    }
    guard firstCall.genotype?.isPhased == true, secondCall.genotype?.isPhased == true,
      firstCall.phaseSet == secondCall.phaseSet
    else { return .unknown }
    return firstCopy == secondCopy ? .sameCopy : .differentCopies
  }

  /// Two heterozygous substitutions that make different bases of one can't stand on one copy, in how many
  /// records ever a file writes them. A deletion in a repeat can be of another base: it tells nothing.
  private static func excludeEachOther(_ first: SampleVariant, _ second: SampleVariant) -> Bool {
    guard first.isCalledOnOneCopy, second.isCalledOnOneCopy,
      let one = first.classified.annotated.normalised.sequenceChange,
      let two = second.classified.annotated.normalised.sequenceChange
    else { return false }
    return one.differs(from: two)
  }

  /// Read in what a heterozygous deletion takes from one copy, and so on the copy that is left: beside `*`, or
  /// without the reference. Where reads show the reference too, there are more alleles than copies: nothing follows.
  static func isLeft(
    _ variant: SampleVariant, by deletion: SampleVariant, _ input: SampleInput
  ) -> Bool {
    let normalised = variant.classified.annotated.normalised
    guard deletion.zygosity == .heterozygous, variant.zygosity != .homozygous,
      let change = normalised.sequenceChange,
      change != deletion.classified.annotated.normalised.sequenceChange
    else { return false }
    if normalised.parts.contains(where: { deletion.deletes($0.base) && isBesideStar($0, input) }) {
      return true
    }
    return deletion.removedBases?.holds(change.interval) == true
      && hasNoReference(variant, input)
  }

  /// In its own record, or in another one of its place that was split from it or is phased with it.
  private static func isBesideStar(_ part: ReadVariant, _ input: SampleInput) -> Bool {
    input.records.contains { record in
      guard record.position == part.record.position, record.contig == part.record.contig,
        let star = record.alternates.firstIndex(of: "*")
      else { return false }
      let deleted = ReadVariant(record: record, alleleIndex: star + 1)
      return byGenotypes(part, deleted, input) == .differentCopies
    }
  }

  /// Called without another allele, or on all but a few of the reads; where a split record left the reads of the
  /// other copy out, of those it has.
  private static func hasNoReference(_ variant: SampleVariant, _ input: SampleInput) -> Bool {
    let alleles = variant.writtenAlleles.joined()
    if alleles.allSatisfy({ $0 == alleles.first && $0 != "." }) { return true }
    return (variant.alleleFraction ?? 0) >= 0.9
      || variant.classified.annotated.normalised.parts.allSatisfy {
        input.call(at: $0.record)?.shows(only: $0.alleleIndex) == true
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

extension ReadVariant {
  /// The base of POS, which `*` of the record speaks of.
  fileprivate var base: Interval { Interval(record.position, record.position) }
}

extension SampleVariant {
  /// By its genotype.
  var isCalledOnOneCopy: Bool { zygosity == .heterozygous || mayLackOtherCopy }
}
