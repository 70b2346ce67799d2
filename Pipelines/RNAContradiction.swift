import Genome
import Settings

/// A loss seen in the RNA (PVS1) and no effect on splicing seen in the RNA (BP7), both documented of
/// one allele: one of them is wrong, and to count both would hide that.
enum RNAContradiction {
  static func refuse(
    _ entries: [CaseAllele: [CaseEvidence.Entry]], _ path: String
  ) throws(PipelineError) {
    let problems = entries.values.compactMap { problem($0, path) }.sorted()
    if let first = problems.first { throw PipelineError(.unusable, first) }
  }

  private static func problem(_ entries: [CaseEvidence.Entry], _ path: String) -> String? {
    guard let loss = entries.first(where: { $0.criterion == .pvs1 }),
      let none = entries.first(where: { $0.criterion == .bp7 })
    else { return nil }
    let place = path + (loss.line.map { ":\($0)" } ?? "")
    let other = none.line.map { " in line \($0)" } ?? ""
    return "\(place): PVS1 of \(loss.variant) documents a loss from RNA, and BP7\(other) "
      + "(\(none.variant)) no effect on splicing, both of one allele; weigh the assays together and "
      + "leave one entry"
  }
}
