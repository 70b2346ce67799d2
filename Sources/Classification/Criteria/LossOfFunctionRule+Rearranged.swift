import Flow
import Genome
import Nomenclature
import Settings

/// Duplications, inversions, and stretches that others replace.
extension LossOfFunctionRule {
  func rearranged(_ change: StructuralChange) -> CriterionResult {
    guard let exons = exons(touchedBy: change.interval) else {
      return notMet("It lies in one intron and touches no exon.")
    }
    if change.kind == .inversion {
      let bases = input.annotated.normalised.sequenceChange
      if let lost = bases.flatMap({ siteLost(of: exons, $0) }) { return lost }
      return CriterionResult(
        .pvs1, .notEvaluated,
        "An inversion over \(ExonLoss(exons, on: map).name): the decision tree has no branch for "
          + "it.",
        missing: "RNA evidence, or a laboratory's own row")
    }
    let loss = ExonLoss(exons, on: map)
    let isWhole = exons.allSatisfy { change.interval.contains(map.transcript.exons[$0 - 1]) }
    guard isWhole, loss.codingBases > 0, !loss.losesStart, !loss.losesStop else {
      return notMet(
        "The duplication does not hold inner coding exons whole: nothing shows that a copy is "
          + "interrupted.")
    }
    guard !loss.isInFrame else {
      return notMet("The duplication of \(loss.name) keeps the frame (\(loss.codingBases) bases).")
    }
    return met(
      policy.presumedTandemDuplication.value,
      "The duplication of \(loss.name) shifts the frame (\(loss.codingBases) coding bases) if the "
        + "copies stand in tandem, which is presumed.",
      policy.presumedTandemDuplication.source)
  }

  /// Of a single exon whose splice site goes with the bases that are replaced; else `nil`.
  func siteLost(of exons: ClosedRange<Int>, _ change: SequenceChange) -> CriterionResult? {
    let loss = SpliceSiteLoss(change, on: map)
    return exons.count == 1 && !loss.isEmpty ? splice(loss) : nil
  }
}
