import Genome

/// How a sample carries a variant.
public enum Zygosity: String, Sendable, CaseIterable, Hashable {
  case hemizygous
  case heterozygous
  case homozygous
  case mosaic
  /// Genotype and sex contradict each other.
  case conflict
  case unknown
}

/// The side of the transcript on which all lies that a variant may reach: upstream of exon 1, or beyond
/// the 3' end, where CCDC22 begins.
public enum GeneSide: Sendable, Hashable {
  case upstream
  case downstream
}

/// A classified variant as one sample carries it.
public struct SampleVariant: Sendable, Hashable {
  public var classified: ClassifiedVariant
  /// The input's GT text; parts of a joined allele separated by `,`.
  public var genotypeText: String
  /// FILTER as text; parts separated by `,`.
  public var filterText: String
  public var zygosity: Zygosity
  /// A sentence where the zygosity needs one (conflicts, unknown sex, a lost copy).
  public var zygosityNote: String?
  public var depth: Int?
  /// A female's, called on one copy by its genotype and with more reads than one of two copies gives: the
  /// other copy may be lost.
  public var mayLackOtherCopy: Bool
  /// Without reads of the reference, since a called deletion takes its place from the other copy.
  public var isOnCopyLeft = false
  /// Share of reads with the allele, 0 to 1.
  public var alleleFraction: Double?
  public var genotypeQuality: Double?
  /// Why the call is not confirmed (filter, depth, quality); empty for a confirmed call.
  public var unconfirmedReasons: [String]
  /// Where other records of the file tell the same event, whole or in pieces, the change that is counted for it.
  public var countedAs: NormalisedVariant.Change?
  /// `nil` for a variant that reaches into the gene, or may do so.
  public var besideGene: GeneSide?

  public init(
    classified: ClassifiedVariant, genotypeText: String, filterText: String, zygosity: Zygosity,
    zygosityNote: String? = nil, mayLackOtherCopy: Bool = false, depth: Int? = nil,
    alleleFraction: Double? = nil,
    genotypeQuality: Double? = nil, unconfirmedReasons: [String] = [], besideGene: GeneSide? = nil
  ) {
    self.classified = classified
    self.genotypeText = genotypeText
    self.filterText = filterText
    self.zygosity = zygosity
    self.zygosityNote = zygosityNote
    self.mayLackOtherCopy = mayLackOtherCopy
    self.depth = depth
    self.alleleFraction = alleleFraction
    self.genotypeQuality = genotypeQuality
    self.unconfirmedReasons = unconfirmedReasons
    self.besideGene = besideGene
  }

  public var isConfirmed: Bool { unconfirmedReasons.isEmpty }

  /// An unclassified variant wholly beyond the gene's ends: it is listed, and no sentence about the
  /// gene's copies or the conclusion may speak of it.
  public var isBesideGene: Bool { classified.clinicalClass == .notEvaluated && besideGene != nil }

  /// Called heterozygous, with a share of reads under that of one of two copies: in what share of the person's
  /// cells it stands is not known. A share above it is another question (`mayLackOtherCopy`).
  public var isOfUnknownShare: Bool {
    zygosity == .heterozygous && zygosityNote != nil && (alleleFraction ?? 1) < 0.5
  }
}

extension SampleVariant {
  /// Of a change of more than half of X, as it is called by its depth, whether X is lost or doubled; else `nil`.
  public var ofChromosomeNumber: StructuralChange.Kind? {
    guard
      case .notAssessable(.chromosomeNumber(let alternate)) = classified.annotated.normalised.change
    else { return nil }
    return StructuralChange.Kind(symbol: alternate)
  }
}
