import Flow
import Genome

/// Puts finding and completeness together into the word, with the reasons.
///
/// | finding | word |
/// | --- | --- |
/// | hemizygous, mosaic, biallelic | positive |
/// | heterozygous | carrier |
/// | state unknown | uncertain: a harmful variant is there, what it means for the patient is open |
/// | variant of uncertain significance | uncertain |
/// | none reportable | by completeness: negative, negative_sequence_only, inconclusive, not_assessable |
///
/// Whatever stands in the way of a negative makes the result incomplete, so that the word follows
/// from the two fields alone.
struct ConclusionRule: Sendable {
  let confidence: CallConfidence
  let input: SampleInput

  /// `together`: what calls may be jointly (`KnownJointAllele`); leads where nothing harmful was found alone.
  func conclude(
    _ finding: FindingRule.Verdict, _ completeness: CompletenessRule.Verdict,
    _ carried: [SampleVariant], together: [String], _ ledger: LedgerCounts
  ) -> Conclusion {
    let isHarmfulFound = finding.finding != .vus && finding.finding != .noneReportable
    return Conclusion(
      finding: finding.finding, completeness: completeness.completeness,
      word: ConclusionRule.word(finding.finding, completeness.completeness),
      reasons: (isHarmfulFound ? finding.reasons + together : together + finding.reasons)
        + besides(finding.finding, carried) + againstRules(finding.finding, carried)
        + restored(finding.finding, carried)
        + filterAlone(carried)
        + completeness.reasons
        + closing(finding.finding, completeness.completeness, carried, ledger),
      openCopies: finding.openCopies, obstacle: completeness.obstacle)
  }

  static func word(_ finding: Finding, _ completeness: Completeness) -> ConclusionWord {
    switch finding {
    case .hemizygousPLP, .mosaicPLP, .biallelicPLP: .positive
    case .heterozygousPLP: .carrier
    case .plpStateUnknown, .vus: .uncertain
    case .noneReportable:
      switch completeness {
      case .complete: .negative
      case .completeSequence: .negativeSequenceOnly
      case .incomplete: .inconclusive
      case .notAssessable: .notAssessable
      }
    }
  }

  /// Other reportable variants beside the leading one.
  private func besides(_ finding: Finding, _ carried: [SampleVariant]) -> [String] {
    guard finding != .noneReportable, finding != .vus else { return [] }
    let confirmed = DistinctAlleles.of(carried.filter(\.isConfirmed))
    let pathogenic = confirmed.filter { $0.classified.clinicalClass.isPathogenicOrLikely }
    let uncertain = confirmed.filter { $0.classified.clinicalClass == .uncertain }
    let all = pathogenic.count > 1 ? pathogenic + uncertain : uncertain
    guard !all.isEmpty else { return [] }
    let limit = 8
    let names = all.prefix(limit).map {
      "\($0.classified.nameWithEveryClass), \($0.zygosity.rawValue)"
    }
    let more = all.count > limit ? "; and \(all.count - limit) more" : ""
    let lead = pathogenic.count > 1 ? "Reportable variants" : "Found beside it"
    return ["\(lead): \(names.joined(separator: "; "))\(more)."]
  }

  /// A row that decides against the rules; the finding tells it of uncertain variants, and completeness of harmless ones.
  private func againstRules(_ finding: Finding, _ carried: [SampleVariant]) -> [String] {
    guard finding != .vus else { return [] }
    let variants = carried.filter {
      $0.isConfirmed && $0.classified.isHarmfulOnOneSide && !$0.classified.isClearedOnOneSide
    }
    return DistinctAlleles.of(variants).compactMap(\.classified.contradiction).map {
      "\($0): the row decides, and both have to be reviewed."
    }
  }

  /// Frame shifts that their copy takes back; the finding tells it of uncertain variants.
  private func restored(_ finding: Finding, _ carried: [SampleVariant]) -> [String] {
    guard finding != .vus else { return [] }
    return DistinctAlleles.of(carried.filter(\.isConfirmed)).compactMap { variant in
      variant.classified.restoringRemark.map { "\(variant.name): \($0)" }
    }
  }

  private func filterAlone(_ carried: [SampleVariant]) -> [String] {
    let resting = DistinctAlleles.of(carried).filter { variant in
      let calls = variant.classified.annotated.normalised.parts.compactMap {
        input.call(at: $0.record)
      }
      return variant.isConfirmed && isReportable(variant)
        && calls.contains(where: confidence.restsOnFilterAlone)
    }
    guard !resting.isEmpty else { return [] }
    let limit = 8
    let names = resting.prefix(limit).map(\.name).joined(separator: "; ")
    let more = resting.count > limit ? "; and \(resting.count - limit) more" : ""
    return [
      "The file gives neither depth nor genotype quality for \(names)\(more): taken as confirmed by its "
        + "FILTER or QUAL alone."
    ]
  }

  private func isReportable(_ variant: SampleVariant) -> Bool {
    let clinicalClass = variant.classified.clinicalClass
    return clinicalClass.isPathogenicOrLikely || clinicalClass == .uncertain
  }

  private func closing(
    _ finding: Finding, _ completeness: Completeness, _ carried: [SampleVariant],
    _ ledger: LedgerCounts
  ) -> [String] {
    switch (finding, completeness) {
    case (.noneReportable, .complete):
      [
        "The reference was read at all \(ledger.places) \(LedgerCounts.kind), every coding exon among them, "
          + "and copy number was assessed."
      ]
    case (.noneReportable, .completeSequence):
      [
        "All \(ledger.places) \(LedgerCounts.kind), every coding exon among them, were read, and no reportable "
          + "sequence variant was found.", copyNumberOpen(ledger),
      ]
    case (_, .completeSequence) where carried.contains(where: \.isStructural):
      [
        "Copy number was not assessed from reads: beside what the file lists, a deletion or duplication "
          + "is not excluded."
      ]
    case (_, .completeSequence): [copyNumberOpen(ledger)]
    default: []
    }
  }

  private func copyNumberOpen(_ ledger: LedgerCounts) -> String {
    let rows = ledger.openCopyNumber
    let known = rows.isEmpty ? "" : " (\(rows.joined(separator: ", ")) among them)"
    return
      "Copy number was not assessed: deletions and duplications of exons or of the gene\(known) were "
      + "not looked for and are not excluded."
  }
}
