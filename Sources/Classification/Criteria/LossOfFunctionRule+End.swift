import Flow
import Genome
import Nomenclature

/// Deletions of the transcript's 3' end within the last exon.
extension LossOfFunctionRule {
  /// PVS1 of a deletion that begins within the last exon and takes bases of the stop codon and the polyadenylation
  /// signal, as far as the transcript's end or not; `nil` for every other change. No splice site goes with it: the
  /// residues lost are those from its first base on.
  func endLost(by interval: Interval) -> CriterionResult? {
    guard takesEnd(interval), let first = map.transcriptPosition(of: interval.end) else {
      return nil
    }
    let what =
      "The 3' end of exon \(map.transcript.exons.count) is lost, and with it the stop codon and the polyadenylation "
      + "signal"
    let residue = (first - map.codingStart) / 3 + 1
    var result =
      residue <= length
      ? remaining(
        lost: residue...length, "\(what): the decay of the messenger RNA can't be told.")
      : notMet("\(what), but no residue: what is made in its place can't be told.")
    result.caveats.append(
      "A change of the polyadenylation signal alone is known to cause IPEX (Bennett 2001): RNA evidence should be "
        + "sought.")
    result.sources.append("PMID 11685453")
    return result
  }

  /// Whether a deletion within the last exon takes its stop codon, or a part of it, and the polyadenylation signal.
  func takesEnd(_ interval: Interval) -> Bool {
    guard let signal = map.polyadenylationSignal, let exon = map.transcript.exons.last else {
      return false
    }
    return interval.contains(signal) && interval.overlaps(stopCodon) && interval.end < exon.end
  }

  /// On the chromosome; the stop codon lies in the last exon.
  private var stopCodon: Interval {
    Interval(map.transcript.coding.start, map.transcript.coding.start + 2)
  }
}
