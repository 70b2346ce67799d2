import Flow
import Genome

/// Which relatives of a variant's carriers are named to be tested: their children, brothers and sisters, and, from women
/// of whom nothing is known, their children in turn, since a boy may fall ill before his mother is tested (GeneReviews
/// NBK1118, PMID 20301297).
struct PedigreeRelatives {
  let pedigree: PedigreeResult
  /// By the members' names.
  let states: [String: PedigreeCarriage]
  /// Who is called with it, but for those in whom it arose after conception.
  let carriers: [PedigreeMember]

  var sentences: [String] {
    let near = carriers.flatMap(near)
    var named = Set(openMothers.filter { pedigree.member($0)?.relation.affection != .affected })
    return near.filter { named.insert($0.relation.name).inserted }.map { told($0, ofNear($0)) }
      + (far(from: near) + beyond).filter { named.insert($0.relation.name).inserted }.map {
        told($0, ofFar($0))
      }
  }

  /// A woman in whom it may have arisen after conception: in a low share of the reads, and in neither parent.
  func mayBeNew(_ carrier: PedigreeMember) -> Bool {
    let parents = [carrier.relation.mother, carrier.relation.father].compactMap { $0 }
    return states[carrier.relation.name]?.call?.isOfUnknownShare == true
      && !parents.contains { states[$0]?.state == .alternateSeen }
  }

  /// Of a relative whose sample was read and leaves it open, a sentence of its own behind another; else empty.
  func whyAgain(_ name: String) -> String {
    guard pedigree.member(name)?.result != nil, isOpen(name), let state = states[name]?.state
    else { return "" }
    let reason = state.reason ?? "it shows another change at the same place"
    var needed = "it takes another one, or another method"
    // What was not read asks for no new sample.
    if case .notLookedAt = state { needed = "a gVCF or more reads of it may; else \(needed)" }
    return " The sample of \(name) in this run does not settle it (\(reason)): \(needed)."
  }

  /// Whether a mother of whom nothing is known is spoken of with an earlier child.
  func isTold(_ mother: String, before carrier: PedigreeMember) -> Bool {
    guard isOpen(mother), openMothers.contains(mother) else { return false }
    let children = carriers.filter { $0.relation.mother == mother && !mayBeNew($0) }
    return children.first.map { $0 != carrier } ?? false
  }

  /// Mothers of carriers of whom nothing is known: what they need is told with the carrier.
  private var openMothers: [String] {
    carriers.compactMap { carrier in
      let carriage = states[carrier.relation.name]
      guard let mother = carrier.relation.mother, isOpen(mother), carriage?.origin != .paternal,
        !mayBeNew(carrier)
      else { return nil }
      return mother
    }
  }

  /// Called relatives through whom a carrier's mother has the variant herself: her parents, and her mother's children.
  func kin(ofMother mother: String) -> [String] {
    guard let relation = pedigree.member(mother)?.relation else { return [] }
    return carriers.filter { carrier in
      let name = carrier.relation.name
      return name == relation.mother || name == relation.father
        || relation.mother != nil && carrier.relation.mother == relation.mother && name != mother
    }.map(\.relation.name)
  }

  // MARK: Who

  private func near(_ carrier: PedigreeMember) -> [PedigreeMember] {
    switch carrier.sex {
    case .female:
      let children = openChildren(of: carrier.relation.name)
      let isNew = carrier.relation.mother.map(isFree) == true || mayBeNew(carrier)
      let isPaternal = states[carrier.relation.name]?.origin == .paternal
      return children + (isNew || isPaternal ? ofGermCells(carrier) : siblings(of: carrier))
    case .male:
      return siblings(of: carrier)
        + openChildren(of: carrier.relation.name).filter { $0.sex == .female }
    case .unknown: return siblings(of: carrier)
    }
  }

  /// Affected relatives on the far side of mothers of whom nothing is known.
  private var beyond: [PedigreeMember] {
    let aunts = openMothers.compactMap { pedigree.member($0) }.flatMap(siblings)
    return (aunts + far(from: aunts)).filter { $0.relation.affection == .affected }
  }

