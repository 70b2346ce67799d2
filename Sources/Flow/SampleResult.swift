public import Genome

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
