import Flow
import Genome

/// What the rules say of a variant in a sentence, and whether a table row says otherwise.
enum RulesComparison {
  static func sentence(_ assessment: RulesAssessment) -> String {
    let codes = assessment.codes
    let points = "\(assessment.points) point\(abs(assessment.points) == 1 ? "" : "s")"
    let met = codes.isEmpty ? "no criterion is met" : codes.joined(separator: ", ")
    return "By the ACMG/AMP rules: \(assessment.classByPoints.words) (\(points): \(met))."
  }

  /// A sentence where a row and the rules come to different sides.
  static func disagreement(_ classified: ClassifiedVariant) -> String? {
    guard let assessment = classified.rules else { return nil }
    if classified.source != .acmg {
      return classified.matchedRow.flatMap { contradiction(classified, $0, assessment) }
    }
    return classified.harmfulRowSetAside.map { setAside($0, classified.clinicalClass) }
  }

  /// A harmful row that may not decide, of a variant that is not harmful by the rules: whoever reads the class
  /// has to know of it.
  private static func setAside(_ row: CuratedVariant, _ clinicalClass: ClinicalClass) -> String {
    "Row \(row.identifier) of the table holds it \(row.clinicalClass.words), without deciding: "
      + "its evidence has to be reviewed before the variant is "
      + (clinicalClass.isBenignOrLikely ? "called harmless." : "left uncertain.")
  }

  /// Of a row that decides.
  private static func contradiction(
    _ classified: ClassifiedVariant, _ row: CuratedVariant, _ assessment: RulesAssessment
  ) -> String? {
    guard let theirs = classified.contradictingRules else { return nil }
    return
      "Row \(row.identifier) is \(classified.clinicalClass.words), but by the ACMG/AMP rules alone the variant is "
      + "\(theirs.words) (\(assessment.codes.joined(separator: ", ")))."
  }
}
