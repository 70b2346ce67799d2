import Flow
import Genome

/// What the sample's confirmed variants amount to, and the sentence that says why.
struct FindingRule: Sendable {
  struct Verdict: Sendable, Hashable {
    var finding: Finding
    /// The deciding sentence and what belongs to it; empty for `noneReportable`.
    var reasons: [String]
    /// Of `plpStateUnknown`.
    var openCopies: OpenCopies?

    /// With those of `notes` that are not among the reasons yet.
    func telling(_ notes: [String]) -> Verdict {
      Verdict(
        finding: finding, reasons: reasons + notes.filter { !reasons.contains($0) },
        openCopies: openCopies)
    }
  }

  let input: SampleInput
  let sex: SexJudgement
  /// What calls may be together (`KnownJointAllele`).
  let together: [KnownJointAllele.Open]

  /// The highest class leads; calls that are not confirmed have no say here.
  func find(_ carried: [SampleVariant]) -> Verdict {
    let confirmed = carried.filter(\.isConfirmed)
    let pathogenic = confirmed.filter { $0.classified.clinicalClass.isPathogenicOrLikely }
    if !pathogenic.isEmpty {
      return pathogenicVerdict(pathogenic, OtherCopy(input: input, carried: carried))
    }
    let uncertain = confirmed.filter { $0.classified.clinicalClass == .uncertain }
    guard !uncertain.isEmpty else { return Verdict(finding: .noneReportable, reasons: []) }
    return Verdict(finding: .vus, reasons: uncertainReasons(uncertain))
  }

  /// A genome has many variants in introns of which nothing is known: what changes the protein or
  /// has evidence is spoken of one by one, the rest in one sentence.
  private func uncertainReasons(_ variants: [SampleVariant]) -> [String] {
    let known = variants.filter { !$0.isWithoutEvidence }
    let unknown = variants.filter(\.isWithoutEvidence)
    let limit = 5
    var reasons = known.prefix(limit).map { variant in
      let why =
        variant.classified.harmfulRowSetAside == nil
        ? "too little is known to call it harmful or harmless"
        : "the rules by themselves do not settle whether it is harmful"
      return
        (["\(variant.name) is a variant of uncertain significance: \(why)."]
        + variant.classified.disagreements).joined(separator: " ")
    }
    if known.count > limit {
      reasons.append(
        "\(known.count - limit) more variants of uncertain significance are listed among the "
          + "variants.")
    }
    guard !unknown.isEmpty else { return reasons }
    let names = unknown.prefix(3).map(\.name).joined(separator: "; ")
    let more = unknown.count > 3 ? "; and \(unknown.count - 3) more" : ""
    return reasons + [
      "Of \(unknown.count) variant(s) in introns or untranslated regions nothing speaks for or "
        + "against harm, so that they stay of uncertain significance (\(names)\(more)); a frequency "
        + "file (--frequencies) shows which of them are common."
    ]
  }

  private func pathogenicVerdict(
    _ variants: [SampleVariant], _ otherCopy: OtherCopy
  ) -> Verdict {
    if let lead = variants.first(where: { $0.zygosity == .hemizygous }) {
      return verdict(
        .hemizygousPLP, lead,
        "was found hemizygous: the patient is male\(declared) and has one X chromosome.")
    }
    if let lead = variants.first(where: { $0.zygosity == .homozygous }) {
      return verdict(
        .biallelicPLP, lead,
        "was found on every copy read, in a female: both copies of FOXP3 have "
          + "it, or the other copy is lost.")
    }
    let onOneCopy = DistinctAlleles.of(variants.filter(\.isCalledOnOneCopy))
    if let pair = pairs(of: onOneCopy, with: .differentCopies).first {
      return verdict(
        .biallelicPLP, pair.0,
        "and \(pair.1.nameWithClass) were found on different copies of "
          + "FOXP3, in a female.")
    }
    if let lead = variants.first(where: { $0.zygosity == .mosaic }) {
      return verdict(.mosaicPLP, lead, "was found in a part of the cells of a male.")
    }
    let open = variants.filter { $0.zygosity == .conflict || $0.zygosity == .unknown }
    if let lead = open.first {
      if open.allSatisfy(\.mayLackOtherCopy),
        let verdict = openCopies(onOneCopy, otherCopy)
      {
        return verdict.telling(open.compactMap(\.zygosityNote))
      }
      return leftOpen(
        .count, lead,
        "was found, but it is not settled on how many copies of FOXP3 it "
          + "stands.")
    }
    return heterozygousVerdict(onOneCopy, otherCopy)
  }

  /// Only a female's variants arrive here: no other sex has heterozygous ones.
  private func heterozygousVerdict(
    _ variants: [SampleVariant], _ otherCopy: OtherCopy
  ) -> Verdict {
    guard let lead = variants.first else { return Verdict(finding: .noneReportable, reasons: []) }
    return openCopies(variants, otherCopy)
      ?? verdict(
        .heterozygousPLP, lead,
        lead.isOfUnknownShare
          ? "was called heterozygous: the patient is female\(declared) and has it in a share of reads that is not "
            + "that of one of two copies."
          : "was found heterozygous: the patient is female\(declared) and a carrier.")
  }

