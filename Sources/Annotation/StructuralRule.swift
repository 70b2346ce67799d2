import Flow
import Genome
import Nomenclature

/// Terms for a deletion, duplication or inversion known by its ends only.
struct StructuralRule {
  let map: TranscriptMap

  func terms(_ change: StructuralChange) -> Set<ConsequenceTerm> {
    let place = PlaceRule(map: map)
    if let flank = place.flankTerm(change.interval) { return [flank] }
    let isWhole = place.removesTranscript(change.interval)
    switch change.kind {
    case .deletion:
      return isWhole ? [.transcriptAblation] : parts(change.interval).union([.featureTruncation])
    case .duplication:
      return isWhole
        ? [.transcriptAmplification]
        : parts(change.interval).subtracting([.spliceDonor, .spliceAcceptor])
          .union([.featureElongation])
    case .inversion:
      return parts(change.interval)
    }
  }

  /// Exons (counted from 1) of which all bases lie in the stretch.
  func exons(within stretch: Interval) -> [Int] {
    map.transcript.exons.indices.filter { stretch.contains(map.transcript.exons[$0]) }
      .map { $0 + 1 }
  }

  private func parts(_ touched: Interval) -> Set<ConsequenceTerm> {
    SpliceRule(transcript: map.transcript).terms(touched)
      .union(PlaceRule(map: map).untranslatedTerms(touched, nil))
      .union(CodingRule(map: map).terms(touched, nil, nil))
  }
}
