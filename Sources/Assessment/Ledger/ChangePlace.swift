import Flow
import Genome
import Nomenclature

/// Where a variant changes the reference.
struct ChangePlace: Sendable, Hashable {
  let interval: Interval

  /// `nil` for an allele that can't be assessed.
  init?(_ variant: NormalisedVariant) {
    switch variant.change {
    case .sequence(let change): interval = change.interval
    case .structural(let change): interval = change.interval
    case .notAssessable: return nil
    }
  }

  /// An empty stretch is the place between two bases: it is touched by what spans both, or by an
  /// insertion at the same place.
  func touches(_ other: Interval) -> Bool {
    switch (interval.isEmpty, other.isEmpty) {
    case (false, false): interval.overlaps(other)
    case (true, true): interval.start == other.start
    case (true, false): other.start < interval.start && interval.start <= other.end
    case (false, true): interval.start < other.start && other.start <= interval.end
    }
  }
}
