public import Genome

/// The sample sheet of a batch: one row per sample, or per file with all its samples.
public struct SampleSheet: Sendable, Hashable {
  public struct Row: Sendable, Hashable {
    /// Line in the sheet, 1-based.
    public var line: Int
    /// `nil`: every sample of the input.
    public var sample: String?
    /// Path of the file of variants or reads; a relative one is meant from the sheet's folder and
    /// has it in front here, and so have the other paths.
    public var input: String
    /// Reads of the sample of a variant file.
    public var alignments: String?
    public var sex: Sex
    /// Empty where not given, and so are the parents.
    public var family: String
    public var father: String
    public var mother: String
    public var caseFile: String?
    /// Laboratories' own tables, as `--table` takes them; `nil` where the row names none.
    public var tables: [String]?

    public init(
      line: Int, sample: String?, input: String, alignments: String? = nil, sex: Sex = .unknown,
      family: String = "", father: String = "", mother: String = "", caseFile: String? = nil,
      tables: [String]? = nil
    ) {
      self.line = line
      self.sample = sample
      self.input = input
      self.alignments = alignments
      self.sex = sex
      self.family = family
      self.father = father
      self.mother = mother
      self.caseFile = caseFile
      self.tables = tables
    }
  }

  public enum Column: String, Sendable, CaseIterable, Hashable {
    case sample
    case input
    case alignments
    case sex
    case family
    case father
    case mother
    case caseFile = "case"
    case table
  }

  /// The sheet as it was named by the user.
  public var file: String
  /// In the order of the sheet.
  public var rows: [Row]

  /// Reads a sheet. Throws with kind `notFound` where it can't be read; what is wrong in it is told beside the rows
  /// that could be read, for who knows of more.
  ///
  /// - Parameter fileName: under which name a sample's files are written; two samples can't share
  ///   one.
  public static func read(
    _ path: String, fileName: (String) -> String
  ) throws(SettingsError) -> (sheet: SampleSheet, problems: [SettingsProblem]) {
    let text = try SmallFile.text(atPath: path) { "this sample sheet \(SmallFile.absence(of: $0))" }
    return read(text: text, file: path, fileName: fileName)
  }

  static func read(
    text: String, file: String, fileName: (String) -> String
  ) -> (sheet: SampleSheet, problems: [SettingsProblem]) {
    let reader = SampleSheetReader(text: text, file: file)
    let check = SampleSheetCheck(rows: reader.rows, fileName: fileName)
    return (SampleSheet(file: file, rows: reader.rows), reader.problems + check.problems)
  }

  /// Parents that no row names and that are not among `names`, the samples of whole files; none where every row names
  /// its sample, since that was told when the sheet was read.
  public func missingParents(beside names: Set<String>) -> [SettingsProblem] {
    guard rows.contains(where: { $0.sample == nil }) else { return [] }
    return SampleSheetCheck.missingParents(rows, known: names)
  }
}
