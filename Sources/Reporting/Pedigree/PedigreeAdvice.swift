import Flow
import Genome

/// Who of a family should be tested, and who can be offered a test, for each pathogenic or likely
/// pathogenic variant that is confirmed in someone (GeneReviews NBK1118, PMID 20301297; for uncertain
/// variants none but to find out what they mean).
struct PedigreeAdvice {
  let pedigree: PedigreeResult

  var sentences: [String] {
    let text = PedigreeText(pedigree: pedigree)
    let told = text.told
    let leading = told.filter {
      $0.classified.clinicalClass.isPathogenicOrLikely && isConfirmed($0)
    }
    var sentences = contradicted + told.flatMap { settledFirst($0, text.name(of: $0)) }
    sentences += leading.flatMap { variant in
      let name = text.name(of: variant)
      return advice(on: variant).map { leading.count > 1 ? "\(name): \($0)" : $0 }
    }
    if told.contains(where: { $0.classified.clinicalClass == .uncertain }) {
      sentences.append(
        "For a variant of uncertain significance: relatives are tested only to find out what it "
          + "means, first of all unaffected men and boys on the mother's side who may carry it; it "
          + "must not be used for carrier, predictive or prenatal testing.")
    }
    if !leading.isEmpty { sentences.append(PedigreeAdvice.ofMinors) }
    return sentences
  }

  private var contradicted: [String] {
    let names = pedigree.members.filter { $0.result?.sex.isContradicted == true }
      .map(\.relation.name)
    guard !names.isEmpty else { return [] }
    return [
      "Settle first whose sample is whose: X and Y contradict the declared sex of "
        + "\(Words.list(names))."
    ]
  }

  /// What has to be settled before anybody is tested for a variant.
  private func settledFirst(_ variant: PedigreeVariant, _ name: String) -> [String] {
    var sentences: [String] = []
    if variant.carriers.contains(where: { $0.contradiction != nil }) {
      sentences.append(
        "Settle first whose sample is whose: what the samples show of \(name) can't be so, as said "
          + "with the variant.")
    }
    if variant.carriers.contains(where: { !$0.contradictedCriteria.isEmpty }) {
      sentences.append(
        "Settle first whether \(name) is new: no relative is tested on a class that rests on it.")
    }
    return sentences
  }

  static let ofMinors =
    "Girls without signs of disease are not tested for carrier status as minors; they can decide "
    + "for themselves when they are of age. Each test is preceded by genetic counselling."

  private func isConfirmed(_ variant: PedigreeVariant) -> Bool {
    variant.carriers.contains { $0.state == .alternateSeen }
  }

  private func advice(on variant: PedigreeVariant) -> [String] {
    var sentences: [String] = []
    let states = Dictionary(
      zip(pedigree.members.map(\.relation.name), variant.carriers),
      uniquingKeysWith: { first, _ in first })
    let carriers = pedigree.members.filter { states[$0.relation.name]?.state == .alternateSeen }
    let mosaic = carriers.filter { carrier in
      states[carrier.relation.name]?.call?.zygosity == .mosaic
        && carrier.relation.mother.map { isFree($0, states) } == true
    }
    let phenotype = PedigreePhenotype(pedigree: pedigree, variant: variant)
    sentences += phenotype.advice
    sentences += mosaic.map { mosaicAdvice($0.relation.name) }
    for carrier in carriers where !mosaic.contains(carrier) {
      sentences += relatives(of: carrier, states)
    }
    for carrier in carriers where !mosaic.contains(carrier) {
      sentences += parents(of: carrier, states)
    }
    sentences += phenotype.adviceOnUnknown
    var seen: Set<String> = []
    return sentences.filter { seen.insert($0).inserted }
  }

  private func mosaicAdvice(_ name: String) -> String {
    "\(name) has it in a part of the cells: once another person's DNA is excluded it arose after "
      + "conception, so that parents, brothers and sisters are not tested for it; a daughter of his may "
      + "inherit it and can be offered the test."
  }

