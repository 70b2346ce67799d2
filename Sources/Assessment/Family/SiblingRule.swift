import Flow
import Genome

/// Siblings who carry a variant that the parents' samples are free of: it is not new in each of them,
/// but presumed to be in a part of a parent's germ cells.
struct SiblingRule: Sendable {
  let relations: [Pedigree.Member]
  let people: [String: FamilyPerson]
  /// By the parents' samples alone.
  let origins: [String: VariantOrigin]

  /// `nil` where no sibling shares the apparently new variant of `member`.
  func origin(of member: Pedigree.Member) -> VariantOrigin? {
    guard origins[member.name] == .apparentlyDeNovo else { return nil }
    let found = relations.compactMap { sibling -> (name: String, parents: [String])? in
      guard sibling.name != member.name else { return nil }
      let shared = parentsHandingOn(to: member, sibling)
      return shared.isEmpty ? nil : (sibling.name, shared)
    }
    guard !found.isEmpty else { return nil }
    let common = found.map { Set($0.parents) }.reduce(Set(found[0].parents)) {
      $0.intersection($1)
    }
    let parents = found[0].parents.filter(common.contains)
    return .germLineMosaicism(
      siblings: found.map(\.name), parents: parents.isEmpty ? found[0].parents : parents)
  }

  /// Parents of both who can have handed it on to both; empty where they don't both carry it, or
  /// the sibling may have it from elsewhere. A son has it from his mother.
  private func parentsHandingOn(
    to member: Pedigree.Member, _ sibling: Pedigree.Member
  ) -> [String] {
    guard people[sibling.name]?.carries == true, let origin = origins[sibling.name] else {
      return []
    }
    let mother = member.mother.flatMap { $0 == sibling.mother ? $0 : nil }
    let father = member.father.flatMap { $0 == sibling.father ? $0 : nil }
    let haveSon = [member, sibling].contains { people[$0.name]?.sex == .male }
    switch origin {
    case .apparentlyDeNovo:
      return [mother, haveSon ? nil : father].compactMap { $0 }
    case .unresolved where haveSon: return [mother].compactMap { $0 }
    default: return []
    }
  }
}
