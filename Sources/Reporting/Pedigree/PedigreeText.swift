import Flow
import Genome

/// What a family's report says, in sentences built from the samples' results alone. Members may stand on different
/// builds: intronic names are those of GRCh38.
struct PedigreeText {
  let pedigree: PedigreeResult
  let context: ReportContext

  /// Variants that are told one by one, the gravest first; benign ones and those beside the gene
  /// are only counted.
  var told: [PedigreeVariant] {
    pedigree.variants.enumerated().filter { isTold($0.element) }.sorted {
      ($0.element.classified.clinicalClass.rank, $0.offset)
        < ($1.element.classified.clinicalClass.rank, $1.offset)
    }.map(\.element)
  }

  private func isTold(_ variant: PedigreeVariant) -> Bool {
    let call = variant.carriers.lazy.compactMap(\.call).first
    let isHarmless =
      variant.classified.clinicalClass.isBenignOrLikely
      && !variant.classified.isClearedOnOneSide
    return !isHarmless && call?.isBesideGene != true
  }

  var countOfOthers: Int { pedigree.variants.count - told.count }

  /// The family's result in a sentence, and what the parents tell of a daughter's two copies.
  var statement: String {
    let leading = told.filter { $0.classified.clinicalClass.isPathogenicOrLikely }
    let tested = pedigree.members.count { $0.result != nil }
    let scope =
      "\(tested) of \(Words.count(pedigree.members.count, "person")) of the pedigree "
      .replacing("persons", with: "people")
      + (tested == 1 ? "has a sample" : "have samples") + " that could be read in this run"
    guard !leading.isEmpty else {
      let uncertain =
        told.isEmpty ? "" : ", and what is uncertain or not classified is listed below"
      let doubt = open.isEmpty ? "" : ", but \(open.joined(separator: ", and "))"
      return
        "No pathogenic or likely pathogenic variant of FOXP3 is called in this family\(doubt); \(scope)"
        + "\(uncertain). Whether it was looked for in each person is said in that person's report."
    }
    let parts = leading.map { variant in
      "\(name(of: variant)) (\(variant.classified.clinicalClass.label.lowercased())"
        + "\(PedigreeDoubts(pedigree: pedigree, variant: variant).remark)): "
        + carriage(of: variant)
    }
    return
      ([parts.joined(separator: "; ") + "; \(scope)."]
      + open.map(Words.sentence) + ParentalPhase(text: self).sentences).joined(separator: " ")
  }

  var open: [String] { openQuestions.map { "\($0) is open" } }

  /// What members' samples leave open of alleles that are held pathogenic or likely so: as "whether SON carries …".
  var openQuestions: [String] {
    let people = pedigree.members.map { ($0.relation.name, openHarmful(in: $0)) }
    return Set(people.flatMap(\.1)).sorted().map { allele in
      let names = people.filter { $0.1.contains(allele) }.map(\.0)
      return
        "whether \(Words.list(names)) \(names.count == 1 ? "carries" : "carry") \(allele)"
    }
  }

  /// With their classes; none without a sample.
  func openHarmful(in member: PedigreeMember) -> [String] {
    guard let result = member.result else { return [] }
    return result.harmfulOpenNames.map(NamesOnGRCh38(result.variants, context: context).text)
  }

  func name(of variant: PedigreeVariant) -> String {
    guard let provenance = result(telling: variant)?.provenance else { return "unnamed" }
    return VariantName.shortOnGRCh38(
      variant.classified.annotated, provenance: provenance, context: context)
  }

  /// The conclusion of the member's own report; `nil` without a sample.
  func conclusion(of member: PedigreeMember) -> String? {
    member.result.map { result in
      NamesOnGRCh38(result.variants, context: context)
        .text(ConclusionStatement(result: result).sentence)
    }
  }

  /// Of the member whose class the family is told.
  private func result(telling variant: PedigreeVariant) -> SampleResult? {
    let people = zip(pedigree.members, variant.carriers).filter { $1.call != nil }
    return (people.first { $1.call?.classified == variant.classified } ?? people.first)?.0.result
  }

