import Flow
import Genome
import Nomenclature

/// What a sample's data say of one allele that it is not called to carry.
struct AlleleSearch: Sendable {
  let locus: Locus
  let reading: LocusReading
  let carried: [SampleVariant]
  private let unphased: UnphasedAllele

  init(locus: Locus, input: SampleInput, reading: LocusReading, carried: [SampleVariant]) {
    self.locus = locus
    self.reading = reading
    self.carried = carried
    unphased = UnphasedAllele(locus: locus, input: input, carried: carried)
  }

  /// The reference is seen only where every base that some spelling of the allele would change was
  /// read, and for an insertion or deletion only where such changes were looked for; or where a record
  /// lists this very allele.
  ///
  /// - Parameter interval: the change's evidence interval on the locus.
  func state(of change: SequenceChange, over interval: Interval) -> SiteState {
    let parts = unphased.parts(of: change)
    if !parts.isEmpty {
      let names = parts.map(\.name).joined(separator: " and ")
      return .uncertain(
        reason:
          "\(names) are called, and on one copy of the gene they are this allele, which no call "
          + "settles")
    }
    let need = change.isIndel ? LocusReading.Need.indel(change) : .substitution(change)
    if let doubt = reading.doubt(over: interval, need: need) { return doubt }
    return carried.contains { touches($0, change, interval) }
      ? .otherAlternateSeen : .referenceSeen(depth: reading.depth(over: interval))
  }

  /// Whether a carried variant changes what the allele would change. Two length changes in one
  /// repeat touch wherever they are written.
  private func touches(
    _ variant: SampleVariant, _ change: SequenceChange, _ evidence: Interval
  ) -> Bool {
    let normalised = variant.classified.annotated.normalised
    guard variant.isConfirmed else { return false }
    if normalised.change == .notAssessable(.spanningDeletion) {
      return normalised.parts.contains { $0.record.interval.overlaps(evidence) }
    }
    guard let place = ChangePlace(normalised) else { return false }
    if change.isIndel, let other = normalised.sequenceChange, other.isIndel {
      return other.evidenceInterval(on: locus).overlaps(evidence)
    }
    return place.touches(change.interval)
  }
}
