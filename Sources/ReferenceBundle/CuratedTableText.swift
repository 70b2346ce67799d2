public import Genome

/// A curated table as text, in the columns of `CuratedVariants.tsv`.
public enum CuratedTableText {
  /// Header and rows, each ending in a line feed; reading it gives the same rows.
  public static func text(_ rows: [CuratedVariant]) -> String {
    ([CuratedRowReader.columns] + rows.map(cells)).map { $0.joined(separator: "\t") + "\n" }
      .joined()
  }

  private static func cells(_ row: CuratedVariant) -> [String] {
    [
      row.identifier, row.codingName, row.scope.rawValue, row.otherNames.joined(separator: ";"),
      row.clinicalClass.rawValue, row.classReason, row.basis.rawValue, row.superseded,
      row.mechanism, row.functionalEvidence, row.patients, row.phenotype,
      row.pubMedIdentifiers.joined(separator: ";"), row.clinVarIdentifier, row.clinVarClass,
      row.clinVarStars.map(String.init) ?? "", row.clinVarDate,
      row.sources.joined(separator: ";"), row.curatorNote,
    ]
  }
}