  /// Of variants on one copy each, where those of another copy, or what else stands there, may leave none unchanged.
  private func openCopies(_ variants: [SampleVariant], _ otherCopy: OtherCopy) -> Verdict? {
    if let verdict = unphased(pairs(of: variants, with: .unknown)) { return verdict }
    for variant in variants {
      if let verdict = besideJoint(variant) ?? besideHarmful(variant, otherCopy.carried) {
        return verdict
      }
      guard let other = otherCopy.change(beside: variant) else { continue }
      return leftOpen(
        .otherCopy, variant,
        "was found on one copy of FOXP3, and the other copy \(other): whether an unchanged copy is "
          + "left is not known.")
    }
    return nil
  }

  /// Of variants that can't be one event first: then there are two.
  private func unphased(_ pairs: [(SampleVariant, SampleVariant)]) -> Verdict? {
    if let pair = pairs.first(where: { !$0.mayBeSameEvent(as: $1) }) {
      return phaseOpen(pair.0, pair.1)
    }
    return pairs.first.map { pair in
      leftOpen(
        .sameEvent, pair.0,
        "and \(pair.1.nameWithClass) were found heterozygous, and may be one change that is told twice: the ends of "
          + "one are open, and those of the other fit them. The ends have to be settled first; only if there are two "
          + "changes does it matter whether they stand on one copy of FOXP3 or on both.")
    }
  }

  /// Beside calls that are a harmful allele if they stand on one copy, and none of which is known to stand on its own.
  private func besideJoint(_ variant: SampleVariant) -> Verdict? {
    let open = together.first { allele in
      allele.parts.allSatisfy { part in
        part.isConfirmed && part != variant
          && HaplotypePhase.between(variant, part, in: input) != .sameCopy
      }
    }
    return open.map { allele in
      leftOpen(
        .phase, variant,
        "was \(variant.zygosity == .heterozygous ? "found" : "called") heterozygous, and beside it "
          + "\(allele.clause), if they stand on one copy of FOXP3: whether they do, and whether an unchanged copy is "
          + "then left, is not known. Testing the parents or phasing can tell."
      )
    }
  }

  /// Beside what is not known to be harmless, but for its phase: what a row holds harmful that does not decide, or a
  /// change that leaves no whole product.
  private func besideHarmful(
    _ variant: SampleVariant, _ carried: [SampleVariant]
  ) -> Verdict? {
    let other = carried.first { other in
      other.mayLeaveNoProduct && (other.isCalledOnOneCopy || other.zygosity == .unknown)
        && !other.mayBeSameEvent(as: variant)
        && HaplotypePhase.between(variant, other, in: input) == .unknown
    }
    return other.map { phaseOpen(variant, $0) }
  }

  private func phaseOpen(_ first: SampleVariant, _ second: SampleVariant) -> Verdict {
    let isRead = [first, second].allSatisfy { $0.zygosity == .heterozygous && $0.isConfirmed }
    return leftOpen(
      .phase, first,
      "and \(second.classified.nameWithEveryClass) were \(isRead ? "found" : "called") heterozygous, and it is "
        + "not known whether they stand on one copy of FOXP3 or on both: testing the parents can "
        + "tell.")
  }

  /// What rests on a declaration says so, in a clause of its own.
  private var declared: String {
    guard sex.assessment.source == .declared else { return "" }
    return sex.isConfirmed ? ", as declared and as X and Y show," : ", as declared,"
  }

  private func leftOpen(_ copies: OpenCopies, _ lead: SampleVariant, _ what: String) -> Verdict {
    var verdict = verdict(.plpStateUnknown, lead, what)
    verdict.openCopies = copies
    return verdict
  }

  private func verdict(_ finding: Finding, _ lead: SampleVariant, _ what: String) -> Verdict {
    let sentence = "\(lead.nameWithClass) \(what)"
    return Verdict(finding: finding, reasons: [sentence, lead.zygosityNote].compactMap { $0 })
  }

  private func pairs(
    of variants: [SampleVariant], with phase: HaplotypePhase
  ) -> [(SampleVariant, SampleVariant)] {
    variants.indices.flatMap { first in
      variants[(first + 1)...].filter {
        HaplotypePhase.between(variants[first], $0, in: input) == phase
      }.map { (variants[first], $0) }
    }
  }
}

extension SampleVariant {
  /// Of a variant without a class that is harmful or harmless, confirmed or of an unsure length alone.
  fileprivate var mayLeaveNoProduct: Bool {
    let clinicalClass = classified.clinicalClass
    guard besideGene == nil, !clinicalClass.isBenignOrLikely else { return false }
    let impact = classified.annotated.mane?.impact
    // The class is that of one length; another may be another frame.
    if unconfirmedReasons == [UnsureLength.clause] { return impact == .high || impact == .moderate }
    guard isConfirmed, !clinicalClass.isPathogenicOrLikely else { return false }
    guard classified.harmfulRowSetAside == nil else { return true }
    // A copy more takes none away.
    return clinicalClass == .uncertain && impact == .high
      && classified.annotated.mane?.consequences.contains(.transcriptAmplification) == false
  }
}
