import Flow
import Genome

/// Whether everything was looked at and evaluated, and if not, why not.
///
/// Variants wholly beyond the transcript's ends (`OutsideGene`) are listed and do not count: towards the
/// 3' end begins CCDC22, a disease gene of its own, and upstream of exon 1 nothing is assessed; notes
/// say so. Everything between the ends counts, introns and untranslated regions too.
struct CompletenessRule: Sendable {
  struct Verdict: Sendable, Hashable {
    var completeness: Completeness
    /// Each a sentence, the weightiest first; empty where nothing stands in the way.
    var reasons: [String]
    var obstacle: Obstacle?
  }

  let input: SampleInput
  let facts: GeneFacts
  let sex: SexJudgement
  let reading: LocusReading
  let openRecords: [OpenRecord]
  let confidence: CallConfidence

  func judge(_ carried: [SampleVariant], _ ledger: [LedgerEntry]) -> Verdict {
    if isNotAssessable(carried, ledger) { return withoutGenotype }
    let reasons =
      input.provenance.doubts + unconfirmed(carried, ledger) + contradicted() + uncalled()
      + unevaluated(carried) + overruled(carried) + cleared(carried) + contradictedSex()
      + TwoAllelesInMale(sex: sex).doubts(carried.filter(counts))
      + CallsInDeletion(reading: reading).doubts(carried)
      + SampleOriginRule(patientCase: input.patientCase).doubts + unsettled(ledger)
    guard reasons.isEmpty else { return Verdict(completeness: .incomplete, reasons: reasons) }
    // A deletion that the file lists does not show that others were looked for.
    let copyNumberOpen = ledger.contains { $0.kind == .copyNumber && !$0.state.isSettled }
    return copyNumberOpen || !input.copyNumber.isAssessed
      ? Verdict(completeness: .completeSequence, reasons: [])
      : Verdict(completeness: .complete, reasons: [])
  }

  /// The file lists reference positions and none of them has a genotype for this sample. A file of
  /// variants only is incomplete, never this.
  private func isNotAssessable(_ carried: [SampleVariant], _ ledger: [LedgerEntry]) -> Bool {
    reading.listsReference && carried.isEmpty && !ledger.contains(where: \.state.isSettled)
      && input.records.allSatisfy { input.call(at: $0)?.genotype?.isNoCall ?? true }
  }

  private var withoutGenotype: Verdict {
    let lead = "No genotype was called for this sample anywhere in FOXP3"
    guard isNeverGenotyped else {
      return Verdict(
        completeness: .notAssessable, reasons: [lead + "."] + uncalled(), obstacle: .noGenotype)
    }
    let cause =
      "\(lead), although the file tells of its reads there: the file's genotypes were never called, as GATK "
      + "CombineGVCFs and GenomicsDB write it. Run GenotypeGVCFs with the reference sites kept "
      + "(--include-non-variant-sites), or give each sample's own gVCF or reads."
    return Verdict(
      completeness: .notAssessable, reasons: [cause] + uncalled(), obstacle: .uncalledGenotypes)
  }

  /// Reads of the sample beside GT, and in no sample a genotype.
  private var isNeverGenotyped: Bool {
    input.records.contains { record in
      input.call(at: record).map {
        $0.genotype != nil && ($0.depth ?? $0.readsOfAlleles) > 0
      } == true
    }
      && input.records.allSatisfy { record in
        record.calls.allSatisfy { $0.genotype?.isNoCall ?? true }
      }
  }

  private func unconfirmed(_ carried: [SampleVariant], _ ledger: [LedgerEntry]) -> [String] {
    let weak = WeakIntronCalls(confidence: confidence, ledger: ledger)
    let inGene = carried.filter { !$0.isConfirmed && counts($0) && !weak.contain($0) }
    let weighty = inGene.filter { $0.classified.clinicalClass.isPathogenicOrLikely }
    let others = inGene.filter { !$0.classified.clinicalClass.isPathogenicOrLikely }
    return weighty.map(sentence(ofUnconfirmed:))
      + firstFew(others, rest: "more calls are not confirmed", sentence(ofUnconfirmed:))
  }