  private func siblings(of carrier: PedigreeMember) -> [PedigreeMember] {
    guard let mother = carrier.relation.mother else { return [] }
    return pedigree.members.filter {
      $0.relation.mother == mother && $0.relation.name != carrier.relation.name
        && isOpen($0.relation.name)
    }
  }

  /// Other children of the parent in a part of whose germ cells it is presumed to be; of a father, daughters.
  private func ofGermCells(_ carrier: PedigreeMember) -> [PedigreeMember] {
    pedigree.members.filter { person in
      person.relation.name != carrier.relation.name && isOpen(person.relation.name)
        && mayShareGermCells(person, with: carrier)
    }
  }

  private func mayShareGermCells(_ person: PedigreeMember, with carrier: PedigreeMember) -> Bool {
    guard let parents = states[carrier.relation.name]?.origin?.parentsOfGermCells else {
      return false
    }
    let heirs = [person.relation.mother, person.sex == .male ? nil : person.relation.father]
    return heirs.compactMap { $0 }.contains(where: parents.contains)
  }

  /// Children of women who may carry it, and theirs; of one whose mother is shown to be free of it, and has one
  /// carrier among her children, affected ones alone.
  private func far(from near: [PedigreeMember]) -> [PedigreeMember] {
    var women = near.filter { $0.sex == .female && mayCarry($0) }
    var seen = Set(near.map(\.relation.name))
    var far = near.filter { $0.sex == .female && !mayCarry($0) }
      .flatMap { openChildren(of: $0.relation.name) }
      .filter { $0.relation.affection == .affected && seen.insert($0.relation.name).inserted }
    while !women.isEmpty {
      let children = women.flatMap { openChildren(of: $0.relation.name) }
        .filter { seen.insert($0.relation.name).inserted }
      far += children
      women = children.filter { $0.sex == .female }
    }
    return far
  }

  private func mayCarry(_ woman: PedigreeMember) -> Bool {
    guard let mother = woman.relation.mother, isFree(mother), !isDaughterOfCarrier(woman) else {
      return true
    }
    return carriers.count { $0.relation.mother == mother } > 1
      || carriers.contains { mayShareGermCells(woman, with: $0) }
  }

  // MARK: What is said

  private func told(_ person: PedigreeMember, _ sentence: String) -> String {
    isDeceased(person) ? sentence : sentence + whyAgain(person.relation.name)
  }

  private func ofNear(_ person: PedigreeMember) -> String {
    let mother = parent(of: person) ?? "the mother"
    if isDaughterOfCarrier(person) { return ofDaughter(person) }
    if isDeceased(person) { return ofDeceased(person, "child of \(mother)") }
    let name = person.relation.name
    let sure = sureness(of: mother)
    if let ill = ofAffected(person, mother, sure) { return ill }
    switch person.sex {
    case .male:
      return "Testing \(name), son of \(mother), is advised, also without signs of disease: "
        + "\(sure.map { "he \($0), and " } ?? "")treatment can begin before organs are damaged."
    case .female:
      return
        "\(name), daughter of \(mother), \(sure.map { "\($0)," } ?? "may be a carrier") and can "
        + "be offered the test \(when(person))."
    case .unknown:
      return
        "\(name), child of \(mother), \(sure.map { "\($0), and " } ?? "")has to be considered, once the "
        + "sex is known."
    }
  }

  private func ofFar(_ person: PedigreeMember) -> String {
    let name = person.relation.name
    let mother = person.relation.mother ?? "the mother"
    if isDeceased(person) { return ofDeceased(person, "child of \(mother)") }
    if let ill = ofAffected(person, mother, nil) { return ill }
    switch person.sex {
    case .male:
      let isSettled = isObligate(mother) || pedigree.member(mother).map(isDeceased) == true
      let first = isSettled ? "" : ", or testing \(mother) first, from whom he may have it"
      return
        "Testing \(name), son of \(mother), is advised, also without signs of disease\(first): treatment can begin "
        + "before organs are damaged."
    case .female:
      return
        "\(name), daughter of \(mother), may be a carrier if \(mother) is one, and can be offered the test "
        + "\(when(person))."
    case .unknown:
      return "\(name), child of \(mother), has to be considered, once the sex is known."
    }
  }

