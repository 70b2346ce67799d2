import Genome

/// A place where molecules go on elsewhere than the reference does: the base `left` is followed by
/// `inserted` bases and then by the base `right`, both 1-based.
struct Junction: Sendable, Hashable, Comparable {
  var left: Int
  var right: Int
  var inserted: [UInt8] = []

  enum Kind: Sendable, Hashable {
    case deletion
    /// `right` to `left` stand twice in a row.
    case duplication
    case insertion
  }

  var kind: Kind {
    if right > left + 1 { return .deletion }
    return right <= left ? .duplication : .insertion
  }

  /// The bases deleted or duplicated; empty for an insertion.
  var interval: Interval {
    kind == .duplication ? Interval(right, left) : Interval(left + 1, right - 1)
  }

  /// By place, then by the bases inserted.
  static func < (one: Junction, other: Junction) -> Bool {
    let places = ((one.left, one.right), (other.left, other.right))
    return places.0 == places.1
      ? one.inserted.lexicographicallyPrecedes(other.inserted) : places.0 < places.1
  }

  /// As a change of the locus' bases.
  func edit(on locus: LocusBases) -> Edit {
    guard kind == .duplication else {
      return Edit(interval: Interval(left + 1, right - 1), replacement: inserted)
    }
    return Edit(
      interval: Interval(left + 1, left),
      replacement: inserted + locus.codes(in: Interval(right, left)))
  }

  /// The same junction at its lowest position: bases that both ends share can be given to either.
  func leftmost(on locus: LocusBases) -> Junction {
    var junction = self
    guard inserted.isEmpty else { return self }
    while let last = locus.code(at: junction.left), last == locus.code(at: junction.right - 1),
      junction.right - 1 != junction.left
    {
      junction.left -= 1
      junction.right -= 1
    }
    return junction
  }
}
