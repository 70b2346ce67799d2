import Flow
import Genome

/// Where a person's health, as the pedigree gives it, and what the sample shows of a variant don't go
/// together as they do in X-linked IPEX syndrome (GeneReviews NBK1118, PMID 20301297).
struct PedigreePhenotype {
  let pedigree: PedigreeResult
  let variant: PedigreeVariant

  private enum Match {
    /// Ill, and shown not to carry it.
    case illWithout
    /// Ill, and carries it on one of her two copies.
    case illOnOneCopy
    /// Ill, and called with it in fewer reads than one of two copies gives.
    case illInPart
    /// Whether an unchanged copy is left is open.
    case onOpenCopies
    /// On his only X, and well or of unknown health.
    case wellOnOnlyCopy
    case unknownOnOnlyCopy
    /// On both of her copies, and not said to be ill.
    case wellOnBothCopies
  }

  private var isHarmful: Bool { variant.classified.clinicalClass.isPathogenicOrLikely }

  /// What is said with the variant.
  var statements: [String] {
    guard isHarmful || variant.classified.clinicalClass == .uncertain else { return [] }
    return matches.flatMap(statements)
  }

  /// What these persons need, where the variant is held harmful.
  var advice: [String] {
    isHarmful ? matches.filter { $0.1 != .unknownOnOnlyCopy }.compactMap(advice) : []
  }

  /// What males need of whose health the pedigree says nothing.
  var adviceOnUnknown: [String] {
    isHarmful ? matches.filter { $0.1 == .unknownOnOnlyCopy }.compactMap(advice) : []
  }

  private var matches: [(PedigreeMember, Match)] {
    zip(pedigree.members, variant.carriers).compactMap { member, carriage in
      match(member, carriage).map { (member, $0) }
    }
  }

  private func match(_ member: PedigreeMember, _ carriage: PedigreeCarriage) -> Match? {
    guard let result = member.result, !result.sex.isContradicted else { return nil }
    let affection = member.relation.affection
    if carriage.state.isReferenceSeen { return affection == .affected ? .illWithout : nil }
    guard carriage.state == .alternateSeen else { return nil }
    let person = TestedPerson(result: result)
    guard !person.isUnborn, !person.isLost else { return nil }
    if member.sex == .female { return ofFemale(member, carriage, person) }
    if isHarmful, [.conflict, .unknown].contains(carriage.call?.zygosity),
      person.result.conclusion?.word != .positive
    {
      return .onOpenCopies
    }
    guard member.sex == .male, carriage.call?.zygosity == .hemizygous else { return nil }
    switch affection {
    case .affected: return nil
    case .unaffected: return .wellOnOnlyCopy
    case .unknown: return .unknownOnOnlyCopy
    }
  }

  /// Where another variant may change her other copy, one changed copy is not all that she has. An unaffected one's
  /// state is told only where her other copy may be lost.
  private func ofFemale(
    _ member: PedigreeMember, _ carriage: PedigreeCarriage, _ person: TestedPerson
  ) -> Match? {
    let affection = member.relation.affection
    if carriage.call?.zygosity == .homozygous {
      return affection == .affected || !isHarmful ? nil : .wellOnBothCopies
    }
    guard isHarmful, let call = carriage.call else { return nil }
    let isIllOfIt = affection == .affected && call.zygosity == .unknown
    let mayBeIllOfIt =
      (affection == .affected || affection == .unknown && !isParent(member))
      && person.mayLackUnchangedCopy
    if call.mayLackOtherCopy || isIllOfIt || mayBeIllOfIt && !areOnOneCopy(member) {
      return .onOpenCopies
    }
    guard affection == .affected, person.isWithOneVariant,
      person.result.conclusion?.finding == .heterozygousPLP
    else { return nil }
    return call.isOfUnknownShare ? .illInPart : .illOnOneCopy
  }

  /// Whether all that she has of harm or of unknown effect is from one parent, of whom she has one X.
  private func areOnOneCopy(_ member: PedigreeMember) -> Bool {
    guard let place = pedigree.members.firstIndex(where: { $0.relation == member.relation }) else {
      return false
    }
    let origins = pedigree.variants.filter {
      $0.carriers[place].state == .alternateSeen && !$0.classified.clinicalClass.isBenignOrLikely
    }.map { $0.carriers[place].origin }
    return origins.count > 1
      && (origins.allSatisfy { $0 == .maternal } || origins.allSatisfy { $0 == .paternal })
  }

