/// "From `start` on, `reference` is replaced by `alternate`", on the plus strand.
///
/// Either may be empty: an insertion has no reference bases and stands before `start`, a deletion
/// has no alternate ones. This is interbase notation with a 1-based start; there is no anchor base.
public struct SequenceChange: Sendable, Hashable {
  /// 1-based position of the first replaced base; for an insertion, of the base after it.
  public var start: Int
  public var reference: BaseSequence
  public var alternate: BaseSequence

  public init(start: Int, reference: BaseSequence, alternate: BaseSequence) {
    self.start = start
    self.reference = reference
    self.alternate = alternate
  }

  /// Bases of the longest change that callers of small variants look for.
  public static let longestSmall = 50

  /// The replaced bases; empty for an insertion.
  public var interval: Interval { Interval(start, start + reference.count - 1) }

  /// Whether nothing changes.
  public var isNone: Bool { reference == alternate }
  public var isInsertion: Bool { reference.isEmpty && !alternate.isEmpty }
  public var isDeletion: Bool { !reference.isEmpty && alternate.isEmpty }
  public var isSubstitution: Bool { reference.count == 1 && alternate.count == 1 }
  /// Whether the number of bases changes, so that the place can be ambiguous in a repeat.
  public var isIndel: Bool { reference.count != alternate.count }
  public var isLarge: Bool { max(reference.count, alternate.count) > SequenceChange.longestSmall }

  /// Each base that is replaced by another; of an insertion or deletion none.
  public var substitutions: [SequenceChange] {
    guard !isIndel else { return [] }
    return zip(reference.bytes, alternate.bytes).enumerated().filter {
      $0.element.0 != $0.element.1
    }.map { offset, bases in
      SequenceChange(
        start: start + offset, reference: BaseSequence([bases.0]),
        alternate: BaseSequence([bases.1]))
    }
  }

  /// Whether `other` replaces the same bases in the same way, and more; of an insertion or deletion never.
  public func isPart(of other: SequenceChange) -> Bool {
    let (own, all) = (Set(substitutions), Set(other.substitutions))
    return !own.isEmpty && own.isStrictSubset(of: all)
  }
}
