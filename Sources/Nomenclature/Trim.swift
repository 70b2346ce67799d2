public import Genome

extension SequenceChange {
  /// The same change without the bases that both alleles share, suffix first.
  ///
  /// A pure insertion or deletion in a repeat then stands as far left as these alleles allow;
  /// `leftAligned(on:)` moves it the rest of the way.
  public func trimmed() -> SequenceChange { withoutSharedEnd.withoutSharedStart }

  /// The same change without the bases that both alleles share, prefix first: a record's anchor
  /// stays, and an insertion or deletion stands behind it, where the record writes it.
  public func trimmedBehindAnchor() -> SequenceChange { withoutSharedStart.withoutSharedEnd }

  private var withoutSharedEnd: SequenceChange {
    var left = reference.bytes[...]
    var right = alternate.bytes[...]
    while let a = left.last, let b = right.last, a == b {
      left.removeLast()
      right.removeLast()
    }
    return SequenceChange(
      start: start, reference: BaseSequence(left), alternate: BaseSequence(right))
  }

  private var withoutSharedStart: SequenceChange {
    let shared = zip(reference.bytes, alternate.bytes).prefix { $0 == $1 }.count
    return SequenceChange(
      start: start + shared, reference: BaseSequence(reference.bytes[shared...]),
      alternate: BaseSequence(alternate.bytes[shared...]))
  }
}
