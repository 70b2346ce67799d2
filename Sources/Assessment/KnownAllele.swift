public import Genome

/// A row of the curated table with its allele on one build.
public struct KnownAllele: Sendable, Hashable {
  public var row: CuratedVariant
  /// Trimmed and left-aligned; `nil` for a row of another scope, or without a place on this build.
  public var change: SequenceChange?

  public init(row: CuratedVariant, change: SequenceChange?) {
    self.row = row
    self.change = change
  }
}