  private func ofAffected(_ person: PedigreeMember, _ mother: String, _ sure: String?) -> String? {
    guard person.relation.affection == .affected else { return nil }
    let name = person.relation.name
    return
      "Testing \(name), child of \(mother), is advised first: the pedigree says that \(name) is affected"
      + "\(sure.map { ", and \(name) \($0)" } ?? "")."
  }

  /// Of whom a sample was read that does not settle it.
  func ofDeceased(_ person: PedigreeMember, _ kin: String) -> String {
    "\(person.relation.name), \(kin), \(end(of: person)): settling it in the stored sample tells who else may carry it."
  }

  private func end(of person: PedigreeMember) -> String {
    let isLost = person.result.map { TestedPerson(result: $0).isLost } == true
    return isLost ? "was lost in the pregnancy" : "has died"
  }

  private func ofDaughter(_ person: PedigreeMember) -> String {
    let name = person.relation.name
    let inherits = "a daughter of a man who carries it on his only X inherits it"
    if isDeceased(person) {
      return
        "\(name) \(end(of: person)): \(inherits)\(isParent(person) ? ", and her children may have it" : "")."
    }
    if let mother = person.relation.mother, states[mother]?.state == .alternateSeen {
      let first =
        person.relation.affection == .affected
        ? " first: affected, as the pedigree says" : ", as of a boy"
      return
        "Testing \(name) is advised\(first); \(inherits), and \(mother) carries it too, so that both of her copies "
        + "may have it."
    }
    guard person.relation.affection != .affected else {
      return
        "Testing \(name) is advised: affected, as the pedigree says, which one changed copy of a father's "
        + "does not explain, though \(inherits)."
    }
    return "\(name): \(inherits)\(isParent(person) ? ", and she can be offered the test now" : "")."
  }

  /// A woman who has it on both copies hands it on to each child.
  private func sureness(of mother: String) -> String? {
    let carriage = states[mother]
    guard carriage?.state == .alternateSeen, carriage?.call?.zygosity == .homozygous else {
      return nil
    }
    return "inherits it, since \(mother) is called with it on both copies"
  }

  /// Whether a woman who is not tested has it for certain.
  private func isObligate(_ name: String) -> Bool {
    guard let woman = pedigree.member(name) else { return false }
    return isDaughterOfCarrier(woman) || woman.relation.mother.flatMap(sureness) != nil
  }

  private func when(_ person: PedigreeMember) -> String {
    isParent(person) ? "now" : "when she is of age"
  }

  // MARK: Relations and states

  private func isDaughterOfCarrier(_ person: PedigreeMember) -> Bool {
    person.sex == .female
      && carriers.contains { $0.sex == .male && $0.relation.name == person.relation.father }
  }

  /// Or lost in a pregnancy.
  func isDeceased(_ person: PedigreeMember) -> Bool {
    person.result.map { TestedPerson(result: $0) }.map { $0.isDeceased || $0.isLost } ?? false
  }

  /// From whom a person may have it: the mother, unless it is presumed in the father's germ cells alone.
  private func parent(of person: PedigreeMember) -> String? {
    let presumed = carriers.flatMap { states[$0.relation.name]?.origin?.parentsOfGermCells ?? [] }
    guard person.sex != .male, let father = person.relation.father, presumed.contains(father),
      let mother = person.relation.mother, !presumed.contains(mother),
      states[mother]?.state != .alternateSeen
    else { return person.relation.mother }
    return father
  }

  private func isParent(_ person: PedigreeMember) -> Bool {
    pedigree.members.contains { isChild($0, of: person.relation.name) }
  }

  func openChildren(of name: String) -> [PedigreeMember] {
    pedigree.members.filter { isChild($0, of: name) && isOpen($0.relation.name) }
  }

  private func isChild(_ member: PedigreeMember, of name: String) -> Bool {
    member.relation.mother == name || member.relation.father == name
  }

  private func isFree(_ name: String) -> Bool {
    states[name]?.state.isReferenceSeen == true
  }

  /// Neither shown to carry it nor shown to be free of it.
  private func isOpen(_ name: String) -> Bool {
    states[name]?.state != .alternateSeen && !isFree(name)
  }
}
