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
      // Bases at the junctions restore no site.
      let bases =
        input.annotated.normalised.sequenceChange
        ?? (change.unspelledBases > 0 ? change.allele(on: map.locus) : nil)
      if let lost = bases.flatMap({ siteLost(of: exons, $0) }) { return lost }
      return CriterionResult(
        .pvs1, .notEvaluated,
        "An inversion over \(ExonLoss(exons, on: map).name): the decision tree has no branch for "
          + "it.",
        missing: "RNA evidence, or a laboratory's own row")
    }
    let loss = ExonLoss(exons, on: map)
    if let spared = sparesTranscript(exons, loss, change.interval) { return spared }
    if loss.losesStart { return doubledStart(exons, loss) }
    guard !loss.isInFrame else {
      return notMet("The duplication of \(loss.name) keeps the frame (\(loss.codingBases) bases).")
    }
    return met(
      policy.presumedTandemDuplication.value,
      "The duplication of \(loss.name) shifts the frame (\(loss.codingBases) coding bases) if the "
        + "copies stand in tandem, which is presumed.",
      policy.presumedTandemDuplication.source)
  }

  /// A duplication that nothing shows to interrupt the transcript; `nil` where inner coding exons are doubled whole.
  private func sparesTranscript(
    _ exons: ClosedRange<Int>, _ loss: ExonLoss, _ interval: Interval
  ) -> CriterionResult? {
    let fact: String
    if loss.codingBases == 0 {
      fact = "The duplication touches the non-coding \(loss.name) alone"
    } else if !exons.allSatisfy({ interval.contains(map.transcript.exons[$0 - 1]) }) {
      fact = "The duplication of \(loss.name) ends within an exon"
    } else if exons.contains(1) || exons.contains(map.transcript.exons.count) {
      fact =
        "The duplication of \(loss.name) reaches beyond an end of the transcript, so that copies in tandem leave a "
        + "whole one"
    } else {
      return nil
    }
    return notMet("\(fact): nothing shows that a copy is interrupted.")
  }

  /// Exon 2 and what follows, twice in tandem: the messenger RNA begins with exon 1 and is read from the first ATG on,
  /// over the untranslated bases of the second exon 2. That translation may begin again at the second ATG is no part
  /// of the decision tree's branch for duplications.
  private func doubledStart(_ exons: ClosedRange<Int>, _ loss: ExonLoss) -> CriterionResult {
    let lengths = map.transcript.exons.map(\.count)
    let last = map.exonStarts[exons.upperBound - 1] + lengths[exons.upperBound - 1] - 1
    let bases = map.spliced.bytes
    let product = SplicedProduct(
      Array(bases[..<last] + bases[(map.exonStarts[exons.lowerBound - 1] - 1)...]),
      codingStart: map.codingStart,
      lastJunction: lengths.dropLast().reduce(0, +) + exons.map { lengths[$0 - 1] }.reduce(0, +))
    guard let stop = product.stopResidue, let distance = product.basesBeforeLastJunction else {
      return notMet("The duplication of \(loss.name), read from the first ATG, has no stop.")
    }
    let fact =
      "The duplication of \(loss.name), read from the first ATG, has its stop at residue \(stop), "
      + DecayPrediction.place(distance)
    guard product.isDecayExpected else {
      return notMet("\(fact): nothing shows that a copy is interrupted.")
    }
    return met(
      policy.presumedTandemDuplication.value,
      "\(fact) (more than \(DecayPrediction.minimumDistance)), if the copies stand in tandem, which is presumed: "
        + "decay of the messenger RNA is expected.",
      policy.presumedTandemDuplication.source)
  }

  /// Of a single exon whose splice site goes with the bases that are replaced; else `nil`.
  func siteLost(of exons: ClosedRange<Int>, _ change: SequenceChange) -> CriterionResult? {
    let loss = SpliceSiteLoss(change, on: map)
    return exons.count == 1 && !loss.isEmpty ? splice(loss) : nil
  }
}
