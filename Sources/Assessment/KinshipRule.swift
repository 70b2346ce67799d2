import Flow
import Genome

/// A variant that is new by the parents' samples, in a family that has it: exchanged samples, an allele that was
/// missed, a mosaic or another parentage are likelier than the same change twice.
struct KinshipRule: Sendable {
  struct Verdict: Sendable, Hashable {
    /// Who is called with it, confirmed or not.
    var relatives: [String]
    var origin: VariantOrigin
    /// A sentence.
    var contradiction: String
  }

  /// Names what siblings explain by a parent's germ cells.
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
    return Verdict(
      relatives: relatives.map(\.name),
      origin: .unresolved(
        reason: "\(lead), and the same change hardly arises twice in one family"),
      contradiction: contradiction(member, relatives, lead))
  }

  private func contradiction(
    _ member: Pedigree.Member, _ relatives: [Pedigree.Member], _ lead: String
  ) -> String {
    let isSon = siblings.people[member.name]?.sex == .male
    let parents = [member.mother, isSon ? nil : member.father].compactMap { $0 }.filter { parent in
      relatives.contains { !line(of: $0.name).isDisjoint(with: line(of: parent)) }
    }
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
    relative.name + (siblings.people[relative.name]?.carries == true ? "" : " (not confirmed)")
  }

  /// By blood, as far as the pedigree tells.
  private func relatives(of member: Pedigree.Member) -> [Pedigree.Member] {
    var explained: Set<String> = [member.name]
    if case .germLineMosaicism(let names, _) = siblings.origin(of: member) {
      explained.formUnion(names)
    }
    let own = line(of: member.name)
    return siblings.relations.filter { other in
      guard siblings.people[other.name]?.isCalled == true else { return false }
      let line = line(of: other.name)
      return line.isDisjoint(with: explained) && !line.isDisjoint(with: own)
    }
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
