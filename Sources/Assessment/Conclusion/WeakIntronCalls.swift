import Flow
import Genome

/// Calls of the lowest quality from hardly any read, in an intron that need not be read: no read at all would leave the
/// sample negative there, so that a read with an error does too.
struct WeakIntronCalls: Sendable {
  let confidence: CallConfidence
  let ledger: [LedgerEntry]

  /// FILTER of such a quality.
  private static let lowQuality = "LowQual"
  /// So many reads an error can be in.
  private static let mostReads = 3

  /// Not in an exon, at a splice site or at a place of the ledger, where what is called has to be settled, nor what more
  /// than its consequence speaks for.
  func contain(_ variant: SampleVariant) -> Bool {
    let annotated = variant.classified.annotated
    guard variant.filterText.split(separator: ";").contains(Substring(Self.lowQuality)),
      let depth = variant.depth, depth <= Self.mostReads, depth < confidence.minimumDepth,
      annotated.mane?.consequences == [.intron], !annotated.mayActBeyondTerms,
      let change = annotated.normalised.sequenceChange, !change.isLarge,
      !variant.classified.clinicalClass.isPathogenicOrLikely,
      variant.classified.spliceNotes.isEmpty,
      !variant.classified.criteria.contains(where: { $0.hasPrefix("PP3") }),
      let place = ChangePlace(annotated.normalised)
    else { return false }
    return !ledger.contains { $0.kind != .copyNumber && place.touches($0.interval) }
  }

  func notes(_ carried: [SampleVariant]) -> [String] {
    let names = carried.filter(contain).map(\.name)
    guard !names.isEmpty else { return [] }
    return [
      "Called in introns from hardly any read, with a quality (LowQual) that tells nothing, and without a part in the "
        + "conclusion: \(names.joined(separator: "; "))."
    ]
  }
}
