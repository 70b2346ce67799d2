import Flow
public import Genome
public import Nomenclature
public import Settings

/// The ACMG/AMP criteria as the policy file applies them to FOXP3.
///
/// Each criterion looks at the variant by itself (`Criteria/`), `IndependenceRule` takes out what
/// would count one fact twice, and `Combination` makes the class.
public struct Rules: Sendable {
  public let policy: AcmgPolicy
  private let regions: [ProteinRegion]
  private let maps: [Assembly: TranscriptMap]
  private let isTableOn: Bool
  private let signals: [Assembly: SpliceSignals]
  /// The same for every variant.
  private let notUsed: [Criterion: CriterionResult]

  /// `maps`: NM_014009.4 on each build; `isTableOn`: whether a curated table may be leaned on.
  public init(
    policy: AcmgPolicy, regions: [ProteinRegion], maps: [Assembly: TranscriptMap], isTableOn: Bool
  ) {
    self.policy = policy
    self.regions = regions
    self.maps = maps
    self.isTableOn = isTableOn
    signals = maps.mapValues(SpliceSignals.init)
    notUsed = Dictionary(
      uniqueKeysWithValues: policy.notUsed.map { criterion, reason in
        var result = CriterionResult(criterion, .notEvaluated, "Not used for FOXP3: \(reason).")
        result.isLeftOut = true
        return (criterion, result)
      })
  }

  /// What the change does to splice signals; no criterion stands on it.
  func spliceNotes(_ variant: NormalisedVariant) -> [String] {
    variant.sequenceChange.flatMap { signals[variant.assembly]?.notes(on: $0) } ?? []
  }

  /// `nil` for a variant that can't be assessed, or that lies wholly beyond the transcript.
  func assess(
    _ variant: AnnotatedVariant, rows: [TableEvidence], evidence: VariantEvidence
  ) -> RulesAssessment? {
    guard let map = maps[variant.normalised.assembly],
      let input = CriterionInput(
        variant, map: map, rows: isTableOn ? rows : [], isTableOn: isTableOn, regions: regions,
        evidence: evidence, policy: policy)
    else { return nil }
    let results = IndependenceRule(policy: policy).apply(to: evaluated(input))
    let combination = Combination(results, policy: policy.combination)
    let byRules = combination.byRules
    let byPoints = combination.classByPoints
    return RulesAssessment(
      results: results, points: combination.points, classByPoints: byPoints,
      classByRules: byRules.clinicalClass, combination: byRules.rule,
      policyVersion: policy.version,
      notes: difference(byPoints, byRules.clinicalClass, combination.points)
        + heldBack(combination) + [policy.statement])
  }

  private func heldBack(_ combination: Combination) -> [String] {
    guard combination.isHeldByPrediction,
      combination.points <= policy.combination.likelyBenignTo.value
    else { return [] }
    return [
      "\(combination.points) points rest on BP4 alone: a prediction by itself does not make a variant "
        + "likely benign (\(policy.combination.benignByPredictionAlone.source))."
    ]
  }

  private func difference(
    _ points: ClinicalClass, _ rules: ClinicalClass, _ sum: Int
  ) -> [String] {
    guard points != rules else { return [] }
    return [
      "\(sum) point\(abs(sum) == 1 ? "" : "s") give \(points.words) and the combining rules of 2015 "
        + "\(rules.words): the points decide."
    ]
  }

  /// What a laboratory documents of a criterion that the policy leaves out is said.
  private func leftOut(
    _ result: CriterionResult, _ entry: CaseEvidence.Entry?
  ) -> CriterionResult {
    guard let entry else { return result }
    var result = result
    result.isLeftOut = false
    result.fact +=
      " What \(entry.by) documents of it on \(entry.on) is not counted: \(entry.fact)"
    result.sources = [entry.source]
    return result
  }

  /// Every criterion once, in `Criterion`'s order.
  private func evaluated(_ input: CriterionInput) -> [CriterionResult] {
    let results =
      [
        LossOfFunctionRule(input: input).result(), SameChangeRule(input: input).result(),
        HotspotRule(input: input).result(), RarityRule(input: input).result(),
        LengthChangeRule(input: input).result(), SameResidueRule(input: input).result(),
        HarmfulPredictionRule(input: input).result(),
        StandAloneFrequencyRule(input: input).result(),
        TooFrequentRule(input: input).result(), UnaffectedMalesRule(input: input).result(),
        RepeatRule(input: input).result(), HarmlessPredictionRule(input: input).result(),
        SilentRule(input: input).result(),
      ] + CaseRules(input: input).results()
    return Criterion.allCases.map { criterion in
      if let result = notUsed[criterion] {
        return leftOut(result, input.evidence.documented.first { $0.criterion == criterion })
      }
      return results.indices.first { results[$0].criterion == criterion }.map { results[$0] }
        ?? CriterionResult(criterion, .notEvaluated, "Not evaluated by this program.")
    }
  }
}
