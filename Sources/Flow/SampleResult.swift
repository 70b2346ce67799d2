public import Genome

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

/// The sample's sex, and what says so.
public struct SexAssessment: Sendable, Hashable {
  public enum Source: String, Sendable, CaseIterable, Hashable {
    case declared
    case inferred
    case none
  }

  public var sex: Sex
  public var source: Source
  /// Facts the inference stands on, and contradictions to a declared sex, each a sentence.
  public var evidence: [String]
  /// X and Y contradict the declared sex: whose sample it is has to be settled.
  public var isContradicted: Bool

  public init(
    sex: Sex, source: Source, evidence: [String] = [], isContradicted: Bool = false
  ) {
    self.sex = sex
    self.source = source
    self.evidence = evidence
    self.isContradicted = isContradicted
  }
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
  /// Share of reads with the allele, 0 to 1.
  public var alleleFraction: Double?
  public var genotypeQuality: Double?
  /// Why the call is not confirmed (filter, depth, quality); empty for a confirmed call.
  public var unconfirmedReasons: [String]
  /// `nil` for a variant that reaches into the gene, or may do so.
  public var besideGene: GeneSide?

  public init(
    classified: ClassifiedVariant, genotypeText: String, filterText: String, zygosity: Zygosity,
    zygosityNote: String? = nil, depth: Int? = nil, alleleFraction: Double? = nil,
    genotypeQuality: Double? = nil, unconfirmedReasons: [String] = [], besideGene: GeneSide? = nil
  ) {
    self.classified = classified
    self.genotypeText = genotypeText
    self.filterText = filterText
    self.zygosity = zygosity
    self.zygosityNote = zygosityNote
    self.depth = depth
    self.alleleFraction = alleleFraction
    self.genotypeQuality = genotypeQuality
    self.unconfirmedReasons = unconfirmedReasons
    self.besideGene = besideGene
  }

  public var isConfirmed: Bool { unconfirmedReasons.isEmpty }
}

/// A known disease position and what the data say of it.
public struct LedgerEntry: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    case knownVariant = "known_variant"
    case exon
    case exon1Donor = "exon1_donor"
    case polyadenylationSignal = "polyadenylation_signal"
    case copyNumber = "copy_number"
  }

  public var kind: Kind
  /// The table's identifier, or as `exon 3`.
  public var identifier: String
  /// HGVS `c.` name, or what the place is.
  public var name: String
  public var clinicalClass: ClinicalClass?
  /// What had to be seen, in the input's build.
  public var interval: Interval
  public var state: SiteState

  public init(
    kind: Kind, identifier: String, name: String, clinicalClass: ClinicalClass?,
    interval: Interval, state: SiteState
  ) {
    self.kind = kind
    self.identifier = identifier
    self.name = name
    self.clinicalClass = clinicalClass
    self.interval = interval
    self.state = state
  }
}

public enum Finding: String, Sendable, CaseIterable, Hashable {
  case hemizygousPLP = "hemizygous_plp"
  case mosaicPLP = "mosaic_plp"
  case heterozygousPLP = "heterozygous_plp"
  case biallelicPLP = "biallelic_plp"
  case plpStateUnknown = "plp_state_unknown"
  case vus
  case noneReportable = "none_reportable"
}

public enum Completeness: String, Sendable, CaseIterable, Hashable {
  case complete
  case completeSequence = "complete_sequence"
  case incomplete
  case notAssessable = "not_assessable"
}

public enum ConclusionWord: String, Sendable, CaseIterable, Hashable {
  case positive
  case carrier
  case uncertain
  case negative
  case negativeSequenceOnly = "negative_sequence_only"
  case inconclusive
  case notAssessable = "not_assessable"
  case failed
}

/// Finding, completeness and the word for them, with the reasons in sentences.
public struct Conclusion: Sendable, Hashable {
  public var finding: Finding
  public var completeness: Completeness
  public var word: ConclusionWord
  /// Why this word: first the deciding reason.
  public var reasons: [String]

  public init(
    finding: Finding, completeness: Completeness, word: ConclusionWord, reasons: [String]
  ) {
    self.finding = finding
    self.completeness = completeness
    self.word = word
    self.reasons = reasons
  }
}

/// All that is said of one sample.
public struct SampleResult: Sendable, Hashable {
  /// The sample's name in the file, or the file's stem where it has no samples.
  public var sample: String
  /// Whether the file has a column for it; without one there are no genotypes and no conclusion.
  public var hasGenotypes: Bool
  public var sex: SexAssessment
  /// In plus-strand order. Without genotypes: every ALT of the file.
  public var variants: [SampleVariant]
  /// Records of the gene of which it is open whether the sample carries their alternates.
  public var openRecords: [OpenRecord]
  public var ledger: [LedgerEntry]
  public var exons: [ExonCoverage]
  /// Whether the source lists places without a variant: reference blocks or calls, or reads.
  public var listsReference: Bool
  public var copyNumber: CopyNumberReading
  /// `nil` without genotypes.
  public var conclusion: Conclusion?
  /// What is documented of the sample and the patient; `nil` where no case file was given.
  public var patientCase: PatientCase?
  /// The pedigree says that the person is ill.
  public var isAffected = false
  /// `nil` where no reads were read.
  public var readDepth: ReadDepth?
  /// Joins that are possible but not proven, and other things a reader has to know.
  public var notes: [String]
  public var provenance: Provenance

  public init(
    sample: String, hasGenotypes: Bool, sex: SexAssessment, variants: [SampleVariant],
    openRecords: [OpenRecord] = [], ledger: [LedgerEntry], exons: [ExonCoverage],
    listsReference: Bool = false,
    copyNumber: CopyNumberReading = .notAssessed(reason: CopyNumberReading.needsReads),
    conclusion: Conclusion?, patientCase: PatientCase? = nil, readDepth: ReadDepth? = nil,
    notes: [String] = [],
    provenance: Provenance
  ) {
    self.sample = sample
    self.hasGenotypes = hasGenotypes
    self.sex = sex
    self.variants = variants
    self.openRecords = openRecords
    self.ledger = ledger
    self.exons = exons
    self.listsReference = listsReference
    self.copyNumber = copyNumber
    self.conclusion = conclusion
    self.patientCase = patientCase
    self.readDepth = readDepth
    self.notes = notes
    self.provenance = provenance
  }
}
