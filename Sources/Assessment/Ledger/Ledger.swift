import Flow
import Genome
import Nomenclature

/// Says for every known disease position what the data show there, so that "not looked at" is never
/// taken for "normal".
struct Ledger: Sendable {
  let facts: GeneFacts
  let input: SampleInput
  let reading: LocusReading
  let carried: [SampleVariant]
  /// The carried variants that are a row's own allele, contain or remove it, by the row.
  private let own: [String: [SampleVariant]]
  private let search: AlleleSearch

  init(
    facts: GeneFacts, input: SampleInput, reading: LocusReading, carried: [SampleVariant]
  ) {
    self.facts = facts
    self.input = input
    self.reading = reading
    self.carried = carried
    var own: [String: [SampleVariant]] = [:]
    for variant in carried {
      let rows = variant.classified.evidence.filter(\.relation.isCarried)
      for row in Set(rows.map(\.row.identifier)) { own[row, default: []].append(variant) }
    }
    self.own = own
    search = AlleleSearch(
      locus: facts.locus, input: input, reading: reading, carried: carried)
  }

  private var places: DiseasePlaces { facts.places }

  /// The pathogenic and likely pathogenic rows in table order, then the exon 1 donor, the coding
  /// exons, the polyadenylation signal; a row of another scope is a copy-number entry.
  func entries() -> [LedgerEntry] {
    facts.sought.map(rowEntry)
      + [
        placeEntry(
          .exon1Donor, "exon 1 donor", "splice donor of the non-coding exon 1",
          places.exon1Donor)
      ]
      + places.codingExons.map { exon in
        placeEntry(
          .exon, "exon \(exon.number)", "exon \(exon.number) with its splice sites", exon.interval)
      } + [polyadenylationEntry()].compactMap { $0 }
  }

  private func polyadenylationEntry() -> LedgerEntry? {
    places.polyadenylationSignal.map {
      placeEntry(
        .polyadenylationSignal, "polyadenylation signal",
        "polyadenylation signal AATAAA (c.*873 to c.*878)", $0)
    }
  }

  private func rowEntry(_ sought: GeneFacts.Sought) -> LedgerEntry {
    let row = sought.allele.row
    guard row.scope == .allele else { return copyNumberEntry(row) }
    return LedgerEntry(
      kind: .knownVariant, identifier: row.identifier, name: row.codingName,
      clinicalClass: row.clinicalClass, interval: sought.evidence, state: rowState(sought))
  }

  private func rowState(_ sought: GeneFacts.Sought) -> SiteState {
    guard let change = sought.allele.change else {
      return .notLookedAt(reason: "the row has no place on this build")
    }
    return stateOfOwnAllele(sought.allele.row.identifier)
      ?? search.state(of: change, over: sought.evidence)
  }

  /// The row's own allele is carried; an unconfirmed call of it settles nothing.
  private func stateOfOwnAllele(_ identifier: String) -> SiteState? {
    guard let own = own[identifier], let first = own.first else { return nil }
    if own.contains(where: \.isConfirmed) { return .alternateSeen }
    return .uncertain(reason: "this very allele is called, but not confirmed: \(first.doubts)")
  }

  private func copyNumberEntry(_ row: CuratedVariant) -> LedgerEntry {
    LedgerEntry(
      kind: .copyNumber, identifier: row.identifier, name: row.codingName,
      clinicalClass: row.clinicalClass,
      interval: Interval(
        places.exon1Donor.start, facts.transcript.exons.first?.end ?? places.exon1Donor.end),
      state: stateOfOwnAllele(row.identifier) ?? copyNumberState)
  }

  /// Found deletions and duplications are spoken of by themselves; an unconfirmed one settles nothing.
  private var copyNumberState: SiteState {
    if case .notAssessed(let reason) = input.copyNumber { return .notLookedAt(reason: reason) }
    if let doubtful = carried.first(where: { !$0.isConfirmed && $0.isStructural }) {
      return .uncertain(reason: "\(doubtful.name) is called, but not confirmed")
    }
    return carried.contains(where: \.isStructural)
      ? .otherAlternateSeen : .referenceSeen(depth: nil)
  }

  private func placeEntry(
    _ kind: LedgerEntry.Kind, _ identifier: String, _ name: String, _ interval: Interval
  ) -> LedgerEntry {
    LedgerEntry(
      kind: kind, identifier: identifier, name: name, clinicalClass: nil, interval: interval,
      state: placeState(interval))
  }

  private func placeState(_ interval: Interval) -> SiteState {
    if let doubt = reading.doubt(over: interval, need: .anyChange) { return doubt }
    let isChanged = carried.contains {
      $0.isConfirmed && ChangePlace($0.classified.annotated.normalised)?.touches(interval) == true
    }
    return isChanged
      ? .otherAlternateSeen : .referenceSeen(depth: reading.depth(over: interval))
  }
}

extension SampleVariant {
  /// Called by its ends only (`<DEL>`, `<DUP>` and their like), or known by them only.
  var isStructural: Bool {
    let normalised = classified.annotated.normalised
    if case .structural = normalised.change { return true }
    return normalised.parts.contains { $0.alternate.hasPrefix("<") }
  }
}
