public import Genome

/// A row of the curated table with its allele on each build.
public struct PlacedRow: Sendable, Hashable {
  public var row: CuratedVariant
  /// The row's allele by build, trimmed and left-aligned; empty for a row of another scope.
  public var changes: [Assembly: SequenceChange]
  /// HGVS `p.` name of the row's allele on NM_014009.4; `p.(Met1?)` for a lost start, since `p.?`
  /// says nothing of the place.
  public var proteinName: String?
  /// From a laboratory's own table, which lies over the built-in one.
  public var isOfLaboratory: Bool

  public init(
    row: CuratedVariant, changes: [Assembly: SequenceChange], proteinName: String?,
    isOfLaboratory: Bool = false
  ) {
    self.isOfLaboratory = isOfLaboratory
    self.row = row
    self.changes = changes
    self.proteinName = proteinName
  }
}
