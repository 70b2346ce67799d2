public import Genome

extension SequenceChange {
  /// The same change without the bases that both alleles share, suffix first.
  ///
  /// A pure insertion or deletion in a repeat then stands as far left as these alleles allow;
  /// `leftAligned(on:)` moves it the rest of the way.
  public func trimmed() -> SequenceChange {
    var left = reference.bytes[...]
    var right = alternate.bytes[...]
    while let a = left.last, let b = right.last, a == b {
      left.removeLast()
      right.removeLast()
    }
    var start = start
    while let a = left.first, let b = right.first, a == b {
      left.removeFirst()
      right.removeFirst()
      start += 1
    }
    return SequenceChange(
      start: start, reference: BaseSequence(left), alternate: BaseSequence(right))
  }
}
