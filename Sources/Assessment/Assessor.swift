public import Flow
public import Genome
public import Settings

/// Judges one sample: its sex, how it carries its variants, what was looked at, and what follows.
///
/// Reads in this order: `SexAssessor`, `CarriedVariants` (`ZygosityRule`, `CallConfidence`),
/// `LocusReading`, `Ledger`, `ExonCoverageRule`, and for the conclusion `FindingRule`,
/// `CompletenessRule`, `ConclusionRule`.
public struct Assessor: Sendable {
  let facts: GeneFacts
  let profile: Profile

  /// `facts` on the build of the inputs to be assessed.
  public init(facts: GeneFacts, profile: Profile) {
    self.facts = facts
    self.profile = profile
  }

  /// The sex that earlier stages may build on (one copy or two, when haplotypes are joined):
  /// `unknown` where the data contradict the declared one.
  public func sex(
    declared: Sex, calls: SexChromosomeCalls?, depth: SexChromosomeDepth? = nil,
    reads: SexChromosomeReads? = nil
  ) -> Sex {
    let judgement = SexAssessor(profile: profile).assess(
      declared: declared, calls: calls, depth: depth, reads: reads)
    return judgement.isContradicted ? .unknown : judgement.assessment.sex
  }

  /// How calls of a sample of that sex are judged.
  public func confidence(_ sex: Sex) -> CallConfidence {
    CallConfidence(profile: profile, copies: sex == .male ? 1 : 2)
  }

  /// The whole result of one sample; without a sample column, one without conclusion.
  public func assess(_ input: SampleInput) -> SampleResult {
    let sex = judgement(on: input)
    let confidence = CallConfidence(profile: profile, copies: sex.copies)
    let carried = CarriedVariants(
      input: input, facts: facts, confidence: confidence,
      zygosity: ZygosityRule(profile: profile, sex: sex, isOfRNA: input.isOfRNA)
    ).assess()
    let reading = reading(of: input, confidence)
    let openRecords = OpenRecords(input: input, outside: facts.outside, confidence: confidence)
      .find()
    let hasGenotypes = input.column != nil
    let ledger = Ledger(
      facts: facts, input: input, reading: reading, carried: hasGenotypes ? carried : []
    ).entries()
    return SampleResult(
      sample: input.name, hasGenotypes: hasGenotypes, sex: sex.assessment, variants: carried,
      openRecords: openRecords,
      ledger: ledger, exons: ExonCoverageRule(places: facts.places, reading: reading).coverage(),
      listsReference: reading.listsReference, copyNumber: input.copyNumber,
      conclusion: hasGenotypes
        ? conclude(input, sex, confidence, carried, openRecords, reading, ledger) : nil,
      patientCase: input.patientCase, readDepth: input.readDepth,
      notes: input.notes + outsideNotes(carried)
        + WeakIntronCalls(confidence: confidence, ledger: ledger).notes(carried),
      provenance: input.provenance)
  }

  /// What the sample's records prove of the locus.
  func reading(of input: SampleInput) -> LocusReading {
    reading(of: input, CallConfidence(profile: profile, copies: judgement(on: input).copies))
  }

  private func reading(of input: SampleInput, _ confidence: CallConfidence) -> LocusReading {
    LocusReading(
      input: input,
      rule: ObservationRule(
        confidence: confidence, locus: facts.locus, looksForIndels: input.isCalledFromReads))
  }

  private func judgement(on input: SampleInput) -> SexJudgement {
    SexAssessor(profile: profile).assess(
      declared: input.declaredSex, calls: input.sexChromosomes, depth: input.sexDepth,
      reads: input.sexReads)
  }

  private func conclude(
    _ input: SampleInput, _ sex: SexJudgement, _ confidence: CallConfidence,
    _ carried: [SampleVariant], _ openRecords: [OpenRecord], _ reading: LocusReading,
    _ ledger: [LedgerEntry]
  ) -> Conclusion {
    if let conclusion = SampleOriginRule(patientCase: input.patientCase).conclusion {
      return conclusion
    }
    let together = KnownJointAllele(facts: facts, input: input).find(carried)
    let finding = FindingRule(input: input, sex: sex, together: together).find(carried)
    let completeness = CompletenessRule(
      input: input, facts: facts, sex: sex, reading: reading, openRecords: openRecords,
      confidence: confidence
    ).judge(carried, ledger)
    return ConclusionRule(confidence: confidence, input: input)
      .conclude(
        finding, completeness, carried,
        together: together.filter { open in
          !finding.reasons.contains { $0.contains(open.clause) }
        }.map(\.reason),
        LedgerCounts(ledger))
  }

  private func outsideNotes(_ carried: [SampleVariant]) -> [String] {
    let sides = carried.compactMap(\.besideGene)
    let downstream = sides.count { $0 == .downstream }
    let upstream = sides.count { $0 == .upstream }
    var notes: [String] = []
    if downstream > 0 {
      notes.append(
        "\(downstream) listed variant(s) lie beyond the 3' end of FOXP3, towards CCDC22, a disease "
          + "gene of its own; they are not assessed here and have no part in the conclusion.")
    }
    if upstream > 0 {
      notes.append(
        "\(upstream) listed variant(s) lie upstream of exon 1; effects on the gene's regulation "
          + "are not assessed here and have no part in the conclusion.")
    }
    return notes
  }
}
