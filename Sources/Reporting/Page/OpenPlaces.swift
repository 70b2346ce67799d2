import Flow

/// What the data don't exclude, for the page: each known variant and each exon by name.
struct OpenPlaces {
  let result: SampleResult

  private var open: [LedgerEntry] {
    result.ledger.filter { $0.kind != .copyNumber && !$0.state.isSettled }
  }

  /// How many, in a sentence.
  var summary: String {
    let counts = LedgerCounts(result.ledger)
    if counts.places == 0 {
      return "The file has no samples: it tells of no person what was read."
    }
    if open.isEmpty {
      return "All \(counts.places) \(LedgerCounts.kind) were looked at\(rest(counts))."
    }
    return
      "\(counts.unseen) \(counts.open == 1 ? "is" : "are") not settled by the data\(rest(counts)):"
  }

  var rows: [RowView] {
    let variants = open.filter { $0.kind == .knownVariant }
    let exons = open.filter { $0.kind == .exon }
    let others = open.filter { $0.kind == .exon1Donor || $0.kind == .polyadenylationSignal }
    return [
      row("Known variants", variants.map { "\($0.name) (\($0.identifier))" }),
      row("Exons with splice sites", exons.map { $0.identifier + gaps($0) }),
      row("Other places", others.map(\.name)),
    ].compactMap { $0 }
  }

  /// What only copy number settles.
  private func rest(_ counts: LedgerCounts) -> String {
    guard !counts.openCopyNumber.isEmpty else { return "" }
    return "; copy number is open (\(counts.openCopyNumber.joined(separator: ", ")))"
  }

  private func row(_ term: String, _ items: [String]) -> RowView? {
    items.isEmpty ? nil : RowView("\(term) (\(items.count))", items.joined(separator: "; "))
  }

  /// The stretches that were not shown to be read, as " (49,251,700-49,251,720)"; empty for an exon
  /// of which nothing was.
  private func gaps(_ entry: LedgerEntry) -> String {
    guard let exon = result.exons.first(where: { "exon \($0.exon)" == entry.identifier }),
      exon.provenBases > 0, !exon.gaps.isEmpty
    else { return "" }
    return " (\(exon.gaps.map(PageDetails.text).joined(separator: ", ")))"
  }
}
