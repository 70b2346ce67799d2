import Flow
import Genome

/// Who of a family should be tested, and who can be offered a test, for each pathogenic or likely
/// pathogenic variant that is confirmed in someone (GeneReviews NBK1118, PMID 20301297; for uncertain
/// variants none but to find out what they mean).
struct PedigreeAdvice {
  let text: PedigreeText

  private var pedigree: PedigreeResult { text.pedigree }

  var sentences: [String] {
    let told = text.told
    let leading = told.filter {
      $0.classified.clinicalClass.isPathogenicOrLikely && isConfirmed($0)
    }
    var sentences = contradicted + open + told.flatMap { settledFirst($0, text.name(of: $0)) }
    sentences += leading.flatMap { variant in
      let name = text.name(of: variant)
      return advice(on: variant).map { leading.count > 1 ? "\(name): \($0)" : $0 }
    }
    if told.contains(where: { $0.classified.clinicalClass == .uncertain }) {
      sentences.append(
        "For a variant of uncertain significance: relatives are tested only to find out what it "
          + "means, first of all affected males and unaffected men on the mother's side who may carry it; it "
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

  /// Of harmful alleles that samples leave open.
  private var open: [String] {
    let isUncalled = pedigree.members.contains {
      $0.result?.conclusion?.obstacle == .uncalledGenotypes
    }
    let way =
      isUncalled
      ? "by calling the genotypes that the file lacks, as the person's own report says, or by an orthogonal method"
      : "by an orthogonal method"
    return text.openQuestions.map {
      "Settle first \($0), \(way); where it is confirmed, relatives at risk can be tested for it."
    }
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
        && carrier.relation.mother.map { isFree(states[$0]) } == true
    }
    let relatives = PedigreeRelatives(
      pedigree: pedigree, states: states, carriers: carriers.filter { !mosaic.contains($0) })
    let phenotype = PedigreePhenotype(pedigree: pedigree, variant: variant)
    sentences += phenotype.advice
    sentences += mosaic.map { mosaicAdvice($0.relation.name) }
    sentences += relatives.sentences
    sentences += relatives.carriers.flatMap { parents(of: $0, relatives) }
    sentences += phenotype.adviceOnUnknown
    var seen: Set<String> = []
    return sentences.filter { seen.insert($0).inserted }
  }

  private func isFree(_ carriage: PedigreeCarriage?) -> Bool {
    carriage?.state.isReferenceSeen == true
  }

  private func mosaicAdvice(_ name: String) -> String {
    "\(name) has it in a part of the cells: once another person's DNA is excluded it arose after "
      + "conception, so that parents, brothers and sisters are not tested for it; a daughter of his may "
      + "inherit it and can be offered the test."
  }

  /// The mother of a carrier, unless her state is known; the father of a carrying daughter.
  private func parents(
    of carrier: PedigreeMember, _ relatives: PedigreeRelatives
  ) -> [String] {
    let name = carrier.relation.name
    let states = relatives.states
    var sentences: [String] = []
    let parents = [carrier.relation.mother, carrier.relation.father].compactMap { $0 }
    if relatives.mayBeNew(carrier) { return [shareFirst(carrier, relatives)] }
    if parents.isEmpty, carrier.sex == .female { return [upwards(of: name)] }
    if let mother = carrier.relation.mother {
      switch states[mother]?.state {
      case .alternateSeen: break
      case _ where states[name]?.origin == .paternal: break
      case _ where relatives.isTold(mother, before: carrier): break
      case .referenceSeen where states[name]?.parentsInDoubt.contains(mother) == true:
        sentences.append(
          deceased(mother, "the mother of \(name)", relatives)
            ?? "Testing \(mother), the mother of \(name), again is advised, from a new sample: what hers shows does not "
            + "fit the family, and until that is settled further children have a risk.")
      case .referenceSeen:
        sentences += germCells(of: mother, name, states[name]?.origin, relatives, isMother: true)
      default:
        let kin = carrier.sex == .male ? relatives.kin(ofMother: mother) : []
        sentences.append(
          deceased(mother, "the mother of \(name)", relatives)
            ?? "Testing \(mother), the mother of \(name), is advised\(since(kin))."
            + relatives.whyAgain(mother))
      }
    } else {
      sentences.append("Testing the mother of \(name) is advised.")
    }
    if carrier.sex == .female,
      carrier.relation.father.flatMap({ states[$0]?.state })?.isSettled != true,
      carrier.relation.mother.flatMap({ states[$0]?.state }) != .alternateSeen
        || states[name]?.call?.zygosity == .homozygous
        || states[name]?.call?.mayLackOtherCopy == true
    {
      let father = carrier.relation.father
      sentences.append(
        father.flatMap { deceased($0, "the father of \(name)", relatives) }
          ?? "\(father ?? "The father of \(name)") can be offered the test too, though a man "
          + "who carries it is rarely well." + (father.map(relatives.whyAgain) ?? ""))
    }
    if carrier.sex == .female, let father = carrier.relation.father, isFree(states[father]),
      states[name]?.parentsInDoubt.contains(father) != true
    {
      sentences += germCells(of: father, name, states[name]?.origin, relatives, isMother: false)
    }
    return sentences
  }

  /// Of a parent whose sample shows the reference; nothing where the carriers share another one. A father is spoken of
  /// where the variant is new by both parents' samples.
  private func germCells(
    of parent: String, _ child: String, _ origin: VariantOrigin?, _ relatives: PedigreeRelatives,
    isMother: Bool
  ) -> [String] {
    let presumed = origin?.parentsOfGermCells
    guard presumed?.contains(parent) ?? (isMother || origin == .apparentlyDeNovo) else { return [] }
    let cells = isMother ? "her egg cells" : "his germ cells"
    let what =
      presumed?.count == 1
      ? "it is presumed in part of \(cells)" : "a variant in part of \(cells) is not excluded"
    let isDeceased = pedigree.member(parent).map(relatives.isDeceased) == true
    let heirs = isMother ? "children" : "daughters"
    let risk =
      isDeceased
      ? "so other \(heirs) of \(isMother ? "hers" : "his") may have it, and \(heirs) from stored germ cells or embryos "
        + "have a risk"
      : "so further \(heirs)\(isMother ? "" : " of his") have a risk, and testing in a pregnancy can be discussed"
    return [
      "\(parent), the \(isMother ? "mother" : "father") of \(child), \(isDeceased ? "who has died, " : "")does not show "
        + "it in the tissue examined; \(what), \(risk)."
    ]
  }

  /// `nil` of a parent who lives, as far as the case file tells.
  private func deceased(
    _ name: String, _ kin: String, _ relatives: PedigreeRelatives
  ) -> String? {
    guard let parent = pedigree.member(name), relatives.isDeceased(parent) else { return nil }
    return relatives.ofDeceased(parent, kin)
  }

  /// A woman between two carriers.
  private func since(_ kin: [String]) -> String {
    guard !kin.isEmpty else { return "" }
    return
      ": since \(Words.list(kin)) \(kin.count == 1 ? "carries" : "carry") it too, she carries it herself "
      + "unless it arose twice in the family"
  }

  private func shareFirst(_ carrier: PedigreeMember, _ relatives: PedigreeRelatives) -> String {
    let parents = [carrier.relation.mother, carrier.relation.father]
    let areTested = parents.allSatisfy { $0.map { isFree(relatives.states[$0]) } == true }
    let hasSons = relatives.openChildren(of: carrier.relation.name).contains { $0.sex == .male }
    return
      "\(carrier.relation.name): settle by another method or in a second tissue in what share of the cells it stands"
      + "\(areTested ? "" : ", before the parents are tested"): in a part of the cells it arose after conception"
      + "\(hasSons ? "; her sons are tested without waiting for that" : "")."
  }

  /// A carrier whose parents the pedigree does not name.
  private func upwards(of name: String) -> String {
    "Offer the test to the relatives of \(name) on the side she may have it from: her parents, her "
      + "brothers and sisters, and their children."
  }
}
