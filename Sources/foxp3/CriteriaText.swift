import Flow
import Genome

/// The ACMG/AMP criteria as a person reads them in a terminal.
enum CriteriaText {
  static func lines(_ rules: RulesAssessment) -> [String] {
    let summary =
      "\(rules.points) point\(abs(rules.points) == 1 ? "" : "s"), \(rules.classByPoints.words); by "
      + "the combining rules of 2015 \(rules.classByRules.words) (\(rules.combination)); policy "
      + rules.policyVersion
    return [ExplanationText.field("ACMG/AMP", summary)]
      + rules.notes.map { ExplanationText.field("", $0) }
      + rules.results.flatMap(lines)
  }

  private static func lines(_ result: CriterionResult) -> [String] {
    let outcome =
      switch result.outcome {
      case .met(let strength): "met, \(strength.words)"
      case .notMet: "not met"
      case .notEvaluated: "not evaluated"
      }
    let missing = result.missing.map { " Missing: \($0)." } ?? ""
    return [ExplanationText.field(result.code, "\(outcome): \(result.fact)\(missing)")]
      + result.caveats.map { ExplanationText.field("", $0) }
  }
}