  private func sentence(ofUnconfirmed variant: SampleVariant) -> String {
    "\(variant.nameWithClass) is called but not confirmed: \(variant.doubts); it is neither "
      + "reported nor excluded."
  }

  private func unevaluated(_ carried: [SampleVariant]) -> [String] {
    let open = carried.filter {
      $0.isConfirmed && counts($0) && isUnevaluated($0, among: carried)
    }
    return firstFew(open, rest: "more variants have no class") {
      "\($0.name) has no class, so that it can't be called harmless: \($0.classified.reason)"
    }
  }

  /// Harmful by one table and not by the one above it, which does not say that it means to.
  private func overruled(_ carried: [SampleVariant]) -> [String] {
    carried.compactMap { variant in
      variant.classified.overruled.map {
        "\(variant.nameWithClass) is \($0.clinicalClass.words) by row \($0.identifier), which the "
          + "laboratory's own row overrules without saying so: correct the row, or begin its "
          + "class_reason with \"overrules \($0.identifier):\" and the reason."
      }
    }
  }

  /// Harmless by a row alone, or by the rules alone.
  private func cleared(_ carried: [SampleVariant]) -> [String] {
    DistinctAlleles.of(carried.filter { counts($0) && $0.classified.isClearedOnOneSide })
      .compactMap(\.classified.contradiction)
      .map { "\($0): it can't be called harmless before the row and the evidence are reviewed." }
  }

  /// A genome has dozens of unclassified intronic variants: the most severe ones are spoken of, the
  /// rest is counted (and listed among the variants).
  private func firstFew(
    _ variants: [SampleVariant], rest: String, _ sentence: (SampleVariant) -> String
  ) -> [String] {
    let limit = 3
    let ranked = Impact.allCases.flatMap { impact in
      variants.filter { $0.classified.annotated.mane?.impact == impact }
    }
    let all = variants.filter { $0.classified.annotated.mane == nil } + ranked
    let more = all.count - limit
    return all.prefix(limit).map(sentence)
      + (more > 0 ? ["\(more) \(rest); all are listed among the variants."] : [])
  }

  private func isUnevaluated(_ variant: SampleVariant, among carried: [SampleVariant]) -> Bool {
    guard variant.classified.lacksClass else { return false }
    switch variant.classified.annotated.normalised.change {
    case .notAssessable(.noChange): return false
    case .notAssessable(.spanningDeletion): return !isExplained(variant, by: carried)
    default: return true
    }
  }

  /// Without these two nothing would be said of open records but in the ledger, and there only at known places.
  private func uncalled() -> [String] {
    let open = openRecords.filter { $0.contradiction == nil }
    guard !open.isEmpty else { return [] }
    return [
      "The file lists alternates, and this sample has no whole genotype there: "
        + "\(firstFew(open) { CompletenessRule.text($0) })."
    ]
  }

  private func contradicted() -> [String] {
    let leads = [
      (false, "The file shows an alternate that the genotype has not"),
      (true, "A genotype with the file's REF is, or may be, one of a variant"),
    ]
    return leads.compactMap { isExchanged, lead in
      let open = openRecords.filter { $0.contradiction != nil && $0.isExchanged == isExchanged }
      guard !open.isEmpty else { return nil }
      let texts = firstFew(open) {
        "\(CompletenessRule.text($0))\(isExchanged ? ", genotype \($0.genotype ?? "missing")" : ""), "
          + "\($0.contradiction ?? "")"
      }
      return "\(lead): \(texts)."
    }
  }

