public import Genome

/// A day that a case file names.
public struct DayInFile: Sendable, Hashable {
  /// As `2026-01-31`.
  public var day: String
  /// As `history.transplant.date`.
  public var key: String
  /// 1-based, for messages.
  public var line: Int?
}

/// What a laboratory documents of a patient's case (`--case`): of the sample and the patient, and for
/// single variants and criteria, each entry with who says so, when, and on what ground.
public struct CaseEvidence: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    /// HGVS `c.` name on NM_014009.4 without accession, or `g.` name with the chromosome's.
    public var variant: String
    /// The build whose intron numbers the name has; `nil` where the file does not say.
    public var build: Assembly?
    public var criterion: Criterion
    public var strength: EvidenceStrength
    public var fact: String
    public var by: String
    /// As `2026-01-31`.
    public var on: String
    public var source: String
    /// PP1: affected hemizygous relatives; BS2: unrelated unaffected adult males; else `nil`.
    public var males: Int?
    /// PP1: unaffected male relatives without the variant, where they were counted too; else `nil`.
    public var unaffectedMales: Int?
    /// PVS1 and BP7, which a case documents from RNA alone: the assay; else `nil`.
    public var rnaAssay: String?
    /// PS2 and PM6: the sex of the child the variant is new in; else `nil`.
    public var child: Sex?
    /// PS2 and PM6: whether the child is a published patient, and not the file's.
    public var isPublished = false
    /// PS2 and PM6: whether the child is ill: a published one, or the file's patient by its findings.
    public var isChildIll = false
    /// Line of the file, 1-based, for messages.
    public var line: Int?

    /// Whether the variant has a `g.` name, as `NC_000023.11:g.49263364_49264752del`.
    var isGenomic: Bool {
      variant.wholeMatch(of: /NC_[0-9]{6}\.[0-9]+:g\..+/) != nil
    }
  }

  public var entries: [Entry]
  /// Of the sample, the patient's history and signs; empty where the file has none of it.
  public var patient: PatientCase
  /// Every day the file names, in the order it was read.
  public var days: [DayInFile] = []

  /// Criteria that may be documented.
  public static let criteria: Set<Criterion> = [
    .pvs1, .ps2, .ps3, .ps4, .pm6, .pp1, .pp4, .bs2, .bs3, .bs4, .bp7,
  ]
}
