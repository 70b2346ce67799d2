/// A stretch of a chromosome's plus strand, 1-based, both ends included.
///
/// An empty interval has `end == start - 1`; it is the place between those two bases, which is
/// where an insertion stands.
public struct Interval: Sendable, Hashable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// Number of bases.
  public var count: Int { end - start + 1 }
  public var isEmpty: Bool { count <= 0 }

  /// `position`: 1-based.
  public func contains(_ position: Int) -> Bool { start <= position && position <= end }
  /// Whether all of `other` lies within.
  public func contains(_ other: Interval) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two share at least one base.
  public func overlaps(_ other: Interval) -> Bool {
    max(start, other.start) <= min(end, other.end)
  }

  /// Whether the two share a base, or an empty one stands between two bases of the other.
  public func meets(_ other: Interval) -> Bool { end >= other.start && start <= other.end }

  /// The stretch itself; of an empty one the two bases beside it.
  public var withNeighbours: Interval { isEmpty ? Interval(end, start) : self }

  /// The stretches that positions, in order, make where they follow one another.
  public static func runs(_ positions: some Sequence<Int>) -> [Interval] {
    var runs: [Interval] = []
    for position in positions {
      if let last = runs.last, last.end + 1 == position {
        runs[runs.count - 1].end = position
      } else {
        runs.append(Interval(position, position))
      }
    }
    return runs
  }

  /// The shared stretch, or `nil` where no base is shared.
  public func intersection(_ other: Interval) -> Interval? {
    overlaps(other) ? Interval(max(start, other.start), min(end, other.end)) : nil
  }
}
