import Flow
import Genome

/// The ACMG/AMP criteria of one variant as the page shows them: what is met first, then what was
/// not met, then what could not be evaluated.
enum CriterionViewBuilder {
  static func summary(_ rules: RulesAssessment) -> String {
    let met = rules.codes.isEmpty ? "no criterion is met" : rules.codes.joined(separator: ", ")
    return "ACMG/AMP criteria: \(Words.count(rules.points, "point")), "
      + "\(rules.classByPoints.words) (\(met)); by the combining rules of 2015 "
      + "\(rules.classByRules.words) (\(rules.combination)); policy \(rules.policyVersion)"
  }

  static func views(_ rules: RulesAssessment) -> [CriterionView] {
    let groups = ["met", "not_met", "not_evaluated"].map { name in
      rules.results.filter { $0.outcomeName == name }
    }
    return groups.joined().map(view)
  }

  private static func view(_ result: CriterionResult) -> CriterionView {
    let missing = result.missing.map { ["Missing: \($0)."] } ?? []
    let sources =
      result.sources.isEmpty ? [] : ["Source: \(result.sources.joined(separator: "; "))."]
    return CriterionView(
      code: result.code, outcome: outcome(result), css: "criterion-\(result.outcomeName)",
      fact: result.fact, besides: result.caveats + missing + sources)
  }

  private static func outcome(_ result: CriterionResult) -> String {
    switch result.outcome {
    case .met(let strength): "✓ met, \(strength.words)"
    case .notMet: "✗ not met"
    case .notEvaluated: "? not evaluated"
    }
  }
}
