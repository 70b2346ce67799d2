public import Genome

/// A row of the curated table with its place on both builds, computed from its `c.` name.
public struct ResolvedVariant: Sendable, Hashable {
  /// What makes a variant of a sample this row's.
  public enum Place: Sendable, Hashable {
    /// The allele itself, trimmed and left-aligned.
    case allele(SequenceChange)
    /// Everything that a deletion has to remove to be this row: exon 1 with the two intron bases
    /// of its splice donor. 1-based, plus strand.
    case removal(Interval)
  }

  public let row: CuratedVariant
  public let grch37: Place
  public let grch38: Place

  public init(row: CuratedVariant, grch37: Place, grch38: Place) {
    self.row = row
    self.grch37 = grch37
    self.grch38 = grch38
  }

  /// Where the row stands on a build.
  public func place(_ assembly: Assembly) -> Place { assembly == .grch37 ? grch37 : grch38 }

  /// The allele, trimmed and left-aligned on the plus strand; `nil` for an imprecise row.
  public func change(_ assembly: Assembly) -> SequenceChange? {
    if case .allele(let change) = place(assembly) { change } else { nil }
  }

  /// The allele on each build; empty for an imprecise row.
  public var changes: [Assembly: SequenceChange] {
    var changes: [Assembly: SequenceChange] = [:]
    for assembly in Assembly.allCases { changes[assembly] = change(assembly) }
    return changes
  }

  /// What a deletion has to remove; `nil` for a row that is one allele.
  public func removal(_ assembly: Assembly) -> Interval? {
    if case .removal(let interval) = place(assembly) { interval } else { nil }
  }
}
