public import Flow
import Genome

/// The JSON of `foxp3 explain`: each name with the variants it may mean, as a report has them.
public struct ExplanationDocument: Encodable {
  struct Entry: Encodable {
    var name: String
    var doubts: [String]
    var variants: [VariantDocument]
    /// Rows of the table that are no one allele.
    var rows: [Row]
  }

  struct Row: Encodable {
    struct Stretch: Encodable {
      var assembly: String
      var name: String
    }

    var row: EvidenceDocument
    /// What a deletion has to remove to be this row.
    var removes: [Stretch]
  }

  var schemaVersion = "1.0"
  var explanations: [Entry] = []

  public init() {}

  /// `result` holds the variants of one name; it has no genotypes. `rows`: rows of the table that the
  /// name means and that are no one allele.
  public mutating func add(
    name: String, doubts: [String], result: SampleResult, rows: [RemovalRow] = []
  ) {
    explanations.append(
      Entry(
        name: name, doubts: doubts,
        variants: result.variants.map { VariantDocument($0, of: result) },
        rows: rows.map { row in
          Row(
            row: EvidenceDocument(row.evidence),
            removes: row.stretches.map {
              Row.Stretch(assembly: $0.assembly.rawValue, name: $0.name)
            })
        }))
  }

  /// Sorted keys, ending in a line feed.
  public func text() throws(ReportError) -> String {
    String(decoding: try JSONText.whole(self, named: "explain"), as: UTF8.self)
  }
}