  /// All harmful ones, and up to three.
  private func firstFew(_ open: [OpenRecord], _ text: (OpenRecord) -> String) -> String {
    let shown = max(3, open.count(where: \.isHarmful))
    let more = open.count - shown
    return open.prefix(shown).map(text).joined(separator: "; ")
      + (more > 0 ? "; and \(more) more" : "")
  }

  private static func text(_ record: OpenRecord) -> String {
    LongAllele.shortened(([record.spelling] + record.names).joined(separator: ", "))
  }

  /// `*` stands for a deletion of another record; that one is judged by itself.
  private func isExplained(_ star: SampleVariant, by carried: [SampleVariant]) -> Bool {
    guard let place = star.classified.annotated.normalised.referenceInterval else { return false }
    return carried.contains { $0.deletes(place) }
  }

  private func contradictedSex() -> [String] {
    guard sex.isContradicted else { return [] }
    return [
      "X and Y contradict the declared sex: "
        + "it has to be settled whose sample this is before the result is used."
    ]
  }

  private func unsettled(_ ledger: [LedgerEntry]) -> [String] {
    let open = ledger.filter { $0.kind != .copyNumber && !$0.state.isSettled }
    guard !open.isEmpty else { return [] }
    var reasons: [String] = []
    if input.isCalledFromReads, input.records.isEmpty {
      return [
        "No read over FOXP3 has a base that could be used.",
        summary(of: open, LedgerCounts(ledger)),
      ]
    }
    if !reading.listsReference {
      reasons.append(
        "The file lists variants only: it can't show that the other positions were read as "
          + "reference.")
    }
    if sex.assessment.sex == .unknown, reading.listsReference {
      reasons.append("The sex is unknown, so that two copies had to be proven everywhere.")
    }
    if input.records.isEmpty { reasons.append("The file has no record in the FOXP3 locus.") }
    return reasons + [summary(of: open, LedgerCounts(ledger))]
  }

  private func summary(of open: [LedgerEntry], _ counts: LedgerCounts) -> String {
    let lead = "\(counts.unseen) \(counts.open == 1 ? "is" : "are") not shown to be read"
    // Where only variants are listed, hundreds of equal reasons say nothing more.
    guard reading.listsReference else { return "\(lead); the ledger lists them." }
    let named = spokenOf(open)
    let more = open.count - named.count
    let rest = more > 0 ? "; and \(more) more, listed in the ledger" : ""
    return "\(lead): \(grouped(named))\(rest)."
  }

  /// Places with one reason together, by the first of them.
  private func grouped(_ entries: [LedgerEntry]) -> String {
    let byReason = Dictionary(grouping: entries, by: reason)
    var told: Set<String> = []
    return entries.compactMap { entry in
      let reason = reason(entry)
      guard told.insert(reason).inserted, let alike = byReason[reason] else { return nil }
      return "\(alike.map(name).joined(separator: ", ")) (\(reason))"
    }.joined(separator: "; ")
  }

  /// Whole exons and the like first, then known variants apart from them; where that is much, those
  /// within an open exon are left to the ledger.
  private func spokenOf(_ open: [LedgerEntry]) -> [LedgerEntry] {
    let limit = 12
    let places = open.filter { $0.kind != .knownVariant }
    let variants = open.filter { $0.kind == .knownVariant }
    let apart = variants.filter { variant in
      !places.contains { $0.interval.overlaps(variant.interval) }
    }
    let within = open.count > limit ? [] : variants.filter { !apart.contains($0) }
    return Array((places + apart + within).prefix(limit))
  }

  private func name(_ entry: LedgerEntry) -> String {
    entry.kind == .knownVariant ? "\(entry.identifier) \(entry.name)" : entry.name
  }

  private func reason(_ entry: LedgerEntry) -> String { entry.state.reason ?? "not settled" }

  /// Whether the variant reaches into the transcript, from its first to its last base, or may do so.
  private func counts(_ variant: SampleVariant) -> Bool { variant.besideGene == nil }
}