  /// The mother of a carrier, unless her state is known; the father of a carrying daughter.
  private func parents(
    of carrier: PedigreeMember, _ states: [String: PedigreeCarriage]
  ) -> [String] {
    let name = carrier.relation.name
    var sentences: [String] = []
    let parents = [carrier.relation.mother, carrier.relation.father].compactMap { $0 }
    if parents.isEmpty, carrier.sex == .female { return [upwards(of: name)] }
    if let mother = carrier.relation.mother {
      switch states[mother]?.state {
      case .alternateSeen: break
      case _ where states[name]?.origin == .paternal: break
      case .referenceSeen where states[name]?.parentsInDoubt.contains(mother) == true:
        sentences.append(
          "Testing \(mother), the mother of \(name), again is advised, from a new sample: what hers shows does not "
            + "fit the family, and until that is settled further children have a risk.")
      case .referenceSeen:
        sentences.append(
          "\(mother), the mother of \(name), does not show it in the tissue examined; a variant in "
            + "part of her egg cells is not excluded, so further children have a risk, and testing "
            + "in a pregnancy can be discussed.")
      default: sentences.append("Testing \(mother), the mother of \(name), is advised.")
      }
    } else {
      sentences.append("Testing the mother of \(name) is advised.")
    }
    if carrier.sex == .female,
      carrier.relation.father.flatMap({ states[$0]?.state })?.isSettled != true,
      carrier.relation.mother.flatMap({ states[$0]?.state }) != .alternateSeen
        || states[name]?.call?.zygosity == .homozygous
    {
      sentences.append(
        "\(carrier.relation.father ?? "The father of \(name)") can be offered the test too; few men who "
          + "carry it are well.")
    }
    return sentences
  }

  private func relatives(
    of carrier: PedigreeMember, _ states: [String: PedigreeCarriage]
  ) -> [String] {
    if carrier.sex == .female { return childrenAndSiblings(of: carrier, states) }
    guard carrier.sex == .male else { return [] }
    var sentences = siblings(of: carrier, states)
    let open = children(of: carrier).filter { $0.sex == .female && isOpen($0, states) }
    let ill = open.filter { $0.relation.affection == .affected }
    if !ill.isEmpty {
      sentences.append(
        "Testing \(Words.list(ill.map(\.relation.name))) is advised: affected, as the pedigree says, which "
          + "one changed copy of a father's does not explain, though a daughter of a man who carries it on his "
          + "only X inherits it.")
    }
    let daughters = open.filter { $0.relation.affection != .affected }
    if !daughters.isEmpty {
      sentences.append(
        "\(Words.list(daughters.map(\.relation.name))): a daughter of a man who carries it on his only "
          + "X inherits it.")
    }
    return sentences
  }

  private func childrenAndSiblings(
    of carrier: PedigreeMember, _ states: [String: PedigreeCarriage]
  ) -> [String] {
    let name = carrier.relation.name
    let sentences = boysAndGirls(
      children(of: carrier).filter { isOpen($0, states) }, of: name, states)
    if let mother = carrier.relation.mother, isFree(mother, states) { return sentences }
    return sentences + siblings(of: carrier, states)
  }

  /// A carrier whose parents the pedigree does not name.
  private func upwards(of name: String) -> String {
    "Offer the test to the relatives of \(name) on the side she may have it from: her parents, her "
      + "brothers and sisters, and their children."
  }

  private func siblings(
    of carrier: PedigreeMember, _ states: [String: PedigreeCarriage]
  ) -> [String] {
    guard let mother = carrier.relation.mother else { return [] }
    let siblings = pedigree.members.filter {
      $0.relation.mother == mother && $0.relation.name != carrier.relation.name
        && isOpen($0, states)
    }
    return boysAndGirls(siblings, of: mother, states)
  }

  /// Children of a woman; one who has it on both copies hands it on to each of them.
  private func boysAndGirls(
    _ people: [PedigreeMember], of mother: String, _ states: [String: PedigreeCarriage]
  ) -> [String] {
    let isOnBoth =
      states[mother]?.state == .alternateSeen && states[mother]?.call?.zygosity == .homozygous
    let sure = "inherits it, since \(mother) is called with it on both copies"
    return people.map { person in
      let name = person.relation.name
      if person.relation.affection == .affected {
        return
          "Testing \(name), child of \(mother), is advised first: the pedigree says that \(name) is affected"
          + (isOnBoth ? ", and \(name) \(sure)." : ".")
      }
      switch person.sex {
      case .male:
        return "Testing \(name), son of \(mother), is advised, also without signs of disease: "
          + "\(isOnBoth ? "he \(sure), and " : "")treatment can begin before organs are damaged."
      case .female:
        return
          "\(name), daughter of \(mother), \(isOnBoth ? "\(sure)," : "may be a carrier") and can "
          + "be offered the test when she is of age."
      case .unknown:
        return
          "\(name), child of \(mother), \(isOnBoth ? "\(sure), and " : "")has to be considered, once the "
          + "sex is known."
      }
    }
  }

  private func children(of member: PedigreeMember) -> [PedigreeMember] {
    pedigree.members.filter {
      $0.relation.mother == member.relation.name || $0.relation.father == member.relation.name
    }
  }

  private func isFree(_ name: String, _ states: [String: PedigreeCarriage]) -> Bool {
    if case .referenceSeen = states[name]?.state { true } else { false }
  }

  /// Neither shown to carry it nor shown to be free of it.
  private func isOpen(_ member: PedigreeMember, _ states: [String: PedigreeCarriage]) -> Bool {
    let name = member.relation.name
    return states[name]?.state != .alternateSeen && !isFree(name, states)
  }
}
