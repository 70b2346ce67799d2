import Flow
import Genome

/// What the members' own reports say against each other of one variant, or against their samples: such
/// a class must not be used before it is settled.
struct PedigreeDoubts {
  let pedigree: PedigreeResult
  let variant: PedigreeVariant

  private var people: [(member: PedigreeMember, carriage: PedigreeCarriage)] {
    zip(pedigree.members, variant.carriers).map { ($0, $1) }
  }

  var sentences: [String] {
    [differentClasses].compactMap { $0 }
      + people.filter { !$0.carriage.contradictedCriteria.isEmpty }.map(newness)
      + (variant.classified.isClearedOnOneSide ? variant.classified.disagreements : [])
  }

  /// Beside the class in the family's result; empty where nothing is doubtful.
  var remark: String {
    let isContradicted = variant.carriers.contains { !$0.contradictedCriteria.isEmpty }
    let remarks = [
      variant.isClassedDifferently ? "but not in each member's report" : nil,
      isContradicted ? "by evidence that a relative's sample contradicts" : nil,
    ].compactMap { $0 }
    return remarks.isEmpty ? "" : ", " + remarks.joined(separator: " and ")
  }

  private var differentClasses: String? {
    guard variant.isClassedDifferently else { return nil }
    let classes = Set(people.compactMap { $0.carriage.call?.classified.clinicalClass })
    let parts = classes.sorted { $0.rank < $1.rank }.map { grade in
      let names = people.filter { $0.carriage.call?.classified.clinicalClass == grade }
        .map(\.member.relation.name)
      return "\(grade.label.lowercased()) in that of \(Words.list(names))"
    }
    return
      "The members' reports class it differently: \(parts.joined(separator: ", ")). The family is "
      + "told the gravest class; settle why the case files or tables behind the reports differ."
  }

  private func newness(_ person: (member: PedigreeMember, carriage: PedigreeCarriage)) -> String {
    let name = person.member.relation.name
    let criteria = Words.list(person.carriage.contradictedCriteria.map(\.rawValue))
    let called = people.filter {
      person.carriage.calledRelatives.contains($0.member.relation.name)
    }.map { other in
      other.member.relation.name
        + (other.carriage.state == .alternateSeen ? "" : " (not confirmed)")
    }
    let grade =
      person.carriage.call?.classified.clinicalClass.label.lowercased() ?? "not classified"
    return "The case file of \(name) documents it as new (\(criteria)), but it is called in "
      + "\(Words.list(called)): \(criteria) in the report of \(name) contradicts the family's data, "
      + "and its class there, \(grade), counts it. That class must not be used before it is settled "
      + "which is right."
  }
}
