import Flow
import Genome

/// Compares the row that decides with the rows that lower tables have for what is carried.
enum TableComparison {
  /// A sentence for each row that would decide another class of another side.
  static func disagreements(of deciding: TableEvidence, among rows: [TableEvidence]) -> [String] {
    rows.filter { other in
      other.relation.isCarried && other.row.decides && !other.isOfLess
        && other != deciding
        && !isSameSide(other.row.clinicalClass, deciding.row.clinicalClass)
    }.map { other in
      "\(name(deciding)) says \(deciding.row.clinicalClass.words), and "
        + "\(name(other, isFirst: false)) says \(other.row.clinicalClass.words): the upper table decides."
    }
  }

  private static func isSameSide(_ one: ClinicalClass, _ other: ClinicalClass) -> Bool {
    one.isPathogenicOrLikely == other.isPathogenicOrLikely
      && one.isBenignOrLikely == other.isBenignOrLikely
  }

  private static func name(_ evidence: TableEvidence, isFirst: Bool = true) -> String {
    "\(isFirst ? "Row" : "row") \(evidence.row.identifier) of \(evidence.tableName)"
  }
}

extension TableEvidence {
  var tableName: String {
    isOfLaboratory ? "the laboratory's own table" : "the curated table"
  }
}
