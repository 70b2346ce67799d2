import Flow
import Genome
import Nomenclature

/// PVS1 of a structural change whose ends are not exact: weighed at every place where its ends may lie
/// and that makes a difference, the lowest weight counts; where some of them weigh nothing, it is open.
struct UncertainLoss {
  let input: CriterionInput
  let change: StructuralChange

  func result() -> CriterionResult {
    let results = places.map { LossOfFunctionRule(input: $0).predicted() }
    guard
      let weakest = results.min(by: { ($0.strength ?? .supporting) < ($1.strength ?? .supporting) })
    else { return open }
    if results.allSatisfy({ $0.strength != nil }) { return told(weakest) }
    return results.allSatisfy { $0.outcome == .notMet } ? told(weakest) : open
  }

  private var open: CriterionResult {
    CriterionResult(
      .pvs1, .notEvaluated,
      "The ends of the change are not exact: at some places where they may lie no loss can be weighed.",
      missing: "the ends to the base, as from reads over them")
  }

  private func told(_ result: CriterionResult) -> CriterionResult {
    var result = result
    result.caveats.append(
      change.precision == .unknown
        ? "The ends of the change are not exact, and how far off they are is not said: this is of them as "
          + "written."
        : "The ends of the change are not exact: of all places where they may lie this weighs least."
    )
    return result
  }

  /// The change with exact ends at each such pair of places.
  private var places: [CriterionInput] {
    guard case .within(let first, let last) = change.precision else {
      return [input.with(ends: change.interval)].compactMap { $0 }
    }
    let starts = turningPoints(in: first)
    let ends = turningPoints(in: last)
    return starts.flatMap { start in
      ends.filter { $0 >= start }.compactMap { input.with(ends: Interval(start, $0)) }
    }
  }

  /// The ends of a range, and the exons' borders and splice sites within it.
  private func turningPoints(in range: Interval) -> [Int] {
    let borders = input.map.transcript.exons.flatMap { exon in
      [
        exon.start - 3, exon.start - 2, exon.start, exon.start + 1, exon.end - 1, exon.end,
        exon.end + 2, exon.end + 3,
      ]
    }
    let coding = input.map.transcript.coding
    let all = [range.start, range.end] + borders + [coding.start, coding.end]
    return Set(all.filter { range.start <= $0 && $0 <= range.end }).sorted()
  }
}
