public import Flow
public import Genome
import Nomenclature
import Settings

/// Reads the samples of one family together.
public struct PedigreeAssessor: Sendable {
  /// A member's sample: what went into its assessment, and what came out.
  public struct Sample: Sendable {
    public var input: SampleInput
    public var result: SampleResult
    public var assessor: Assessor

    public init(input: SampleInput, result: SampleResult, assessor: Assessor) {
      self.input = input
      self.result = result
      self.assessor = assessor
    }
  }

  private let family: String
  private let relations: [Pedigree.Member]
  private let samples: [String: Sample]
  private let readings: [String: LocusReading]

  /// `samples` by name; members without one are part of the pedigree all the same.
  public init(family: String, pedigree: Pedigree, samples: [String: Sample]) {
    self.family = family
    relations = pedigree.members.filter { $0.family == family }
    self.samples = samples
    readings = samples.mapValues { $0.assessor.reading(of: $0.input) }
  }

  /// Members in the order of the pedigree; each variant with who carries it and where it came from.
  public func assess() -> PedigreeResult {
    PedigreeResult(
      family: family,
      members: relations.map {
        PedigreeMember(relation: $0, result: samples[$0.name]?.result)
      },
      variants: variants.map { PedigreeVariant(classified: $0, carriers: carriers(of: $0)) })
  }

  /// Each variant once, by place, with the gravest class that a member's report gives it. Alleles
  /// that can't be assessed have no identity in a family.
  private var variants: [ClassifiedVariant] {
    var order: [VariantIdentity] = []
    var found: [VariantIdentity: [ClassifiedVariant]] = [:]
    for relation in relations {
      for variant in (samples[relation.name]?.result.variants ?? []).map(\.classified) {
        guard let identity = VariantIdentity(variant.annotated) else { continue }
        if found[identity] == nil { order.append(identity) }
        found[identity, default: []].append(variant)
      }
    }
    let gravest = order.compactMap { identity in
      found[identity]?.min { $0.clinicalClass.rank < $1.clinicalClass.rank }
    }
    return gravest.enumerated().sorted {
      (place($0.element), $0.offset) < (place($1.element), $1.offset)
    }.map(\.element)
  }

  /// On GRCh38 where it has a place there: the members may stand on different builds.
  private func place(_ variant: ClassifiedVariant) -> Int {
    let annotated = variant.annotated
    return (annotated.placement(on: .grch38) ?? annotated.placement)?.position ?? 0
  }

  private func carriers(of variant: ClassifiedVariant) -> [PedigreeCarriage] {
    let people = Dictionary(
      relations.compactMap { relation in person(relation, variant).map { (relation.name, $0) } },
      uniquingKeysWith: { first, _ in first })
    let rules = Dictionary(
      relations.compactMap { relation in rule(relation, people).map { (relation.name, $0) } },
      uniquingKeysWith: { first, _ in first })
    let siblings = SiblingRule(
      relations: relations, people: people, origins: rules.compactMapValues(\.origin))
    let kinship = KinshipRule(siblings: siblings)
    return relations.map { relation in
      guard let own = people[relation.name], let rule = rules[relation.name] else {
        return PedigreeCarriage(
          state: .notLookedAt(reason: "no sample that could be read in this run"))
      }
      let call = call(of: variant, in: samples[relation.name])
      let kin = kinship.verdict(on: relation)
      let called = rule.calledParents + kinship.relatives(of: relation).map(\.name)
      return PedigreeCarriage(
        state: own.state, call: call,
        whole: call == nil ? whole(of: variant, in: samples[relation.name]) : nil,
        origin: kin?.origin ?? siblings.origin(of: relation) ?? rule.origin,
        contradiction: rule.contradiction ?? kin?.contradiction,
        parentsInDoubt: rule.parentsInDoubt + (kin?.parents ?? []),
        contradictedCriteria: called.isEmpty ? [] : call?.criteriaOfNewness ?? [],
        calledRelatives: called)
    }
  }

