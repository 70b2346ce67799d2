import Flow
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
