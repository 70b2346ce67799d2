public import Genome

/// The words of the family page in one language, in the order of the file.
public struct FamilyText: Sendable, Hashable {
  /// A sentence or a heading, and when it holds.
  public struct Sentence: Sendable, Hashable {
    /// Where it stands and what it is about, as `means.range` or `heading.found`.
    public let key: String
    /// The word of the conclusion it belongs to, as in documents; empty for any.
    public let conclusion: String
    /// `nil` for any.
    public let addressee: ReportHead.Addressee?
    public let text: String
    public let source: String

    public init(
      key: String, conclusion: String, addressee: ReportHead.Addressee?, text: String,
      source: String
    ) {
      self.key = key
      self.conclusion = conclusion
      self.addressee = addressee
      self.text = text
      self.source = source
    }
  }

  public let sentences: [Sentence]

  public init(sentences: [Sentence]) { self.sentences = sentences }

  /// The sentences whose key is `key` or begins with it and a dot, for this reader and conclusion.
  public func sentences(
    _ key: String, conclusion: String, addressee: ReportHead.Addressee
  ) -> [Sentence] {
    sentences.filter {
      ($0.key == key || $0.key.hasPrefix("\(key)."))
        && ($0.conclusion.isEmpty || $0.conclusion == conclusion)
        && ($0.addressee == nil || $0.addressee == addressee)
    }
  }
}

/// Reads `CounsellingText/Family.LANGUAGE.tsv`.
enum FamilyTable {
  static let name = "Family"
  static let columns = ["key", "conclusion", "addressee", "sentence", "source"]

  static func read(
    _ bytes: [UInt8], file: String, problems: inout [TableProblem]
  ) -> FamilyText {
    let table = Table(bytes, file: file, columns: columns, problems: &problems)
    var sentences: [FamilyText.Sentence] = []
    for row in table.rows {
      var reader = RowReader(row)
      let addressee =
        reader.text("addressee").isEmpty
        ? nil : reader.word("addressee", ReportHead.Addressee.self)
      sentences.append(
        FamilyText.Sentence(
          key: reader.required("key"), conclusion: reader.text("conclusion"),
          addressee: addressee, text: reader.required("sentence"),
          source: reader.required("source")))
      problems += reader.problems
    }
    return FamilyText(sentences: sentences)
  }
}