  private func rule(
    _ relation: Pedigree.Member, _ people: [String: FamilyPerson]
  ) -> InheritanceRule? {
    people[relation.name].map { own in
      InheritanceRule(
        child: own, father: relation.father.flatMap { people[$0] },
        mother: relation.mother.flatMap { people[$0] })
    }
  }

  private func person(
    _ relation: Pedigree.Member, _ variant: ClassifiedVariant
  ) -> FamilyPerson? {
    guard let sample = samples[relation.name] else { return nil }
    let call = call(of: variant, in: sample) ?? whole(of: variant, in: sample)
    let oneCopy = sample.assessor.profile.hemizygousMinimumFraction
    return FamilyPerson(
      name: relation.name, sex: sample.result.sex.sex, state: state(of: variant, call, sample),
      zygosity: call?.zygosity ?? .unknown, isCalled: call != nil,
      isCalledBesideAnother: call?.isBesideAnother(below: oneCopy) == true,
      isWithoutReference: call?.isWithoutReference == true,
      obstacle: obstacle(relation.name, sample.result))
  }

  /// Why nothing follows for the family from a sample, as a clause.
  private func obstacle(_ name: String, _ result: SampleResult) -> String? {
    if result.sex.isContradicted {
      return "X and Y of \(name) contradict the declared sex, and whose sample it is has to be "
        + "settled first"
    }
    return result.patientCase?.mayHoldDonorCells == true
      ? "a donor's white cells may be in the sample of \(name)" : nil
  }

  private func call(of variant: ClassifiedVariant, in sample: Sample?) -> SampleVariant? {
    guard let identity = VariantIdentity(variant.annotated) else { return nil }
    return sample?.result.variants.first {
      VariantIdentity($0.classified.annotated) == identity
    }
  }

  /// The call of a change of several bases that this one is a part of: some callers write neighbours in one record. One
  /// that makes another protein is another change.
  private func whole(of variant: ClassifiedVariant, in sample: Sample?) -> SampleVariant? {
    guard let sample,
      let part = variant.annotated.change(on: sample.input.provenance.assembly)
    else { return nil }
    return sample.result.variants.first { own in
      own.classified.annotated.mane?.proteinName == variant.annotated.mane?.proteinName
        && own.classified.annotated.normalised.sequenceChange.map(part.isPart) == true
    }
  }

  private func state(
    of variant: ClassifiedVariant, _ call: SampleVariant?, _ sample: Sample
  ) -> SiteState {
    if sample.result.conclusion?.completeness == .notAssessable {
      return .uncertain(reason: "the sample can't be assessed")
    }
    guard let call else { return stateAtReference(of: variant, sample) }
    guard call.isConfirmed else {
      return .uncertain(
        reason: "called, but not confirmed: \(call.doubts)")
    }
    if let share = call.alleleFraction, share < sample.assessor.profile.mosaicMinimumFraction {
      return .uncertain(
        reason: "called, but only \(Int((share * 100).rounded()))% of the reads have it")
    }
    return .alternateSeen
  }

  /// The state of one who is not called with it, in the light of a relative who is.
  private func stateAtReference(of variant: ClassifiedVariant, _ sample: Sample) -> SiteState {
    let state = stateWithoutCall(of: variant, sample)
    guard state.isReferenceSeen else { return state }
    if sample.result.patientCase?.mayHoldDonorCells == true {
      return .uncertain(reason: "a donor's white cells may be in the sample")
    }
    let changes = changes(variant, on: sample.input.provenance.assembly)
    if let doubt = RelativesAllele(input: sample.input, changes: changes).doubt {
      return .uncertain(reason: doubt)
    }
    guard sample.input.provenance.doubts.isEmpty else {
      return .uncertain(reason: "the sample's own report says what may be missing in its file")
    }
    return state
  }

