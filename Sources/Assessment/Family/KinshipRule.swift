import Flow
import Genome

/// A variant that is new by the parents' samples, in a family that has it: exchanged samples, an allele that was
/// missed, a mosaic or another parentage are likelier than the same change twice.
struct KinshipRule: Sendable {
  struct Verdict: Sendable, Hashable {
    var origin: VariantOrigin
    /// A sentence; `nil` where nobody but unconfirmed calls speaks for it.
    var contradiction: String?
    /// Who was shown to be free of it and stands between the two.
    var parents: [String]
  }

  /// Tells whom a parent's germ cells explain.
  private let siblings: SiblingRule
  private let parents: [String: [String]]

  init(siblings: SiblingRule) {
    self.siblings = siblings
    parents = Dictionary(
      siblings.relations.map { ($0.name, [$0.mother, $0.father].compactMap { $0 }) },
      uniquingKeysWith: { first, _ in first })
  }

  /// `nil` where it is not new by the parents' samples, or no relative is called with it but those that have it
  /// from `member`, or from where `member` has it.
  func verdict(on member: Pedigree.Member) -> Verdict? {
    guard siblings.origins[member.name] == .apparentlyDeNovo else { return nil }
    let relatives = relatives(of: member)
    guard !relatives.isEmpty else { return nil }
    let called = relatives.map(named).joined(separator: ", ")
    let lead = "\(called) \(relatives.count == 1 ? "is" : "are") called with it too"
    guard relatives.contains(where: isConfirmed) else {
      return Verdict(
        origin: .unresolved(
          reason: "\(lead): before that is confirmed or excluded it is open whether it is new"),
        contradiction: nil, parents: [])
    }
    let parents = between(member, relatives)
    return Verdict(
      origin: .unresolved(
        reason: "\(lead), and the same change hardly arises twice in one family"),
      contradiction: contradiction(member, parents, lead), parents: parents)
  }

  private func between(
    _ member: Pedigree.Member, _ relatives: [Pedigree.Member]
  ) -> [String] {
    let isSon = siblings.people[member.name]?.sex == .male
    return [member.mother, isSon ? nil : member.father].compactMap { $0 }.filter { parent in
      relatives.contains { !line(of: $0.name).isDisjoint(with: line(of: parent)) }
    }
  }

  private func contradiction(
    _ member: Pedigree.Member, _ parents: [String], _ lead: String
  ) -> String {
    guard !parents.isEmpty else {
      return
        "\(lead), but \(member.name) is related through the father, of whom a son has no X, and the "
        + "mother was shown to be free of it: exchanged or mixed samples or another parentage are far "
        + "likelier than the same change twice. Check the samples and the pedigree."
    }
    let list = parents.joined(separator: " and ")
    return
      "\(lead), but \(list), through whom \(member.name) is related, \(parents.count == 1 ? "was" : "were") "
      + "shown to be free of it: exchanged samples, an allele that was missed, a mosaic or another parentage are "
      + "far likelier than the same change twice. Check the samples and the pedigree, and test \(list) again."
  }

  private func named(_ relative: Pedigree.Member) -> String {
    relative.name + (isConfirmed(relative) ? "" : " (not confirmed)")
  }

  private func isConfirmed(_ relative: Pedigree.Member) -> Bool {
    siblings.people[relative.name]?.carries == true
  }

  /// Who is called with it too, confirmed or not, and related by blood, of a member of whom the parents don't tell
  /// where it is from. Parents, descendants, and siblings who may have it from where `member` has it are left out.
  func relatives(of member: Pedigree.Member) -> [Pedigree.Member] {
    switch siblings.origins[member.name] {
    case .apparentlyDeNovo, .unresolved: break
    default: return []
    }
    let explained = explained(of: member)
    let own = line(of: member.name)
    return siblings.relations.filter { other in
      guard siblings.people[other.name]?.isCalled == true,
        other.name != member.mother, other.name != member.father
      else { return false }
      let line = line(of: other.name)
      return line.isDisjoint(with: explained) && !line.isDisjoint(with: own)
    }
  }

  private func explained(of member: Pedigree.Member) -> Set<String> {
    let names =
      switch (siblings.origins[member.name], siblings.origin(of: member)) {
      case (_, .germLineMosaicism(let names, _)): names
      case (.apparentlyDeNovo, _): [String]()
      default: siblings.relations.filter { isSibling($0, of: member) }.map(\.name)
      }
    return Set(names + [member.name])
  }

  private func isSibling(_ other: Pedigree.Member, of member: Pedigree.Member) -> Bool {
    other.mother != nil && other.mother == member.mother
      || other.father != nil && other.father == member.father
  }

  /// A person and all ancestors.
  private func line(of name: String) -> Set<String> {
    var found: Set<String> = []
    var open = [name]
    while let next = open.popLast() {
      if found.insert(next).inserted { open += parents[next] ?? [] }
    }
    return found
  }
}
