import Flow
import Genome

/// The ACMG/AMP criteria as a person reads them in a terminal: what is met first, then what is not,
/// then what could not be evaluated and what it would take.
enum CriteriaText {
  static func lines(_ rules: RulesAssessment) -> [String] {
    let summary =
      "\(rules.points) point\(abs(rules.points) == 1 ? "" : "s"), \(rules.classByPoints.words); by "
      + "the combining rules of 2015 \(rules.classByRules.words) (\(rules.combination)); policy "
      + rules.policyVersion
    let unused = rules.results.filter(\.isLeftOut).map(\.criterion.rawValue)
    let met = rules.results.filter { $0.strength != nil }
    let open = rules.results.filter { $0.outcome == .notEvaluated && !$0.isLeftOut }
    return [ExplanationText.field("ACMG/AMP", summary)]
      + rules.notes.map { ExplanationText.field("", $0) }
      + (met + rules.results.filter { $0.outcome == .notMet } + open).flatMap(lines)
      + (unused.isEmpty
        ? [] : [ExplanationText.field("not used", unused.joined(separator: ", ") + " (policy)")])
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
