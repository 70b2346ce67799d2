public import Genome

extension SequenceChange {
  /// Several changes of one chromosome as one, trimmed and left-aligned; `nil` where they overlap
  /// or leave the locus. `changes` may be in any order, and stand where their records write them:
  /// beside each other a repeat may be none any more, so that each one's left-aligned spelling is
  /// another sequence there.
  public static func combining(
    _ changes: [SequenceChange], on locus: Locus
  ) -> SequenceChange? {
    together(changes, on: locus)?.leftAligned(on: locus)
  }

  /// The same from the first one's first base to the last one's last, trimmed and not moved.
  public static func together(
    _ changes: [SequenceChange], on locus: Locus
  ) -> SequenceChange? {
    let sorted = changes.sorted { $0.stands(before: $1) }
    guard let first = sorted.first else { return nil }
    var whole = first
    for (last, next) in zip(sorted, sorted.dropFirst()) {
      guard !last.overlaps(next),
        let between = locus.bases(in: Interval(whole.interval.end + 1, next.start - 1))
      else { return nil }
      whole = SequenceChange(
        start: whole.start, reference: whole.reference + between + next.reference,
        alternate: whole.alternate + between + next.alternate)
    }
    return whole.isNone ? nil : whole.trimmedBehindAnchor()
  }

  /// Whether the two can't stand on one chromosome: they replace a base that both name, or put
  /// bases in between the same two, where nothing tells which come first. `self` stands first.
  public func overlaps(_ next: SequenceChange) -> Bool {
    isInsertion && next.isInsertion ? start == next.start : interval.end >= next.start
  }

  /// By the plus strand; an insertion before what replaces the base behind it.
  public func stands(before other: SequenceChange) -> Bool {
    (start, interval.end) < (other.start, other.interval.end)
  }
}
