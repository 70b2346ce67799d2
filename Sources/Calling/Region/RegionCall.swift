import Genome
import Nomenclature

/// What was called of one region.
struct RegionCall: Sendable {
  var region: Interval
  /// Candidate sequences; the reference first.
  var haplotypes: [[UInt8]]
  /// Changes of each haplotype against the reference.
  var changes: [[SequenceChange]]
  var reads: [RegionRead]
  /// log10, by read and haplotype.
  var likelihoods: [[Double]]
  /// The haplotypes carried, one for each copy; two for a mosaic.
  var carried: [Int]
  /// Phred-scaled: that the genotype is wrong, and that there is no variant at all.
  var genotypeQuality: Int
  var variantQuality: Int
  var genotypes: [GenotypeModel.Scored]
  /// What the reads were scored with.
  var rule: ReadLikelihood
  /// The best genotype for the other number of copies where the sex leaves it open.
  var otherPloidy: (carried: [Int], quality: Int)?
  /// Share of the second haplotype in a person with one copy.
  var mosaicShare: Double?
  /// Whether a few reads show the reference beside the one copy's variant.
  var hasReferenceBeside = false
  /// Haplotypes that reads show and the genotype does not contain.
  var dropped: [Int] = []
  /// Whether the reads show something else than the haplotypes, or may: what stands here is not known.
  private(set) var isOpen = false

  /// The same without anything being sure.
  var opened: RegionCall {
    var call = self
    call.isOpen = true
    call.genotypeQuality = 0
    call.otherPloidy?.quality = 0
    return call
  }

  /// The sequencing itself makes gaps in a thousandth of the bases or more.
  var readsHaveGaps: Bool { rule.readsHaveGaps }
  var isReference: Bool { carried.allSatisfy { $0 == 0 } }
}