  private func statements(_ member: PedigreeMember, _ match: Match) -> [String] {
    let name = member.relation.name
    switch match {
    case .illWithout:
      let alone =
        "\(name) is affected, as the pedigree says, and is shown not to carry it: it does not explain "
        + "\(possessive(member)) illness."
      return [alone] + (isOfTheLine(member) ? [segregation(name)] : [])
    case .illOnOneCopy:
      return [
        "\(name) is affected, as the pedigree says, and carries it on one of her two copies: one changed "
          + "copy does not explain her illness."
      ]
    case .illInPart:
      return [
        "\(name) is affected, as the pedigree says, and has it in fewer reads than one of two copies gives: one "
          + "changed copy, in all of her cells or in a part of them, does not explain her illness."
      ]
    case .onOpenCopies:
      let isIll = member.relation.affection == .affected
      return [
        "\(name)\(isIll ? " is affected, as the pedigree says, and" : "") carries it, and \(whatIsUnsettled(member)) "
          + "is not settled by \(possessive(member)) own sample alone: whether an unchanged one is left is not known from it"
          + "\(isIll ? ", so that it may explain \(possessive(member)) illness" : "")."
      ]
    case .wellOnOnlyCopy:
      return [
        "\(name) carries it on his only X and is unaffected, as the pedigree says: most males with a harmful "
          + "variant become ill, but not all (1 of 96 was free of symptoms at 6 years, Barzaghi 2018). If "
          + "his health \(isDeceased(member) ? "was confirmed at" : "is confirmed once he is of") an age at which the "
          + "disease would show, it speaks \(isHarmful ? "" : "against the variant's harm, or ")for a late or mild course."
      ]
    case .wellOnBothCopies:
      return ["\(name) is called with it on both of her copies, and is not said to be affected."]
    case .unknownOnOnlyCopy: return []
    }
  }

  private func segregation(_ name: String) -> String {
    "If \(name) has the family's illness, the variant does not go with it in the family, which speaks against "
      + "its harm (criterion BS4, to be weighed by the laboratory); another cause in \(name), exchanged samples "
      + "and a wrong pedigree have to be excluded first."
  }

  private func advice(_ member: PedigreeMember, _ match: Match) -> String? {
    let name = member.relation.name
    if isDeceased(member), ![.illWithout, .illOnOneCopy, .illInPart].contains(match) { return nil }
    switch match {
    case .illWithout:
      guard member.result?.conclusion?.word != .positive else { return nil }
      return
        "\(name) is affected without the variant: make sure that the sample is \(possessive(member)) own, and "
        + "look for another cause of the illness, other genes among them."
    case .illOnOneCopy, .illInPart:
      let copies = match == .illInPart ? "one changed copy at the most" : "one changed copy"
      return
        "\(name) is affected with \(copies): have the other copy examined as a whole, copy number "
        + "included, and X inactivation; consider other genes, and read it together with the clinical picture."
    case .onOpenCopies:
      return
        "\(name): whether an unchanged copy is left has to be settled (\(whatIsOpen(member))); clinical and "
        + "immunological assessment is advised now."
    case .wellOnOnlyCopy:
      return
        "\(name) carries it on his only X: clinical and immunological assessment is advised now, though the "
        + "pedigree says that he is unaffected; treatment can begin before organs are damaged, and the "
        + "variant's class has to be reviewed if he stays well."
    case .wellOnBothCopies:
      return
        "\(name) is called with it on both copies: clinical and immunological assessment is advised now, and the "
        + "loss of one copy has to be looked for."
    case .unknownOnOnlyCopy:
      return
        "\(name) carries it on his only X: where he has not been examined, clinical and immunological "
        + "assessment is advised now; treatment can begin before organs are damaged."
    }
  }

  private func isDeceased(_ member: PedigreeMember) -> Bool {
    member.result.map { TestedPerson(result: $0).isDeceased } ?? false
  }

  /// Relatives' samples may tell what it leaves open (`ParentalPhase`).
  private func whatIsUnsettled(_ member: PedigreeMember) -> String {
    guard member.sex == .female else { return "on how many copies and in which cells" }
    return call(of: member)?.zygosity == .heterozygous
      ? "what stands on her other copy" : "on how many of her copies"
  }

  private func call(of member: PedigreeMember) -> SampleVariant? {
    zip(pedigree.members, variant.carriers).first { $0.0.relation == member.relation }?.1.call
  }

  private func isParent(_ member: PedigreeMember) -> Bool {
    pedigree.members.contains {
      [$0.relation.mother, $0.relation.father].contains(member.relation.name)
    }
  }

  /// What may leave no unchanged copy.
  private func whatIsOpen(_ member: PedigreeMember) -> String {
    let loss = "the deletion of one, a single X chromosome, also in a part of the cells"
    switch member.sex {
    case .female:
      let pair: String? =
        switch member.result?.conclusion?.openCopies {
        case .phase: "on which copies her variants stand, by relatives' samples or by phasing"
        case .sameEvent:
          "whether her variants are two or one change told twice, and on which copies they are"
        case .otherCopy, .count, nil: nil
        }
      if let pair { return call(of: member)?.mayLackOtherCopy == true ? "\(pair); \(loss)" : pair }
      return call(of: member)?.zygosity == .heterozygous
        ? "what stands on the other one, by relatives' samples or by phasing, and copy number"
        : loss
    case .male: return "a single X in spite of the genotype, XXY, a part of the cells"
    case .unknown: return "the sex, the number of X chromosomes"
    }
  }

  private func possessive(_ member: PedigreeMember) -> String {
    switch member.sex {
    case .male: "his"
    case .female: "her"
    case .unknown: "the person's"
    }
  }

  /// A male whose mother carries it, or has another child who has it from her; not one whose illness another
  /// variant explains.
  private func isOfTheLine(_ member: PedigreeMember) -> Bool {
    guard member.sex == .male, let mother = member.relation.mother,
      member.result?.conclusion?.word != .positive
    else { return false }
    return zip(pedigree.members, variant.carriers).contains { other, carriage in
      carriage.state == .alternateSeen
        && (other.relation.name == mother
          || other.relation.mother == mother && carriage.origin == .maternal)
    }
  }
}
