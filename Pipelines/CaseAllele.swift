import Flow
import Genome
import Nomenclature

/// What a case file's name or a sample's variant is compared by: its bases, or where those are not known
/// (beyond the locus, or between ends that lie in ranges) its ends.
enum CaseAllele: Sendable, Hashable {
  case bases(SequenceChange)
  case ends(StructuralChange)

  /// The variant's own; of a change given by its ends the bases between them, as its name says. `nil` for
  /// what can't be assessed.
  init?(_ variant: NormalisedVariant, on locus: Locus) {
    switch variant.change {
    case .sequence(let change): self = .bases(change)
    case .structural(let change): self = CaseAllele(change, on: locus)
    case .notAssessable: return nil
    }
  }

  private init(_ change: StructuralChange, on locus: Locus) {
    let named = CaseAllele.named(change, on: locus)
    self = named.allele(on: locus).map(CaseAllele.bases) ?? .ends(named)
  }

  /// The change as its name tells it, and nothing besides: ends that may be off by an unknown number of
  /// bases are named as exact ones, and of ends in ranges the ranges alone.
  private static func named(_ change: StructuralChange, on locus: Locus) -> StructuralChange {
    var named = change
    switch change.precision {
    case .exact: break
    case .unknown: named.precision = .exact
    case .within(let first, let last):
      named = StructuralChange(kind: change.kind, first: first, last: last, on: locus)
      if first.count == 1, last.count == 1 { named.precision = .exact }
    }
    return named
  }

  var change: SequenceChange? {
    if case .bases(let change) = self { change } else { nil }
  }

  /// The most that it takes, on the plus strand.
  var interval: Interval {
    switch self {
    case .bases(let change): change.interval
    case .ends(let change): change.interval
    }
  }

  /// A `g.` name without accession, as `g.49263364_49264752del`, `g.(100_120)_(190_210)del` or
  /// `g.(?_120)_(190_?)del`; `nil` where it is not of this form.
  init?(structuralName name: String, on locus: Locus) {
    let form =
      /g\.(?:\(([0-9]+|\?)_([0-9]+)\)|([0-9]+))_(?:\(([0-9]+)_([0-9]+|\?)\)|([0-9]+))(del|dup|inv)/
    guard let parts = name.wholeMatch(of: form)?.output,
      let first = CaseAllele.range(parts.1 == "?" ? "1" : parts.1, parts.2, parts.3),
      let last = CaseAllele.range(
        parts.4, parts.5 == "?" ? "\(locus.chromosomeLength)" : parts.5, parts.6),
      first.start <= last.start, first.end <= last.end,
      let kind = StructuralChange.Kind(rawValue: parts.7.uppercased())
    else { return nil }
    let change = StructuralChange(kind: kind, first: first, last: last, on: locus)
    guard locus.interval.overlaps(change.interval) else { return nil }
    self.init(change, on: locus)
  }

  private static func range(
    _ start: Substring?, _ end: Substring?, _ single: Substring?
  ) -> Interval? {
    guard let first = (start ?? single).flatMap({ Int($0) }),
      let last = (end ?? single).flatMap({ Int($0) }), first > 0, first <= last, last < 1 << 32
    else { return nil }
    return Interval(first, last)
  }
}
