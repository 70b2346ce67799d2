import Flow
import Genome

/// The places of a structural change in an HGVS name: `100_200`, and `(90_110)_(190_210)` where its ends
/// lie in ranges (HGVS nomenclature 21, uncertain positions). Where it is not known how far off they
/// are, they are named as written.
enum UncertainEnds {
  /// What becomes of the stretch: `del`, `dup`, `inv`, and `delinsN[4]` where bases come in that are not
  /// spelled (HGVS nomenclature 21, deletion-insertion).
  static func operation(_ change: StructuralChange) -> String {
    change.kind == .deletion && change.unspelledBases > 0
      ? "delinsN[\(change.unspelledBases)]" : change.kind.rawValue.lowercased()
  }

  /// Along the plus strand, or with `isReversed` along the other one. `name` gives a position's text.
  static func text(
    _ change: StructuralChange, isReversed: Bool = false, _ name: (Int) -> String
  ) -> String {
    let ends =
      switch change.precision {
      case .exact, .unknown: [name(change.interval.start), name(change.interval.end)]
      case .within(let first, let last): [first, last].map { range($0, isReversed, name) }
      }
    return (isReversed ? ends.reversed() : ends).joined(separator: "_")
  }

  private static func range(
    _ interval: Interval, _ isReversed: Bool, _ name: (Int) -> String
  ) -> String {
    guard interval.count > 1 else { return name(interval.start) }
    let ends = [name(interval.start), name(interval.end)]
    return "(\((isReversed ? ends.reversed() : ends).joined(separator: "_")))"
  }
}
