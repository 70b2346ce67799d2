/// What a run of `batch` was asked for.
public struct BatchRequest: Sendable {
  /// Path of the sample sheet.
  public var sheet: String
  /// What every row is run with. Inputs, samples and reads are the sheet's; a sex by the pedigree
  /// holds where the sheet gives none.
  public var common: AnnotateRequest
  /// Tables of the rows that name none of their own.
  public var tables: TableSelection
  public var evidence: EvidenceFiles
  /// Samples to run; empty for all. A part of a batch writes no summary.
  public var samples: [String]
  /// How many inputs are read side by side, 1 or more.
  public var jobs: Int
  /// Keep what an earlier run did of the same inputs in the same way.
  public var isResume: Bool
  /// Whether the run date was asked for. Else a resumed batch keeps reports of another day.
  public var isRunDateFixed: Bool

  public init(
    sheet: String, common: AnnotateRequest, tables: TableSelection, evidence: EvidenceFiles,
    samples: [String], jobs: Int, isResume: Bool, isRunDateFixed: Bool
  ) {
    self.sheet = sheet
    self.common = common
    self.tables = tables
    self.evidence = evidence
    self.samples = samples
    self.jobs = jobs
    self.isResume = isResume
    self.isRunDateFixed = isRunDateFixed
  }
}

/// What a person who waits for a batch is told.
public enum BatchEvent: Sendable {
  /// How many samples there are.
  case planned(Int)
  /// A sentence.
  case note(String)
  /// `isKept`: done by an earlier run.
  case done(sample: String, conclusion: String?, isKept: Bool)
  case failed(sample: String, PipelineError)
  /// The summary's files, relative to the output directory.
  case summary([String])
}
