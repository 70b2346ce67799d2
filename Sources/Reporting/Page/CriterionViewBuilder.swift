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

  /// Criteria that were not evaluated for one and the same reason share a row.
  static func views(_ rules: RulesAssessment) -> [CriterionView] {
    var met: [CriterionView] = []
    var notMet: [CriterionView] = []
    var open: [[CriterionResult]] = []
    var places: [String: Int] = [:]
    for result in rules.results {
      switch result.outcome {
      case .met: met.append(view([result]))
      case .notMet: notMet.append(view([result]))
      case .notEvaluated:
        if let place = places[result.fact] {
          open[place].append(result)
        } else {
          places[result.fact] = open.count
          open.append([result])
        }
      }
    }
    return met + notMet + open.map(view)
  }

  /// - Parameter results: one, or several with the same fact.
  private static func view(_ results: [CriterionResult]) -> CriterionView {
    CriterionView(
      code: results.map(\.code).joined(separator: ", "),
      outcome: results.first.map(outcome) ?? "",
      css: "criterion-\(results.first?.outcomeName ?? "")", fact: results.first?.fact ?? "",
      besides: results.flatMap { besides($0, isOneOfMany: results.count > 1) })
  }

  private static func besides(_ result: CriterionResult, isOneOfMany: Bool) -> [String] {
    let missing = result.missing.map { ["Missing: \($0)."] } ?? []
    let sources =
      result.sources.isEmpty ? [] : ["Source: \(result.sources.joined(separator: "; "))."]
    return (result.caveats + missing + sources).map {
      isOneOfMany ? "\(result.code): \($0)" : $0
    }
  }

  private static func outcome(_ result: CriterionResult) -> String {
    switch result.outcome {
    case .met(let strength): "✓ met, \(strength.words)"
    case .notMet: "✗ not met"
    case .notEvaluated: "? not evaluated"
    }
  }
}
