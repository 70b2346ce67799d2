public import Genome

/// What a pedigree can't be: a sample twice, a mother who is male, a person among their own
/// ancestors.
public struct PedigreeCheck: Sendable {
  private let members: [(line: Int?, member: Pedigree.Member)]
  private let byName: [String: Pedigree.Member]

  /// Members with the line each was read from, counted from 1; `nil` for one that no line names.
  public init(members: [(line: Int?, member: Pedigree.Member)]) {
    self.members = members
    byName = Dictionary(
      members.map { ($0.member.name, $0.member) }, uniquingKeysWith: { first, _ in first })
  }

  /// In the order of the lines.
  public var problems: [SettingsProblem] {
    var seen: Set<String> = []
    var problems: [SettingsProblem] = []
    for (line, member) in members {
      if !seen.insert(member.name).inserted {
        problems.append(
          SettingsProblem(line: line, message: "the sample “\(member.name)” stands above already"))
      }
      problems += parentProblems(of: member).map { SettingsProblem(line: line, message: $0) }
    }
    let parted = Dictionary(
      grouping: PedigreeCheck.partedFamilies(Pedigree(members: members.map(\.member)).members),
      by: \.child)
    return problems
      + members.flatMap { line, member in
        (parted[member.name] ?? []).map { SettingsProblem(line: line, message: $0.message) }
      }
  }

  /// Children whose parents stand in another family, with the problem of each: the report of one of the two would miss
  /// the parent.
  private static func partedFamilies(
    _ members: [Pedigree.Member]
  ) -> [(child: String, message: String)] {
    let families = Dictionary(
      members.map { ($0.name, $0.family) }, uniquingKeysWith: { first, _ in first })
    return members.flatMap { child in
      [("father", child.father), ("mother", child.mother)].compactMap { role, parent in
        guard let parent, let family = families[parent], family != child.family else { return nil }
        return (
          child.name,
          "“\(child.name)” is of the family “\(child.family)” and the \(role) “\(parent)” of “\(family)”, by "
            + "the families given and by kin; give all who are related one family, and different people "
            + "different names"
        )
      }
    }
  }

  private func parentProblems(of member: Pedigree.Member) -> [String] {
    var problems: [String] = []
    if let father = member.father.flatMap({ byName[$0] }), father.sex == .female {
      problems.append("the father “\(father.name)” of “\(member.name)” is declared female")
    }
    if let mother = member.mother.flatMap({ byName[$0] }), mother.sex == .male {
      problems.append("the mother “\(mother.name)” of “\(member.name)” is declared male")
    }
    if let father = member.father, father == member.mother {
      problems.append("“\(father)” is given as father and as mother of “\(member.name)”")
    }
    if isOwnAncestor(member) {
      problems.append("“\(member.name)” stands among their own ancestors")
    }
    return problems
  }

  private func isOwnAncestor(_ member: Pedigree.Member) -> Bool {
    var visited: Set<String> = []
    var waiting = [member.father, member.mother].compactMap { $0 }
    while let name = waiting.popLast() {
      if name == member.name { return true }
      guard visited.insert(name).inserted, let parent = byName[name] else { continue }
      waiting += [parent.father, parent.mother].compactMap { $0 }
    }
    return false
  }
}
