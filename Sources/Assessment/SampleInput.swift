public import Flow
public import Genome

/// Everything the assessment takes in of one sample.
public struct SampleInput: Sendable {
  /// The sample's name, or the file's stem where it has no samples.
  public var name: String
  /// The sample's place (0-based) in `ReadRecord.calls`; `nil` where the file has no samples.
  public var column: Int?
  /// Every record of the locus: variants, reference blocks, reference calls.
  public var records: [ReadRecord]
  /// The file's variants as normalised for this sample (its joined alleles among them). Those the
  /// sample does not carry are left out by the assessment.
  public var variants: [ClassifiedVariant]
  /// Each alternate of the file by itself, whether the sample carries it or not.
  public var listed: [ClassifiedVariant]
  /// What REF tells of records in which REF and ALT are, or may be, exchanged.
  public var exchanged: [ClassifiedVariant] = []
  /// `unknown` where none was declared.
  public var declaredSex: Sex
  /// Genotypes on X and Y outside FOXP3; `nil` where they were not read.
  public var sexChromosomes: SexChromosomeCalls?
  /// Depth of X and Y; `nil` where no reads were read.
  public var sexDepth: SexChromosomeDepth?
  /// Genotypes of reads on X, and SRY; `nil` where they were not read.
  public var sexReads: SexChromosomeReads?
  /// `nil` where no reads were read.
  public var readDepth: ReadDepth?
  public var copyNumber: CopyNumberReading
  /// The records were called of reads, which look at every position they cover.
  public var isCalledFromReads: Bool
  /// These reads are of RNA, which shows what is expressed.
  public var isOfRNA: Bool
  /// What is documented of the sample and the patient; `nil` where no case file was given.
  public var patientCase: PatientCase?
  /// Things earlier stages found that a reader has to know, each a sentence.
  public var notes: [String]
  public var provenance: Provenance

  public init(
    name: String, column: Int?, records: [ReadRecord], variants: [ClassifiedVariant],
    listed: [ClassifiedVariant] = [], declaredSex: Sex, sexChromosomes: SexChromosomeCalls?,
    sexDepth: SexChromosomeDepth? = nil,
    sexReads: SexChromosomeReads? = nil, readDepth: ReadDepth? = nil,
    copyNumber: CopyNumberReading = .notAssessed(reason: CopyNumberReading.needsReads),
    isCalledFromReads: Bool = false, isOfRNA: Bool = false, patientCase: PatientCase? = nil,
    notes: [String] = [],
    provenance: Provenance
  ) {
    self.name = name
    self.column = column
    self.records = records
    self.variants = variants
    self.listed = listed
    self.declaredSex = declaredSex
    self.sexChromosomes = sexChromosomes
    self.sexDepth = sexDepth
    self.sexReads = sexReads
    self.readDepth = readDepth
    self.copyNumber = copyNumber
    self.isCalledFromReads = isCalledFromReads
    self.isOfRNA = isOfRNA
    self.patientCase = patientCase
    self.notes = notes
    self.provenance = provenance
  }

  /// The sample's call at a record; `nil` where the record has none for it.
  func call(at record: ReadRecord) -> SampleCall? {
    guard let column, record.calls.indices.contains(column) else { return nil }
    return record.calls[column]
  }
}
