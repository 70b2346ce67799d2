import Flow
import Genome
import Nomenclature

/// A duplication in tandem, spelled in bases or by its ends: one that crosses an exon's end is told by the
/// stretch it doubles, since its inserted bases alone would lie in an intron or beside the gene.
struct TandemDuplication {
  let locus: Locus
  /// Of the transcript, plus-strand.
  let exons: [Interval]

  /// What is smaller is an insertion to every caller of small variants, and is named and weighed as one.
  private static let longestSmall = 50

  /// `change` is left-aligned.
  func form(of change: SequenceChange) -> NormalisedVariant.Change {
    let stretch = Interval(change.start, change.start + change.alternate.count - 1)
    guard change.isInsertion, stretch.count > TandemDuplication.longestSmall,
      locus.bases(in: stretch) == change.alternate,
      exons.contains(where: { $0.overlaps(stretch) && !$0.contains(stretch) })
    else { return .sequence(change) }
    return .structural(StructuralChange(kind: .duplication, interval: stretch))
  }
}
