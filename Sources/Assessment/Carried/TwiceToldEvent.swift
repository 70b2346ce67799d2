import Flow
import Genome

extension SampleVariant {
  /// Whether both may be one event that two programs tell, of which one leaves the ends open: both deletions, both
  /// duplications or both inversions, and the ends of each can be those of the other. Where nothing is said of how open
  /// they are, each has to take half of what the other takes.
  func mayBeSameEvent(as other: SampleVariant) -> Bool {
    guard let one = event, let two = other.event, one.kind == two.kind else { return false }
    switch (one.ends, two.ends) {
    case (.some(let first), .some(let second)):
      return (one.precision != .exact || two.precision != .exact)
        && first.first.overlaps(second.first) && first.last.overlaps(second.last)
    default:
      guard let shared = one.interval.intersection(two.interval) else { return false }
      return 2 * shared.count >= max(one.interval.count, two.interval.count)
    }
  }

  /// Of an exact one too, that was named by its bases; `nil` for what is told by bases alone and is no deletion.
  private var event: StructuralChange? {
    let normalised = classified.annotated.normalised
    switch normalised.change {
    case .structural(let change): return change
    case .notAssessable: return nil
    case .sequence(let change):
      if change.isDeletion { return StructuralChange(kind: .deletion, interval: change.interval) }
      guard !normalised.isJoined, let part = normalised.parts.first,
        let kind = StructuralChange.Kind(symbol: part.alternate)
      else { return nil }
      return StructuralChange(
        kind: kind, interval: Interval(part.record.position + 1, part.record.end))
    }
  }
}

extension StructuralChange {
  /// Where its first and its last base lie; `nil` where that is not known.
  fileprivate var ends: (first: Interval, last: Interval)? {
    switch precision {
    case .exact: (Interval(interval.start, interval.start), Interval(interval.end, interval.end))
    case .within(let first, let last): (first, last)
    case .unknown: nil
    }
  }
}
