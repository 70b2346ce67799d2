import Flow
import Genome
import Settings

/// No fact counts twice: where two criteria stand on the same one, the weaker is not counted and
/// says so.
struct IndependenceRule {
  let policy: AcmgPolicy

  func apply(to results: [CriterionResult]) -> [CriterionResult] {
    var table = results
    drop(.pp3, because: .pvs1, "the same predicted effect", &table)
    drop(.pm4, because: .pvs1, "the same change of the product", &table)
    drop(.pm1, because: .pvs1, "the same region", &table)
    drop(.pm5, because: .ps1, "the same residue", &table)
    if !policy.hotspots.besideSameResidue.value {
      drop(
        .pm1, because: .pm5, "the same place of the protein", &table,
        by: policy.hotspots.besideSameResidue.source)
    }
    drop(.bs1, because: .ba1, "the same frequency", &table)
    drop(.pm2, because: .ba1, "the same frequency", &table)
    drop(.pm2, because: .bs1, "the same frequency", &table)
    drop(.pm6, because: .ps2, "the same de novo origin", &table)
    capHotspot(&table)
    coupleFamily(&table)
    opposeFamily(&table)
    return table
  }

  /// The weaker of the two is not counted; of two equally strong ones the first named goes.
  private func drop(
    _ first: Criterion, because second: Criterion, _ what: String,
    _ table: inout [CriterionResult], by source: String? = nil
  ) {
    guard let one = table.indices.first(where: { table[$0].criterion == first }),
      let other = table.indices.first(where: { table[$0].criterion == second }),
      let left = table[one].strength, let right = table[other].strength,
      table[one].isOfPublished == table[other].isOfPublished
    else { return }
    let (kept, dropped) = left > right ? (one, other) : (other, one)
    table[dropped] = notCounted(table[dropped], for: table[kept], what)
    if let source { table[dropped].sources.append(source) }
  }

  /// The phenotype's specificity is part of what co-segregation shows; how much both may weigh together is
  /// the person's to say who documents them.
  private func coupleFamily(_ table: inout [CriterionResult]) {
    guard table.contains(where: { $0.criterion == .pp1 && $0.strength != nil }),
      let index = table.firstIndex(where: { $0.criterion == .pp4 && $0.strength != nil })
    else { return }
    table[index].caveats.append(
      "PP1 and PP4 are coupled (ClinGen's guidance of 2024): one may hold a part of the other, and both were "
        + "counted as documented.")
    table[index].sources.append("PMID 38103548")
  }

  /// Relatives who are ill with the variant and relatives who are ill without it speak against each other; which of them
  /// misleads (another cause of an illness, an exchanged sample) is for a person to find out.
  private func opposeFamily(_ table: inout [CriterionResult]) {
    let pair = table.indices.filter {
      (table[$0].criterion == .pp1 || table[$0].criterion == .bs4) && table[$0].strength != nil
    }
    guard pair.count == 2 else { return }
    for index in pair {
      table[index].caveats.append(
        "PP1 and BS4 speak against each other, and both were counted as documented: another cause of the illness in a "
          + "relative, an exchanged sample and a wrong pedigree have to be excluded.")
    }
  }

  /// PM1 and PP3 together weigh no more than the policy's cap.
  private func capHotspot(_ table: inout [CriterionResult]) {
    guard let hotspot = table.first(where: { $0.criterion == .pm1 }), let place = hotspot.strength,
      let index = table.firstIndex(where: { $0.criterion == .pp3 }),
      let strength = table[index].strength
    else { return }
    var prediction = table[index]
    let points = policy.combination
    let room = points.points(policy.scores.hotspotCap.value) - points.points(place)
    guard points.points(strength) > room else { return }
    let fitting = EvidenceStrength.allCases.filter {
      $0 != .standAlone && points.points($0) <= room
    }.max()
    guard let fitting else {
      table[index] = notCounted(prediction, for: hotspot, "the cap on both")
      return
    }
    prediction.caveats.append(
      "Lowered from \(strength.words): PM1 and PP3 together count no more than "
        + "\(policy.scores.hotspotCap.value.words).")
    prediction.sources.append(policy.scores.hotspotCap.source)
    prediction.outcome = .met(fitting)
    table[index] = prediction
  }

  private func notCounted(
    _ dropped: CriterionResult, for kept: CriterionResult, _ what: String
  ) -> CriterionResult {
    var result = dropped
    result.outcome = .notMet
    result.caveats.append(
      "Not counted: \(dropped.code) and \(kept.code) stand on the same fact (\(what)).")
    return result
  }
}