  /// The allele, and of one of several bases each, and what each record changes of which it is joined.
  private func changes(_ variant: ClassifiedVariant, on assembly: Assembly) -> [SequenceChange] {
    let normalised = variant.annotated.normalised
    let whole = [variant.annotated.change(on: assembly)].compactMap { $0 }
    let bases = whole.filter { !$0.isSubstitution }.flatMap(\.substitutions)
    guard normalised.isJoined, normalised.assembly == assembly else { return whole + bases }
    return whole + bases
      + normalised.parts.compactMap { $0.spelledChange?.trimmed() }
  }

  /// Reference blocks of small variants are what a carrier of a large change shows too: it was looked for
  /// where the sample's own file has a record of it, and an insertion where the calls are of reads.
  private func isLookedFor(
    _ change: SequenceChange, _ variant: ClassifiedVariant, _ sample: Sample
  ) -> Bool {
    guard change.isLarge else { return true }
    let isListed = sample.input.listed.contains {
      $0.annotated.normalised.change == .sequence(change) && isCalledReference($0, sample)
    }
    let isInsertion = change.alternate.count > change.reference.count
    return isListed
      || sample.input.isCalledFromReads && (isInsertion || sample.result.copyNumber.isAssessed)
  }

  /// Whether the record that lists an allele is called reference, and that may stand.
  private func isCalledReference(_ listed: ClassifiedVariant, _ sample: Sample) -> Bool {
    guard let record = listed.annotated.normalised.parts.first?.record,
      let call = sample.input.call(at: record), call.genotype?.isHomozygousReference == true
    else { return false }
    return sample.assessor.confidence(sample.result.sex.sex).doubts(ofReference: call, in: record)
      .isEmpty
  }

  /// What a sample's data say of a relative's variant that it is not called to carry.
  private func stateWithoutCall(of variant: ClassifiedVariant, _ sample: Sample) -> SiteState {
    if let change = variant.annotated.change(on: sample.input.provenance.assembly),
      let reading = readings[sample.result.sample], isLookedFor(change, variant, sample)
    {
      let locus = sample.assessor.facts.locus
      return AlleleSearch(
        locus: locus, input: sample.input, reading: reading, carried: sample.result.variants
      ).state(of: change, over: change.evidenceInterval(on: locus))
    }
    let isStructural: Bool
    switch variant.annotated.normalised.change {
    case .structural: isStructural = true
    case .sequence(let change): isStructural = change.isLarge
    case .notAssessable: isStructural = false
    }
    guard isStructural else {
      return .notLookedAt(reason: "the variant has no place on this sample's build")
    }
    if case .notAssessed(let reason) = sample.result.copyNumber {
      return .notLookedAt(reason: reason)
    }
    return sample.result.variants.contains(where: \.isStructural)
      ? .otherAlternateSeen : .referenceSeen(depth: nil)
  }
}

extension SampleVariant {
  /// PS2 and PM6 where they are counted, and stand on this sample's parents.
  fileprivate var criteriaOfNewness: [Criterion] {
    (classified.rules?.results ?? []).filter {
      [.ps2, .pm6].contains($0.criterion) && $0.strength != nil && !$0.isOfPublished
    }.map(\.criterion)
  }

  /// Written with two different alleles, and on a smaller share of the reads than one copy gives. A
  /// mosaic of one copy is none.
  fileprivate func isBesideAnother(below fraction: Double) -> Bool {
    hasTwoAlleles && zygosity != .mosaic && (alleleFraction ?? 0) < fraction
  }

  /// Written with two alleles or more, none of them the reference or missing, as `1/2`. Alleles of a longer
  /// record need not change the same bases.
  fileprivate var isWithoutReference: Bool {
    guard
      classified.annotated.normalised.parts.allSatisfy({
        $0.record.reference.utf8.count == 1
          && $0.record.alternates.allSatisfy {
            $0.utf8.count == 1 || ReadRecord.isNonReference($0)
          }
      })
    else { return false }
    return !writtenAlleles.isEmpty
      && writtenAlleles.allSatisfy { alleles in
        alleles.count > 1 && !alleles.contains { $0 == "0" || $0 == "." }
      }
  }
}
