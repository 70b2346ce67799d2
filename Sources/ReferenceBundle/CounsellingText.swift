public import Genome

/// The sentences that reports are made of, in the order of the file.
public struct CounsellingText: Sendable, Hashable {
  /// One sentence, and when it holds.
  public struct Sentence: Sendable, Hashable {
    /// What it is for, as `conclusion.positive` or `limit.copy_number`.
    public let key: String
    /// The finding it belongs to, as its word in documents; empty for any.
    public let finding: String
    /// The completeness it belongs to, as its word in documents; empty for any.
    public let completeness: String
    /// `nil` for any.
    public let sex: Sex?
    public let text: String
    public let source: String

    public init(
      key: String, finding: String, completeness: String, sex: Sex?, text: String,
      source: String
    ) {
      self.key = key
      self.finding = finding
      self.completeness = completeness
      self.sex = sex
      self.text = text
      self.source = source
    }
  }

  public let sentences: [Sentence]

  public init(sentences: [Sentence]) { self.sentences = sentences }
}

/// Reads `CounsellingText/Sentences.LANGUAGE.tsv`.
enum CounsellingTable {
  static let folder = "CounsellingText"
  static let name = "Sentences"
  static let columns = ["key", "finding", "completeness", "sex", "sentence", "source"]

  static func read(
    _ bytes: [UInt8], file: String, problems: inout [TableProblem]
  ) -> CounsellingText {
    let table = Table(bytes, file: file, columns: columns, problems: &problems)
    var sentences: [CounsellingText.Sentence] = []
    for row in table.rows {
      var reader = RowReader(row)
      let sex = reader.text("sex").isEmpty ? nil : reader.word("sex", Sex.self)
      sentences.append(
        CounsellingText.Sentence(
          key: reader.required("key"), finding: reader.text("finding"),
          completeness: reader.text("completeness"), sex: sex,
          text: reader.required("sentence"), source: reader.required("source")))
      problems += reader.problems
    }
    return CounsellingText(sentences: sentences)
  }
}
