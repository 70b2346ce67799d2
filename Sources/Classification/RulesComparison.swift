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

  /// A sentence where a row decides and the rules come to another side. That the rules alone don't
  /// reach a class is no contradiction: what a row knows of patients they do not count.
  static func disagreement(_ classified: ClassifiedVariant) -> String? {
    guard classified.source != .acmg, let assessment = classified.rules,
      let row = classified.matchedRow
    else { return nil }
    let ours = classified.clinicalClass
    let theirs = assessment.classByPoints
    let isSameSide =
      ours.isPathogenicOrLikely == theirs.isPathogenicOrLikely
      && ours.isBenignOrLikely == theirs.isBenignOrLikely
    guard theirs != .uncertain, ours != .notEvaluated, !isSameSide else { return nil }
    return "Row \(row.identifier) is \(ours.words), but by the ACMG/AMP rules alone the variant is "
      + "\(theirs.words) (\(assessment.codes.joined(separator: ", ")))."
  }
}
