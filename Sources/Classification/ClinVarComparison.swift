import Genome

/// Compares a row's class with the class ClinVar gives, by what follows from it for a patient:
/// pathogenic and likely pathogenic are one group, benign and likely benign another.
enum ClinVarComparison {
  private enum Group {
    case pathogenic
    case uncertain
    case benign
    case conflicting
  }

  /// A sentence where the two differ, else `nil`; also `nil` where ClinVar's text is none of its
  /// germline classes.
  static func disagreement(of row: CuratedVariant) -> String? {
    guard let theirs = group(ofClinVar: row.clinVarClass), let ours = group(of: row.clinicalClass),
      theirs != ours, !(theirs == .conflicting && ours == .uncertain)
    else { return nil }
    let stars = row.clinVarStars.map { $0 == 1 ? ", 1 star" : ", \($0) stars" } ?? ""
    let date = row.clinVarDate.isEmpty ? "" : ", \(row.clinVarDate)"
    return
      "Row \(row.identifier) is \(row.clinicalClass.words) in the table, and ClinVar says "
      + "\"\(row.clinVarClass)\"\(stars)\(date)."
  }

  private static func group(of clinicalClass: ClinicalClass) -> Group? {
    switch clinicalClass {
    case .pathogenic, .likelyPathogenic: .pathogenic
    case .uncertain: .uncertain
    case .likelyBenign, .benign: .benign
    case .notEvaluated: nil
    }
  }

  private static func group(ofClinVar text: String) -> Group? {
    let text = text.lowercased()
    if text.hasPrefix("conflicting") { return .conflicting }
    if text.hasPrefix("pathogenic") || text.hasPrefix("likely pathogenic") { return .pathogenic }
    if text.hasPrefix("uncertain") { return .uncertain }
    if text.hasPrefix("benign") || text.hasPrefix("likely benign") { return .benign }
    return nil
  }
}
