import Genome

/// A stretch of the locus in the direction of the transcript, before and after a change.
struct ChangedStretch {
  let before: [UInt8]
  let after: [UInt8]
  /// Chromosome position of the last base of `before`'s mirror: index 0 stands at it.
  private let top: Int
  /// Indexes of `before` that are replaced; empty (at the place) for an insertion.
  let replaced: Range<Int>
  /// Bases that come in.
  private let gained: Int

  /// `reach` bases on either side of the change; `nil` where the locus does not hold them.
  init?(_ change: SequenceChange, reach: Int, on locus: Locus) {
    let interval = change.interval
    let whole = Interval(interval.start - reach, interval.end + reach)
    guard let bases = locus.bases(in: whole)?.bytes else { return nil }
    let changed =
      Array(bases.prefix(reach)) + change.alternate.bytes + Array(bases.suffix(reach))
    before = BaseSequence(bases).reverseComplement.bytes
    after = BaseSequence(changed).reverseComplement.bytes
    top = whole.end
    replaced = reach..<(reach + change.reference.count)
    gained = change.alternate.count
  }

  /// Index in `before` of a chromosome position; it may lie outside.
  func index(of position: Int) -> Int { top - position }

  func position(of index: Int) -> Int { top - index }

  /// Indexes of `after` that came in.
  var inserted: Range<Int> { replaced.lowerBound..<(replaced.lowerBound + gained) }

  /// Where the border before an index of `before` may stand in `after`: one place, or two where it
  /// lies inside what is replaced.
  func borders(at index: Int) -> [Int] {
    if index <= replaced.lowerBound { return [index] }
    let moved = index + gained - replaced.count
    return index >= replaced.upperBound ? [moved] : [index, moved]
  }

  /// The index of `before` from which an index of `after` comes; `nil` for a base that came in.
  func origin(of index: Int) -> Int? {
    if index < inserted.lowerBound { return index }
    return index >= inserted.upperBound ? index - gained + replaced.count : nil
  }
}
