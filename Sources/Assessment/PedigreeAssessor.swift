public import Flow
public import Genome
import Nomenclature

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

  public func assess() -> PedigreeResult {
    PedigreeResult(
      family: family,
      members: relations.map {
        PedigreeMember(relation: $0, result: samples[$0.name]?.result)
      },
      variants: variants.map { PedigreeVariant(classified: $0, carriers: carriers(of: $0)) })
  }

  /// Each variant once, by place. Alleles that can't be assessed have no identity in a family.
  private var variants: [ClassifiedVariant] {
    var seen: Set<VariantIdentity> = []
    let all = relations.flatMap { samples[$0.name]?.result.variants ?? [] }.map(\.classified)
    let unique = all.filter { variant in
      VariantIdentity(variant.annotated).map { seen.insert($0).inserted } ?? false
    }
    return unique.enumerated().sorted {
      (place($0.element), $0.offset) < (place($1.element), $1.offset)
    }.map(\.element)
  }

  /// On GRCh38 where it has a place there: the members may stand on different builds.
  private func place(_ variant: ClassifiedVariant) -> Int {
    let placements = [variant.annotated.placement, variant.annotated.otherPlacement]
    let chosen = placements.compactMap { $0 }.first { $0.assembly == .grch38 }
    return (chosen ?? variant.annotated.placement)?.position ?? 0
  }

  private func carriers(of variant: ClassifiedVariant) -> [PedigreeCarriage] {
    let people = Dictionary(
      relations.map { ($0.name, person($0, variant)) }, uniquingKeysWith: { first, _ in first })
    return relations.map { relation in
      guard let own = people[relation.name] ?? nil else {
        return PedigreeCarriage(state: .notLookedAt(reason: "no sample in this run"))
      }
      let rule = InheritanceRule(
        child: own, father: relation.father.flatMap { people[$0] ?? nil },
        mother: relation.mother.flatMap { people[$0] ?? nil })
      return PedigreeCarriage(
        state: own.state, call: call(of: variant, in: samples[relation.name]),
        origin: rule.origin, contradiction: rule.contradiction)
    }
  }

  private func person(
    _ relation: Pedigree.Member, _ variant: ClassifiedVariant
  ) -> InheritanceRule.Person? {
    guard let sample = samples[relation.name] else { return nil }
    let call = call(of: variant, in: sample)
    return InheritanceRule.Person(
      name: relation.name, sex: sample.result.sex.sex, state: state(of: variant, call, sample),
      zygosity: call?.zygosity ?? .unknown, isContradicted: sample.result.sex.isContradicted)
  }

  private func call(of variant: ClassifiedVariant, in sample: Sample?) -> SampleVariant? {
    guard let identity = VariantIdentity(variant.annotated) else { return nil }
    return sample?.result.variants.first {
      VariantIdentity($0.classified.annotated) == identity
    }
  }

  private func state(
    of variant: ClassifiedVariant, _ call: SampleVariant?, _ sample: Sample
  ) -> SiteState {
    if sample.result.conclusion?.completeness == .notAssessable {
      return .uncertain(reason: "the sample can't be assessed")
    }
    guard let call else { return stateWithoutCall(of: variant, sample) }
    if call.isConfirmed { return .alternateSeen }
    return .uncertain(
      reason: "called, but not confirmed: \(call.unconfirmedReasons.joined(separator: " and "))")
  }

  /// What a sample's data say of a relative's variant that it is not called to carry.
  private func stateWithoutCall(of variant: ClassifiedVariant, _ sample: Sample) -> SiteState {
    if let change = variant.annotated.change(on: sample.input.provenance.assembly),
      let reading = readings[sample.result.sample]
    {
      let locus = sample.assessor.facts.locus
      return AlleleSearch(
        locus: locus, input: sample.input, reading: reading, carried: sample.result.variants
      ).state(of: change, over: change.evidenceInterval(on: locus))
    }
    guard case .structural = variant.annotated.normalised.change else {
      return .notLookedAt(reason: "the variant has no place on this sample's build")
    }
    if case .notAssessed(let reason) = sample.result.copyNumber {
      return .notLookedAt(reason: reason)
    }
    return sample.result.variants.contains(where: \.isStructural)
      ? .otherAlternateSeen : .referenceSeen(depth: nil)
  }
}
