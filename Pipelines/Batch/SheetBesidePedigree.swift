import Genome
import Settings

/// What the sheet and the pedigree of `--ped` say differently of a person: sex, family or parents. Neither
/// is weighed against the other; what one of them leaves open, the other fills.
struct SheetBesidePedigree {
  private let members: [String: Pedigree.Member]

  init(_ pedigree: Pedigree) {
    members = Dictionary(
      pedigree.members.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func problems(_ entries: [BatchUnit.Entry]) -> [SettingsProblem] {
    entries.flatMap { entry in
      clauses(entry).map { clause in
        SettingsProblem(
          line: entry.row.line,
          message: "the \(clause) in the pedigree (--ped); correct one of them")
      }
    }
  }

  private func clauses(_ entry: BatchUnit.Entry) -> [String] {
    guard let member = members[entry.sample] else { return [] }
    let row = entry.row
    var clauses: [String] = []
    if row.sex != .unknown, member.sex != .unknown, row.sex != member.sex {
      clauses.append(
        "sex of “\(entry.sample)” is \(row.sex.rawValue), but \(member.sex.rawValue)")
    }
    let names = [
      ("family", row.family, member.family), ("father", row.father, member.father ?? ""),
      ("mother", row.mother, member.mother ?? ""),
    ]
    return clauses
      + names.filter { _, own, other in !own.isEmpty && !other.isEmpty && own != other }
      .map { "\($0) of “\(entry.sample)” is “\($1)”, but “\($2)”" }
  }
}
