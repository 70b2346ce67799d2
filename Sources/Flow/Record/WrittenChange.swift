public import Genome
import Nomenclature

extension NormalisedVariant {
  /// The change where its record writes it, behind the anchor; of a joined allele, and of what was
  /// named and not read, the only spelling. `nil` where there is no sequence.
  ///
  /// `sequenceChange` is moved to the lowest place that gives the same bases on the reference.
  /// Beside other changes of one chromosome it would give others there: a deletion in a repeat must
  /// not be moved over a base that its neighbour exchanges. What keeps the length has one place only.
  public var writtenChange: SequenceChange? {
    guard let change = sequenceChange, change.reference.count != change.alternate.count,
      parts.count == 1, let part = parts.first,
      let reference = BaseSequence(part.record.reference),
      let alternate = BaseSequence(part.alternate)
    else { return sequenceChange }
    let written = SequenceChange(
      start: part.record.position, reference: reference, alternate: alternate
    ).trimmedBehindAnchor()
    // A duplication or deletion given by its ends alone has no bases in its record.
    let isSame =
      written.reference.count == change.reference.count
      && written.alternate.count == change.alternate.count
    return isSame ? written : change
  }
}
