public import Genome

extension SampleSheet {
  /// Who is related to whom by the sheet's rows; what they leave open is as `known`, a PED file's,
  /// says. Who has no family by either is of that of parents and children, else one by the own name.
  public func pedigree(over known: Pedigree) -> Pedigree {
    let named = Dictionary(
      known.members.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let own = rows.compactMap { row in
      row.sample.map { member(row, $0, named[$0]) }
    }
    let names = Set(own.map(\.name))
    return Pedigree(
      members: SampleSheet.withFamilies(
        own + known.members.filter { !names.contains($0.name) }))
  }

  /// The family is empty where neither names one.
  private func member(
    _ row: Row, _ sample: String, _ known: Pedigree.Member?
  ) -> Pedigree.Member {
    func given(_ text: String) -> String? { text.isEmpty ? nil : text }
    return Pedigree.Member(
      family: given(row.family) ?? known?.family ?? "",
      name: sample, father: given(row.father) ?? known?.father,
      mother: given(row.mother) ?? known?.mother,
      sex: row.sex == .unknown ? known?.sex ?? .unknown : row.sex,
      affection: known?.affection ?? .unknown)
  }

  private static func withFamilies(_ members: [Pedigree.Member]) -> [Pedigree.Member] {
    guard members.contains(where: { $0.family.isEmpty }) else { return members }
    var kin: [String: [String]] = [:]
    for member in members {
      for parent in [member.father, member.mother].compactMap({ $0 }) {
        kin[member.name, default: []].append(parent)
        kin[parent, default: []].append(member.name)
      }
    }
    var families = Dictionary(
      members.filter { !$0.family.isEmpty }.map { ($0.name, $0.family) },
      uniquingKeysWith: { first, _ in first })
    for member in members where families[member.name] == nil {
      let (open, family) = openKin(of: member.name, kin, families)
      for name in open { families[name] = family ?? member.name }
    }
    return members.map { member in
      var member = member
      member.family = families[member.name] ?? member.name
      return member
    }
  }

  /// People without a family who are joined to `name` by such, and the first family that any of them is
  /// joined to.
  private static func openKin(
    of name: String, _ kin: [String: [String]], _ families: [String: String]
  ) -> (open: Set<String>, family: String?) {
    var open: Set<String> = [name]
    var waiting = [name]
    var found: String?
    while let next = waiting.popLast() {
      for other in kin[next] ?? [] {
        if let family = families[other] {
          found = found ?? family
        } else if open.insert(other).inserted {
          waiting.append(other)
        }
      }
    }
    return (open, found)
  }
}
