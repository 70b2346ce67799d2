internal import Genome

/// A laboratory's row that makes harmless or uncertain what a lower table calls pathogenic, and does not
/// say so: results with the allele stay incomplete.
public struct SilentOverruling: Sendable, Hashable {
  public let upper: LayeredTable.Row
  public let lower: LayeredTable.Row

  /// In the order of the upper rows.
  public static func all(in table: LayeredTable) -> [SilentOverruling] {
    let deciding = table.all.filter(\.row.decides)
    var seen: Set<ResolvedVariant.Place> = []
    let topmost = deciding.filter { seen.insert($0.resolved.grch38).inserted }
    return topmost.compactMap { upper in
      guard upper.isOfLaboratory, !upper.row.clinicalClass.isPathogenicOrLikely else { return nil }
      let lower = deciding.first {
        $0.resolved.grch38 == upper.resolved.grch38 && $0.row.clinicalClass.isPathogenicOrLikely
          && !upper.row.overrules($0.row.identifier)
      }
      return lower.map { SilentOverruling(upper: upper, lower: $0) }
    }
  }
}
