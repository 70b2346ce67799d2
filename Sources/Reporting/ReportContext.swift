public import Flow
public import Genome
public import Nomenclature
public import ReferenceBundle

/// What the reports of a run say besides the sample's own result. All of it is given by the caller:
/// this room has no clock, no environment and no bundle of its own.
public struct ReportContext: Sendable {
  public var versions: ReportVersions
  /// The day of the run as the report prints it, as `2026-01-31`.
  public var runDate: String
  /// The build's stretch of chromosome X that is isolated, 1-based.
  public var locusIntervals: [Assembly: Interval]
  /// Transcripts per build, MANE Select first.
  public let transcripts: [Assembly: [Transcript]]
  /// The MANE Select transcript on each build, for names of places.
  public var transcriptMaps: [Assembly: TranscriptMap]
  /// Named regions of NP_054728.2 and its length in residues.
  public let proteinRegions: [ProteinRegion]
  public let proteinLength: Int
  /// The curated table's rows, drawn behind the sample's variants.
  public let tableMarks: [TableMark]
  /// Of `tableMarks`, for all pages.
  let tableDrawing = TableDrawing()
  /// Rows of pages, and members of JSON documents.
  let ledgerRows = LedgerTexts()
  let ledgerDocuments = LedgerTexts()
  /// All sentences of the counselling text, in the order to be printed; a report takes those that
  /// hold for it.
  public var counselling: [CounsellingSentence]
  /// The words of the family page.
  public var family: FamilyText
  /// Of both, as BCP 47 writes it: `en`.
  public var language: String
  /// Names of the samples that the run's pedigree names as someone's parent.
  public var parents: Set<String>

  public init(
    versions: ReportVersions, runDate: String, locusIntervals: [Assembly: Interval],
    transcripts: [Assembly: [Transcript]], proteinRegions: [ProteinRegion], proteinLength: Int,
    tableMarks: [TableMark], counselling: [CounsellingSentence],
    family: FamilyText = FamilyText(sentences: []), language: String = "en",
    transcriptMaps: [Assembly: TranscriptMap] = [:], parents: Set<String> = []
  ) {
    self.versions = versions
    self.runDate = runDate
    self.locusIntervals = locusIntervals
    self.transcripts = transcripts
    self.proteinRegions = proteinRegions
    self.proteinLength = proteinLength
    self.tableMarks = tableMarks
    self.counselling = counselling
    self.transcriptMaps = transcriptMaps
    self.family = family
    self.language = language
    self.parents = parents
  }

  func person(of result: SampleResult) -> TestedPerson {
    TestedPerson(
      result: result, runDate: runDate, isParent: parents.contains(result.sample))
  }
}

/// What made the report.
public struct ReportVersions: Sendable, Hashable {
  /// A setting that affects results, as `minimum_depth_one_copy` and `8`.
  public struct Setting: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// As `0.1.0`.
  public var tool: String
  public var htslib: String
  /// Version of the curated table.
  public var table: String
  /// Name of the profile, never its path.
  public var profile: String
  /// In the order to be printed.
  public var settings: [Setting]

  public init(
    tool: String, htslib: String, table: String, profile: String, settings: [Setting]
  ) {
    self.tool = tool
    self.htslib = htslib
    self.table = table
    self.profile = profile
    self.settings = settings
  }
}

/// One sentence of the counselling text, and for whom it holds.
public struct CounsellingSentence: Sendable, Hashable {
  /// Topic and what it is about, as `family.carrier`; `CounsellingChoice` reads it.
  public var key: String
  /// `nil` holds for any.
  public var finding: Finding?
  public var completeness: Completeness?
  public var sex: Sex?
  public var text: String
  /// As `GeneReviews NBK1118 (PMID 20301297)`; empty or `ownSource` for our own.
  public var source: String

  /// What the counselling text names as source of a sentence that stands on no publication.
  public static let ownSource = "this program"

  public init(
    key: String, finding: Finding? = nil, completeness: Completeness? = nil, sex: Sex? = nil,
    text: String, source: String = ""
  ) {
    self.key = key
    self.finding = finding
    self.completeness = completeness
    self.sex = sex
    self.text = text
    self.source = source
  }
}

/// A row of the curated table as the plots draw it.
public struct TableMark: Sendable, Hashable {
  public var identifier: String
  /// HGVS `c.` name.
  public var name: String
  /// 1-based residue on NP_054728.2; `nil` where the row changes no residue.
  public var residue: Int?
  /// Leftmost base of the allele on each build, 1-based.
  public var positions: [Assembly: Int]
  public var clinicalClass: ClinicalClass

  public init(
    identifier: String, name: String, residue: Int?, positions: [Assembly: Int],
    clinicalClass: ClinicalClass
  ) {
    self.identifier = identifier
    self.name = name
    self.residue = residue
    self.positions = positions
    self.clinicalClass = clinicalClass
  }
}
