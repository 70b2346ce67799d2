import Flow
import Genome
import Nomenclature

/// What lies wholly beyond the transcript's ends, by all that it may reach: an end that is not known, or
/// a breakend's other end, may lie in the gene.
struct OutsideGene: Sendable {
  let map: TranscriptMap

  /// The transcript, from its first to its last base.
  private var extent: Interval { map.transcript.extent }

  /// `nil` for what reaches into the gene, or may do so.
  func side(of variant: NormalisedVariant) -> GeneSide? {
    (variant.sequenceChange.flatMap(map.structure)?.interval ?? variant.reach).flatMap(side)
  }

  func isOutside(_ record: ReadRecord) -> Bool { side(of: record.reach) != nil }

  private func side(of reach: Interval) -> GeneSide? {
    if reach.end < extent.start { return .downstream }
    return reach.start > extent.end ? .upstream : nil
  }
}
