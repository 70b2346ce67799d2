public import Flow

/// The JSON of `foxp3 explain`: each name with the variants it may mean, as a report has them.
public struct ExplanationDocument: Encodable {
  struct Entry: Encodable {
    var name: String
    var doubts: [String]
    var variants: [VariantDocument]
  }

  var schemaVersion = "1.0"
  var explanations: [Entry] = []

  public init() {}

  /// `result` holds the variants of one name; it has no genotypes.
  public mutating func add(name: String, doubts: [String], result: SampleResult) {
    explanations.append(
      Entry(
        name: name, doubts: doubts,
        variants: result.variants.map { VariantDocument($0, of: result) }))
  }

  /// Sorted keys, ending in a line feed.
  public func text() throws(ReportError) -> String {
    do {
      return String(decoding: try JSONText.whole(self), as: UTF8.self)
    } catch {
      throw .encoding(sample: "explain", cause: String(describing: error))
    }
  }
}
