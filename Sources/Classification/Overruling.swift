import Genome

/// Which rows count for nothing since a row of an upper table takes their place.
///
/// Of the rows that decide on one allele the topmost is the allele's, and those below carry no other allele
/// either. Where the topmost one takes back what a lower one holds harmful and its reason does not say so, the lower
/// one still counts for others: a slip of the pen must not clear anybody.
struct Overruling: Sendable {
  private struct Allele: Hashable {
    let scope: CuratedVariant.Scope
    let changes: [Assembly: SequenceChange]
  }

  private let uppers: [Int: String]

  /// `rows`: those of the topmost table first.
  init(_ rows: [PlacedRow]) {
    var topmost: [Allele: CuratedVariant] = [:]
    var uppers: [Int: String] = [:]
    for (index, placed) in rows.enumerated() where placed.row.decides {
      let allele = Allele(scope: placed.row.scope, changes: placed.changes)
      guard let upper = topmost[allele] else {
        topmost[allele] = placed.row
        continue
      }
      let isTakenBack =
        placed.row.clinicalClass.isPathogenicOrLikely && !upper.clinicalClass.isPathogenicOrLikely
      if !isTakenBack || upper.overrules(placed.row.identifier) {
        uppers[index] = upper.identifier
      }
    }
    self.uppers = uppers
  }

  /// The identifier of the row that takes the place of the one at `index`; `nil` where it stands.
  func upper(of index: Int) -> String? { uppers[index] }
}