  /// As "carried by SON (hemizygous) and MOTHER (heterozygous); not carried by FATHER".
  func carriage(of variant: PedigreeVariant) -> String {
    let people = zip(pedigree.members, variant.carriers)
    let carriers = people.filter { $1.state == .alternateSeen }.map { member, carriage in
      "\(member.relation.name) (\(manner(of: carriage, in: member)))"
    }
    let free = people.filter { $1.state.isReferenceSeen }.map(\.0.relation.name)
    let open = people.filter {
      $0.result != nil && $1.state != .alternateSeen && !$1.state.isReferenceSeen
    }.map(\.0.relation.name)
    return [
      carriers.isEmpty ? "" : "carried by \(Words.list(carriers))",
      free.isEmpty ? "" : "shown not to be carried by \(Words.list(free))",
      open.isEmpty ? "" : "not settled in \(Words.list(open))",
    ].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// As "hemizygous" or "as a part of c.1188_1189delinsAT".
  private func manner(of carriage: PedigreeCarriage, in member: PedigreeMember) -> String {
    guard let whole = carriage.whole else {
      return carriage.call?.zygosity.label.lowercased() ?? "unknown"
    }
    return "as a part of \(name(of: whole, in: member))"
  }

  func name(of call: SampleVariant, in member: PedigreeMember) -> String {
    guard let provenance = member.result?.provenance else { return "unnamed" }
    return VariantName.shortOnGRCh38(
      call.classified.annotated, provenance: provenance, context: context)
  }

  /// Members who have a part of it called by itself, which others of the family have within the whole.
  private func parts(of variant: PedigreeVariant) -> [String] {
    let wholes = Set(variant.carriers.compactMap { $0.call?.classified.annotated })
    return pedigree.variants.filter { part in
      part.carriers.contains { $0.whole.map { wholes.contains($0.classified.annotated) } == true }
    }.compactMap { part in
      let names = zip(pedigree.members, part.carriers).filter { $1.call != nil }
        .map(\.0.relation.name)
      guard !names.isEmpty else { return nil }
      return
        "\(Words.list(names)) \(names.count == 1 ? "has" : "have") a part of it, \(name(of: part)): "
        + "one change may have come of the other, or one caller have left a base out; settle it by the reads"
    }
  }

  /// What is doubtful of the class, where each carrier has the variant from, what can't be so, and whom
  /// it does not fit.
  func sentences(on variant: PedigreeVariant) -> [String] {
    PedigreeDoubts(pedigree: pedigree, variant: variant).sentences
      + parts(of: variant).map(Words.closed)
      + zip(pedigree.members, variant.carriers).flatMap { member, carriage in
        [
          told(carriage, of: member).map { origin($0, of: member) }, carriage.contradiction,
          doubt(carriage.call, of: member),
        ]
        .compactMap { $0 }
        .map(Words.closed)
      } + PedigreePhenotype(pedigree: pedigree, variant: variant).statements
  }

  /// What a person has to know of the family without opening its report: what the members' samples and
  /// case files say against each other.
  var warnings: [String] {
    pedigree.variants.flatMap { variant in
      let doubts = PedigreeDoubts(pedigree: pedigree, variant: variant).sentences
      let contradictions = variant.carriers.compactMap(\.contradiction).map(Words.closed)
      return (doubts + contradictions).map {
        "Family “\(pedigree.family)”, \(name(of: variant)): \($0)"
      }
    }
  }

  /// Of a founder nothing is asked that the pedigree can't answer; and what may be in a part of the cells is not called
  /// new by the parents' samples.
  private func told(_ carriage: PedigreeCarriage, of member: PedigreeMember) -> VariantOrigin? {
    let isFounder = member.relation.mother == nil && member.relation.father == nil
    if case .unresolved = carriage.origin, isFounder { return nil }
    let isOfUnknownShare = carriage.call?.isOfUnknownShare == true
    return isOfUnknownShare && carriage.origin == .apparentlyDeNovo ? nil : carriage.origin
  }

  /// Why on how many copies it stands is not as plain as its zygosity says.
  private func doubt(_ call: SampleVariant?, of member: PedigreeMember) -> String? {
    guard let call, [.heterozygous, .unknown, .conflict].contains(call.zygosity),
      let note = call.zygosityNote
    else { return nil }
    return "\(member.relation.name): \(note)"
  }

  private func origin(_ origin: VariantOrigin, of member: PedigreeMember) -> String {
    let name = member.relation.name
    let isSon = member.sex == .male
    switch origin {
    case .maternal:
      return "\(name) has it from \(member.relation.mother ?? "the mother")"
        + (isSon ? ", as every son has his X from his mother" : "")
    case .paternal: return "\(name) has it from \(member.relation.father ?? "the father")"
    case .eitherParent:
      return "\(name) has it from one of the parents; the data don't tell from which"
    case .bothParents: return "\(name) has it from both parents"
    case .apparentlyDeNovo:
      let parents = isSon ? "his mother's sample shows" : "both parents' samples show"
      return "\(name): apparently new (de novo), since \(parents) the reference there; a variant "
        + "limited to part of a parent's germ cells is not excluded, and parentage was not tested"
    case .germLineMosaicism(let siblings, let parents):
      return germLine(member, siblings, parents)
    case .unresolved(let reason): return "\(name): where it is from can't be said, since \(reason)"
    }
  }

  private func germLine(
    _ member: PedigreeMember, _ siblings: [String], _ parents: [String]
  ) -> String {
    let parent = parents.count == 1 ? parents[0] : "one of the parents (\(Words.list(parents)))"
    let isTwin = siblings.compactMap(pedigree.member).allSatisfy { mayBeTwins(member, $0) }
    let child = parents == [member.relation.father] ? "daughter of \(parent)" : "child"
    let mayFollow = parents.compactMap(pedigree.member).contains { member in
      member.result.map { TestedPerson(result: $0).isDeceased } != true
    }
    return
      "\(member.relation.name) carries it as \(Words.list(siblings)) \(siblings.count == 1 ? "does" : "do"), though "
      + "the sample of \(Words.list(parents)) shows the reference there: it is not new in each of them, "
      + "but presumed to be in a part of the germ cells of \(parent) (germ-line mosaicism)"
      + "\(isTwin ? ", unless they are identical twins" : ""); every \(mayFollow ? "further" : "other") \(child) has a risk"
  }

  /// Of one sex and of the same parents, as far as the pedigree tells.
  private func mayBeTwins(_ one: PedigreeMember, _ other: PedigreeMember) -> Bool {
    let isOfOneSex = one.sex == other.sex || [one.sex, other.sex].contains(.unknown)
    let pairs = [
      (one.relation.mother, other.relation.mother), (one.relation.father, other.relation.father),
    ]
    return isOfOneSex && pairs.allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
  }

  /// As "son of FATHER and MOTHER".
  static func relation(of member: Pedigree.Member) -> String {
    let parents = [member.father, member.mother].compactMap { $0 }
    guard !parents.isEmpty else { return "no parents given" }
    let child =
      switch member.sex {
      case .male: "son"
      case .female: "daughter"
      case .unknown: "child"
      }
    return "\(child) of \(Words.list(parents))"
  }

  func state(of carriage: PedigreeCarriage, _ member: PedigreeMember) -> String {
    guard member.result != nil else { return "No sample in this run" }
    switch carriage.state {
    case .alternateSeen: return "Carried: \(manner(of: carriage, in: member))"
    case .referenceSeen: return "Not carried: reference seen"
    case .otherAlternateSeen: return "Another change at the same place"
    case .uncertain(let reason): return "Not settled: \(reason)"
    case .notLookedAt(let reason): return "Not looked at: \(reason)"
    }
  }
}
