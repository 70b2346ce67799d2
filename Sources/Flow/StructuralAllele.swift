public import Genome
import Nomenclature

extension StructuralChange {
  /// The allele that its ends give, if they are exact and a duplication stands in tandem, left-aligned;
  /// `nil` where the locus does not have the bases.
  public func allele(on locus: Locus) -> SequenceChange? {
    if case .within = precision { return nil }
    guard let bases = locus.bases(in: interval), !bases.isEmpty else { return nil }
    let change =
      switch kind {
      case .deletion:
        SequenceChange(start: interval.start, reference: bases, alternate: BaseSequence())
      case .duplication:
        SequenceChange(start: interval.end + 1, reference: BaseSequence(), alternate: bases)
      case .inversion:
        SequenceChange(
          start: interval.start, reference: bases, alternate: bases.reverseComplement)
      }
    return change.trimmed().leftAligned(on: locus)
  }
}
