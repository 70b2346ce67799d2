import Genome
import Settings

/// The most that PP1 and PP4 of one allele may weigh: PP1 by the relatives that were counted, and both
/// together, since they speak of one locus.
struct SegregationLimit {
  let policy: AcmgPolicy

  /// Where entries of one allele claim more than was counted.
  func problem(_ entries: [CaseEvidence.Entry]) -> SettingsProblem? {
    guard let segregation = entries.first(where: { $0.criterion == .pp1 }) else { return nil }
    let phenotype = entries.first { $0.criterion == .pp4 }
    return (excess(segregation) ?? excess(segregation, beside: phenotype)).map {
      SettingsProblem(line: segregation.line, message: $0)
    }
  }

  private func excess(_ entry: CaseEvidence.Entry) -> String? {
    let males = (entry.males ?? 0) + (entry.unaffectedMales ?? 0)
    let limit = policy.segregation.pointsPerMale
    guard points(entry) > males * limit.value else { return nil }
    let count =
      males == 1 ? "1 counted male relative bears" : "\(males) counted male relatives bear"
    return "PP1 of \(entry.variant) is \(entry.strength.words), but \(count) "
      + "\(strongest(males * limit.value)) at most (\(limit.source)); correct the strength or the count"
  }

  private func excess(
    _ entry: CaseEvidence.Entry, beside phenotype: CaseEvidence.Entry?
  ) -> String? {
    let limit = policy.segregation.mostWithPhenotype
    guard let phenotype, points(entry) + points(phenotype) > limit.value else { return nil }
    return
      "PP1 (\(entry.strength.words)) and PP4\(phenotype.place) (\(phenotype.strength.words)) of "
      + "\(entry.variant) speak of one locus and have \(points(entry) + points(phenotype)) points together, "
      + "where \(limit.value) are the most (\(limit.source)); weigh one of them lower"
  }

  private func points(_ entry: CaseEvidence.Entry) -> Int {
    policy.combination.points(entry.strength)
  }

  private func strongest(_ points: Int) -> String {
    let borne = [EvidenceStrength.strong, .moderate, .supporting].first {
      policy.combination.points($0) <= points
    }
    return borne?.words ?? "no strength"
  }
}
