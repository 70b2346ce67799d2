public import Genome

extension SequenceChange {
  /// Several changes of one chromosome as one, trimmed and left-aligned; `nil` where they overlap
  /// or leave the locus. `changes` may be in any order.
  public static func combining(
    _ changes: [SequenceChange], on locus: Locus
  ) -> SequenceChange? {
    let sorted = changes.sorted { ($0.start, $0.interval.end) < ($1.start, $1.interval.end) }
    guard let first = sorted.first else { return nil }
    var whole = first
    for next in sorted.dropFirst() {
      guard let between = locus.bases(in: Interval(whole.interval.end + 1, next.start - 1)) else {
        return nil
      }
      whole = SequenceChange(
        start: whole.start, reference: whole.reference + between + next.reference,
        alternate: whole.alternate + between + next.alternate)
    }
    return whole.isNone ? nil : whole.leftAligned(on: locus)
  }
}
