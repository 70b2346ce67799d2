import Flow
import Genome
import Settings

/// Puts criteria together into a class: by points (Tavtigian 2020, PMC8011844), and by the
/// combining rules of Richards 2015 (PMID 25741868, table 5) with ClinGen's amendment that one very
/// strong and one supporting criterion are likely pathogenic.
struct Combination {
  /// The criteria that are met, in any order.
  let met: [(criterion: Criterion, strength: EvidenceStrength)]
  let policy: AcmgPolicy.Combination

  init(_ results: [CriterionResult], policy: AcmgPolicy.Combination) {
    met = results.compactMap { result in result.strength.map { (result.criterion, $0) } }
    self.policy = policy
  }

  /// Benign criteria count below zero; BA1 is outside the sum.
  var points: Int {
    met.reduce(0) { sum, item in
      sum + policy.points(item.strength) * (item.criterion.isBenign ? -1 : 1)
    }
  }

  /// Whether nothing but a prediction speaks for harmlessness, where the policy asks for more.
  var isHeldByPrediction: Bool {
    let benign = met.filter(\.criterion.isBenign)
    return !policy.benignByPredictionAlone.value && !benign.isEmpty
      && benign.allSatisfy { $0.criterion == .bp4 }
  }

  var classByPoints: ClinicalClass {
    if met.contains(where: { $0.strength == .standAlone }) { return .benign }
    let points = points
    if points >= policy.pathogenicFrom.value { return .pathogenic }
    if points >= policy.likelyPathogenicFrom.value { return .likelyPathogenic }
    if isHeldByPrediction { return .uncertain }
    if points <= policy.benignTo.value { return .benign }
    return points <= policy.likelyBenignTo.value ? .likelyBenign : .uncertain
  }

  /// The class of 2015 and the rule that gives it.
  var byRules: (clinicalClass: ClinicalClass, rule: String) {
    let pathogenic = pathogenicRule
    let benign = benignRule
    switch (pathogenic, benign) {
    case (let found?, nil): return unopposed(found, benign: false)
    case (nil, let found?): return unopposed(found, benign: true)
    case (let one?, let other?):
      return (.uncertain, "contradictory: \(one.rule) against \(other.rule)")
    case (nil, nil): return (.uncertain, "no combining rule is met")
    }
  }

  /// Contradictory evidence is uncertain (table 5). That this begins at one strong criterion of the other side,
  /// though it makes no rule of its own, is this program's reading: the table gives no bound. What stands alone
  /// (BA1) is contradicted by a whole rule only.
  private func unopposed(
    _ found: (clinicalClass: ClinicalClass, rule: String), benign: Bool
  ) -> (clinicalClass: ClinicalClass, rule: String) {
    let standsAlone = met.contains { $0.criterion.isBenign == benign && $0.strength == .standAlone }
    let isOpposed =
      !standsAlone
      && met.contains { $0.criterion.isBenign != benign && $0.strength >= .strong }
    guard isOpposed else { return found }
    return (.uncertain, "contradictory: \(found.rule) against \(counts(benign: !benign))")
  }

  private func count(_ strength: EvidenceStrength, benign: Bool) -> Int {
    met.count { $0.strength == strength && $0.criterion.isBenign == benign }
  }

  private var pathogenicRule: (clinicalClass: ClinicalClass, rule: String)? {
    let veryStrong = count(.veryStrong, benign: false)
    let strong = count(.strong, benign: false)
    let moderate = count(.moderate, benign: false)
    let supporting = count(.supporting, benign: false)
    let isPathogenic =
      veryStrong >= 2
      || (veryStrong == 1
        && (strong >= 1 || moderate >= 2 || (moderate == 1 && supporting >= 1) || supporting >= 2))
      || strong >= 2
      || (strong == 1
        && (moderate >= 3 || (moderate == 2 && supporting >= 2)
          || (moderate == 1 && supporting >= 4)))
    let isLikely =
      (veryStrong == 1 && (moderate >= 1 || supporting >= 1))
      || (strong == 1 && (moderate >= 1 || supporting >= 2))
      || moderate >= 3 || (moderate == 2 && supporting >= 2) || (moderate == 1 && supporting >= 4)
    guard isPathogenic || isLikely else { return nil }
    return (isPathogenic ? .pathogenic : .likelyPathogenic, counts(benign: false))
  }

  /// A benign criterion of moderate strength, which 2015 did not know, counts as two supporting
  /// ones; a very strong one as two strong ones.
  private var benignRule: (clinicalClass: ClinicalClass, rule: String)? {
    if count(.standAlone, benign: true) > 0 { return (.benign, "stand-alone") }
    if isHeldByPrediction { return nil }
    let strong = count(.strong, benign: true) + 2 * count(.veryStrong, benign: true)
    let supporting = count(.supporting, benign: true) + 2 * count(.moderate, benign: true)
    if strong >= 2 { return (.benign, counts(benign: true)) }
    let isLikely = (strong == 1 && supporting >= 1) || supporting >= 2
    return isLikely ? (.likelyBenign, counts(benign: true)) : nil
  }

  /// As `1 very strong and 1 supporting`.
  private func counts(benign: Bool) -> String {
    let parts = EvidenceStrength.allCases.reversed().compactMap { strength in
      let number = count(strength, benign: benign)
      return number > 0 ? "\(number) \(strength.words)\(benign ? " benign" : "")" : nil
    }
    return parts.joined(separator: " and ")
  }
}
