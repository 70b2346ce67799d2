import Genome
import Settings

/// Two findings documented of one allele that can't both be: one of them is wrong, and to count both would hide
/// that. Richards 2015 (PMID 25741868, table 4) has PS3 and BS3 as the two outcomes of functional studies.
struct CaseContradiction {
  private let effect: (criterion: Criterion, words: String)
  private let none: (criterion: Criterion, words: String)

  private static let all = [
    CaseContradiction(
      effect: (.pvs1, "a loss from RNA"), none: (.bp7, "no effect on splicing")),
    CaseContradiction(
      effect: (.ps3, "a damaging effect in functional studies"), none: (.bs3, "no damaging effect")),
  ]

  static func refuse(
    _ entries: [CaseAllele: [CaseEvidence.Entry]], _ path: String
  ) throws(PipelineError) {
    let problems = entries.values.flatMap { entries in
      all.compactMap { $0.problem(entries, path) }
    }.sorted()
    if let first = problems.first { throw PipelineError(.unusable, first) }
  }

  private func problem(_ entries: [CaseEvidence.Entry], _ path: String) -> String? {
    guard let one = entries.first(where: { $0.criterion == effect.criterion }),
      let other = entries.first(where: { $0.criterion == none.criterion })
    else { return nil }
    let place = path + (one.line.map { ":\($0)" } ?? "")
    let line = other.line.map { " in line \($0)" } ?? ""
    return "\(place): \(one.criterion.rawValue) of \(one.variant) documents \(effect.words), and "
      + "\(other.criterion.rawValue)\(line) (\(other.variant)) \(none.words), both of one allele; "
      + "weigh the assays together and leave one entry"
  }
}
