public import Flow
public import Genome

public enum SexChromosome: String, Sendable, CaseIterable, Hashable {
  case x = "X"
  case y = "Y"
}

/// Counts of one sample's good genotypes with an alternate allele on X and Y, outside FOXP3 and
/// the pseudoautosomal regions. What they tell of the sex is `SexAssessor`'s to say.
///
/// Only single-base substitutions count: insertions and deletions in repeats are often called
/// heterozygous where there is one copy. A heterozygous call whose reads are of one allele counts as of that allele:
/// callers of mosaics (Mutect2) write `0/1` of whatever they call.
public struct SexChromosomeCalls: Sendable, Hashable {
  public private(set) var heterozygousOnX = 0
  /// Written with two equal alleles, as `1/1`.
  private(set) var homozygousOnX = 0
  /// Written with one allele, as `1`.
  private(set) var haploidOnX = 0
  /// Haploid or homozygous calls on Y.
  private(set) var callsOnY = 0

  private let excludedOnX: [Interval]
  private let excludedOnY: [Interval]
  private let minimumGenotypeQuality: Int
  private let minimumReads: Int
  private let oneAlleleMinimumShare: Double

  /// `locus`: the stretch whose genotypes must not count, 1-based on X of `assembly`. `oneAlleleMinimumShare`: from
  /// which share of the reads on, of `minimumReads` or more, they are of one allele.
  public init(
    assembly: Assembly, locus: Interval, minimumGenotypeQuality: Int, minimumReads: Int,
    oneAlleleMinimumShare: Double
  ) {
    excludedOnX = PseudoautosomalRegions.regions(assembly, .x) + [locus]
    excludedOnY = PseudoautosomalRegions.regions(assembly, .y)
    self.minimumGenotypeQuality = minimumGenotypeQuality
    self.minimumReads = minimumReads
    self.oneAlleleMinimumShare = oneAlleleMinimumShare
  }

  public var genotypesOnX: Int { heterozygousOnX + homozygousOnX + haploidOnX }

  /// Counts the call of the sample at `column` (0-based) in a record of X or Y, if it is a good one.
  public mutating func count(_ record: ReadRecord, column: Int, on chromosome: SexChromosome) {
    guard isSubstitution(record), isCountable(record.interval, on: chromosome),
      record.calls.indices.contains(column),
      let genotype = goodGenotype(record, record.calls[column])
    else { return }
    let call = record.calls[column]
    let isOfTwo = Set(genotype.alleles).count > 1
    let isOfOne = isOfOneAllele(
      call.alleleDepths.compactMap(\.self).max() ?? 0, call.readsOfAlleles)
    count(genotype.ploidy, isHeterozygous: isOfTwo && !isOfOne, on: chromosome)
  }

  /// Counts what was seen at a glance of a passing substitution at `position` (1-based), with one or
  /// two alleles of which one is an alternate, if it is a good one. `quality`: GQ, phred-scaled; `reads`: those
  /// that are counted, and `most`, those of its commonest allele.
  public mutating func count(
    position: Int, ploidy: Int, isHeterozygous: Bool, quality: Int?, most: Int, reads: Int,
    on chromosome: SexChromosome
  ) {
    guard isCountable(Interval(position, position), on: chromosome),
      quality ?? .max >= minimumGenotypeQuality
    else { return }
    count(
      ploidy, isHeterozygous: isHeterozygous && !isOfOneAllele(most, reads), on: chromosome)
  }

  private func isOfOneAllele(_ most: Int, _ reads: Int) -> Bool {
    reads >= minimumReads && Double(most) >= oneAlleleMinimumShare * Double(reads)
  }

  private mutating func count(
    _ ploidy: Int, isHeterozygous: Bool, on chromosome: SexChromosome
  ) {
    switch chromosome {
    case .x where ploidy == 1: haploidOnX += 1
    case .x where isHeterozygous: heterozygousOnX += 1
    case .x: homozygousOnX += 1
    // Reads of X put on Y by mistake make heterozygous calls there, in women too.
    case .y where !isHeterozygous: callsOnY += 1
    case .y: break
    }
  }

  private func isSubstitution(_ record: ReadRecord) -> Bool {
    let named = record.alternates.filter { !ReadRecord.isNonReference($0) }
    return record.reference.utf8.count == 1 && !named.isEmpty
      && named.allSatisfy { BaseSequence($0)?.count == 1 }
  }

  private func isCountable(_ place: Interval, on chromosome: SexChromosome) -> Bool {
    let excluded = chromosome == .x ? excludedOnX : excludedOnY
    return !excluded.contains { $0.overlaps(place) }
  }

  private func goodGenotype(_ record: ReadRecord, _ call: SampleCall) -> Genotype? {
    guard record.passesFilter, call.filters.isEmpty, let genotype = call.genotype,
      !genotype.hasMissing, !genotype.isHomozygousReference, (1...2).contains(genotype.ploidy),
      (call.genotypeQuality ?? .infinity) >= Double(minimumGenotypeQuality)
    else { return nil }
    return genotype
  }
}
