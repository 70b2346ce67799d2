import Flow
import Genome

/// The publications a classification stands on.
enum Citations {
  /// PMIDs of the rows whose relation to the variant `include` takes, in the rows' order, each once.
  static func pubMed(
    _ classified: ClassifiedVariant, where include: (TableRelation) -> Bool = { _ in true }
  ) -> [String] {
    var seen: Set<String> = []
    return classified.evidence.filter { include($0.relation) }
      .flatMap(\.row.pubMedIdentifiers).filter { seen.insert($0).inserted }
  }

  /// All PMIDs of a report, lowest number first.
  static func pubMed(_ variants: [SampleVariant]) -> [String] {
    Set(variants.flatMap { pubMed($0.classified) })
      .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }

  /// The article's page, or `nil` for what is no number.
  static func address(pubMed identifier: String) -> String? {
    isNumber(identifier) ? "https://pubmed.ncbi.nlm.nih.gov/\(identifier)/" : nil
  }

  /// The record's page at ClinVar by variation number or `VCV` accession, or `nil` for neither.
  static func address(clinVar identifier: String) -> String? {
    let name = identifier.hasPrefix("VCV") ? identifier.dropFirst(3) : Substring(identifier)
    let number = name.prefix { $0 != "." }.drop { $0 == "0" }
    return isNumber(number) ? "https://www.ncbi.nlm.nih.gov/clinvar/variation/\(number)/" : nil
  }

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }
}
