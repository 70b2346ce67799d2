import Genome
import Settings

/// Two findings documented of one allele that can't both be: one of them is wrong, and to count both would hide
/// that. Richards 2015 (PMID 25741868, table 4) has PS3 and BS3 as the two outcomes of functional studies; a variant
/// that the patient's mother does not have is in none of the relatives whom PP1 counts, save by germ-line mosaicism.
struct CaseContradiction {
  private let first: (criterion: Criterion, words: String)
  private let second: (criterion: Criterion, words: String)
  private let advice: String

  private static let all =
    [
      CaseContradiction(
        first: (.pvs1, "a loss from RNA"), second: (.bp7, "no effect on splicing"),
        advice: weighing),
      CaseContradiction(
        first: (.ps3, "a damaging effect in functional studies"),
        second: (.bs3, "no damaging effect"), advice: weighing),
    ]
    + [Criterion.ps2, .pm6].map { criterion in
      CaseContradiction(
        first: (criterion, "that it is new in the patient"),
        second: (.pp1, "that relatives have it too"),
        advice: "relatives have a new variant by germ-line mosaicism alone; leave one entry")
    }

  private static let weighing = "weigh the assays together and leave one entry"

  /// Of the entries of one allele.
  static func problems(_ entries: [CaseEvidence.Entry]) -> [SettingsProblem] {
    all.compactMap { $0.problem(entries) }
  }

  private func problem(_ entries: [CaseEvidence.Entry]) -> SettingsProblem? {
    guard let one = entries.first(where: { $0.criterion == first.criterion && !$0.isPublished }),
      let other = entries.first(where: { $0.criterion == second.criterion })
    else { return nil }
    return SettingsProblem(
      line: one.line,
      message: "\(one.criterion.rawValue) of \(one.variant) documents \(first.words), and "
        + "\(other.criterion.rawValue)\(other.place) (\(other.variant)) \(second.words), both of one allele; "
        + advice)
  }
}
