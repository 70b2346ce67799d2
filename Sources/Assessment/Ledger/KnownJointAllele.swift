import Flow
import Genome

/// Says of calls that may together be a pathogenic allele of the table, which no phase settles: named one
/// by one they may look harmless.
struct KnownJointAllele {
  let facts: GeneFacts
  let input: SampleInput

  /// A row of the table and the calls that together may be it.
  struct Open: Sendable {
    let parts: [SampleVariant]
    let row: CuratedVariant

    /// As `c.1118T>C and c.1117T>G are together c.1117_1118delinsGC, pathogenic (FX0099)`.
    var clause: String {
      let names = parts.map(\.name)
      let list = names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
      return
        "\(list) are together \(row.codingName), \(row.clinicalClass.words) (\(row.identifier))"
    }

    var reason: String {
      "\(clause), if they are real and stand on one copy of the gene: that has to be settled first."
    }
  }

  /// One per row of the table that they may be, in the table's order.
  func find(_ carried: [SampleVariant]) -> [Open] {
    guard carried.count > 1 else { return [] }
    let search = UnphasedAllele(locus: facts.locus, input: input, carried: carried)
    return facts.sought.compactMap { sought in
      guard let change = sought.allele.change else { return nil }
      let parts = search.parts(of: change)
      guard !parts.isEmpty, !isCarried(sought.allele.row, carried) else { return nil }
      return Open(parts: parts, row: sought.allele.row)
    }
  }

  private func isCarried(_ row: CuratedVariant, _ carried: [SampleVariant]) -> Bool {
    carried.contains { variant in
      variant.classified.evidence.contains {
        $0.relation.isCarried && $0.row.identifier == row.identifier
      }
    }
  }
}
