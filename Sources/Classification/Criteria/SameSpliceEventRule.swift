import Flow
import Genome
import Nomenclature
import Settings

/// PS1 for splice variants: another substitution of the same splice motif is established as
/// pathogenic, and this one does the same at least as strongly (Walker 2023, PMC10357475, table 2).
///
/// At the two intron bases the site is lost in either case. Elsewhere in the motif the effects are
/// compared by their SpliceAI scores, and without both scores nothing is said.
struct SameSpliceEventRule {
  let input: CriterionInput

  private var comparators: Comparators { Comparators(input: input) }
  private var policy: AcmgPolicy.SpliceComparators { input.policy.comparators.splice }

  /// `nil` where the variant is no substitution in a splice motif.
  func result() -> CriterionResult? {
    guard let change = input.change, change.isSubstitution,
      let site = SpliceSite.all(of: input.map.transcript).first(where: {
        $0.motif.contains(change.start)
      })
    else { return nil }
    if let entry = input.documented(.bp7) {
      return CriterionResult(
        .ps1, .notMet,
        "RNA shows no effect on splicing, as documented by \(entry.by) on \(entry.on), and comes "
          + "before what is predicted by other changes of the splice motif.",
        sources: [entry.source])
    }
    let rows = comparators.spliceRows()
    guard !rows.isEmpty else {
      return CriterionResult(
        .ps1, .notMet,
        "No row of the table that may be compared with is another pathogenic change of the same "
          + "splice motif.")
    }
    let results = rows.map { row in
      site.dinucleotide.contains(change.start)
        ? atDinucleotide(row, site, change) : outside(row)
    }
    // The strongest; of those that are not met the one that says what is missing.
    return results.max { rank($0) < rank($1) }
  }

  private func rank(_ result: CriterionResult) -> Int {
    if let strength = result.strength { return 2 + input.policy.combination.points(strength) }
    return result.outcome == .notEvaluated ? 1 : 0
  }

  // MARK: The two intron bases

  private func atDinucleotide(
    _ row: TableEvidence, _ site: SpliceSite, _ change: SequenceChange
  ) -> CriterionResult {
    if site.becomesGC(by: change) {
      return CriterionResult(
        .ps1, .notMet,
        "The donor becomes GC, which is a donor in use, so that the same event as that of "
          + "\(comparators.text(row)) is not shown.",
        sources: [SpliceSite.sourceOfGC])
    }
    let isNull = LossOfFunctionRule(input: input).result().strength == .veryStrong
    let isWithin = isAtDinucleotide(row, site)
    let weight =
      isNull
      ? (isWithin ? policy.nullWithinDinucleotide : policy.nullOutsideDinucleotide)
      : (isWithin ? policy.weakerWithinDinucleotide : policy.weakerOutsideDinucleotide)
    return weighed(row, weight, "The same splice site is lost")
  }

  private func isAtDinucleotide(_ row: TableEvidence, _ site: SpliceSite) -> Bool {
    comparators.change(of: row).map { site.dinucleotide.contains($0.start) } ?? false
  }

  // MARK: Elsewhere in the motif

  private func outside(_ row: TableEvidence) -> CriterionResult {
    let tool = AcmgPolicy.Scores.spliceTool
    guard let own = input.score(tool)?.value else {
      return CriterionResult(
        .ps1, .notEvaluated,
        "The same splice motif is changed by \(comparators.text(row)), but nothing tells whether "
          + "the effect is the same.",
        missing: "\(tool) scores of this variant and of the row's")
    }
    guard own >= comparators.predictedSplicing else {
      return CriterionResult(
        .ps1, .notMet, "\(tool) \(ShareText.text(own)): no effect on splicing is predicted.")
    }
    guard let other = input.evidence.rowSpliceScores[row.row.identifier] else {
      return CriterionResult(
        .ps1, .notEvaluated,
        "The same splice motif is changed by \(comparators.text(row)), whose effect can't be "
          + "compared.",
        missing: "a \(tool) score of \(row.row.codingName) in --scores")
    }
    guard own >= other else {
      return CriterionResult(
        .ps1, .notMet,
        "\(tool) \(ShareText.text(own)), weaker than the \(ShareText.text(other)) of "
          + "\(comparators.text(row)).")
    }
    let weight = row.relation == .sameSpliceBase ? policy.outsideSameBase : policy.outsideSameMotif
    return weighed(
      row, weight,
      "The same splice motif is changed with at least the same effect (\(tool) "
        + "\(ShareText.text(own)) against \(ShareText.text(other)))")
  }

  private func weighed(
    _ row: TableEvidence, _ weight: Sourced<AcmgPolicy.SpliceComparators.Weight>, _ what: String
  ) -> CriterionResult {
    let strength =
      row.row.clinicalClass == .pathogenic
      ? weight.value.pathogenic : weight.value.likelyPathogenic
    guard let strength else {
      return CriterionResult(
        .ps1, .notMet, "\(what) as by \(comparators.text(row)), which is not enough here.",
        sources: [weight.source])
    }
    return CriterionResult(
      .ps1, .met(strength), "\(what) as by \(comparators.text(row)).",
      caveats: input.isMissense
        ? ["It is a missense change too; its effect on the protein has to be thought of."] : [],
      sources: [weight.source] + row.row.pubMedIdentifiers.map { "PMID \($0)" })
  }
}
