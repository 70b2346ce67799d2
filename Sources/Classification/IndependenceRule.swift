import Flow
import Genome
import Settings

/// No fact counts twice: where two criteria stand on the same one, the weaker is not counted and
/// says so.
struct IndependenceRule {
  let policy: AcmgPolicy

  func apply(to results: [CriterionResult]) -> [CriterionResult] {
    var table = Dictionary(
      results.map { ($0.criterion, $0) }, uniquingKeysWith: { first, _ in first })
    drop(.pp3, because: .pvs1, "the same predicted effect", &table)
    drop(.pm4, because: .pvs1, "the same change of the product", &table)
    drop(.pm1, because: .pvs1, "the same region", &table)
    drop(.pm5, because: .ps1, "the same residue", &table)
    drop(.pm1, because: .pm5, "the same place of the protein", &table)
    drop(.bs1, because: .ba1, "the same frequency", &table)
    drop(.pm6, because: .ps2, "the same de novo origin", &table)
    capHotspot(&table)
    return results.map { table[$0.criterion] ?? $0 }
  }

  /// The weaker of the two is not counted; of two equally strong ones the first named goes.
  private func drop(
    _ first: Criterion, because second: Criterion, _ what: String,
    _ table: inout [Criterion: CriterionResult]
  ) {
    guard let one = table[first], let other = table[second], let left = one.strength,
      let right = other.strength
    else { return }
    if left > right {
      table[second] = notCounted(other, for: one, what)
    } else {
      table[first] = notCounted(one, for: other, what)
    }
  }

  /// PM1 and PP3 together weigh no more than the policy's cap.
  private func capHotspot(_ table: inout [Criterion: CriterionResult]) {
    guard let place = table[.pm1]?.strength, var prediction = table[.pp3],
      let strength = prediction.strength
    else { return }
    let points = policy.combination
    let room = points.points(policy.scores.hotspotCap.value) - points.points(place)
    guard points.points(strength) > room else { return }
    let fitting = EvidenceStrength.allCases.filter {
      $0 != .standAlone && points.points($0) <= room
    }.max()
    guard let fitting else {
      table[.pp3] = notCounted(prediction, for: table[.pm1] ?? prediction, "the cap on both")
      return
    }
    prediction.caveats.append(
      "Lowered from \(strength.words): PM1 and PP3 together count no more than "
        + "\(policy.scores.hotspotCap.value.words).")
    prediction.sources.append(policy.scores.hotspotCap.source)
    prediction.outcome = .met(fitting)
    table[.pp3] = prediction
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
