public import Genome
public import Nomenclature

extension StructuralChange {
  /// A change whose first and whose last base lie in ranges. Its interval is the most that it may take; an end that
  /// is not known at all (`?`, a range as far as the chromosome goes) counts from where the change is certain.
  public init(kind: Kind, first: Interval, last: Interval, on locus: Locus) {
    let start = locus.isEndless(first) ? first.end : first.start
    let end = locus.isEndless(last) ? last.start : last.end
    self.init(
      kind: kind, interval: Interval(start, end), precision: .within(first: first, last: last))
  }

  /// The allele that its ends give, if they are exact and a duplication stands in tandem, left-aligned;
  /// `nil` where the locus does not have the bases.
  public func allele(on locus: Locus) -> SequenceChange? {
    if case .within = precision { return nil }
    guard let bases = locus.bases(in: interval), !bases.isEmpty else { return nil }
    let change =
      switch kind {
      case .deletion:
        SequenceChange(start: interval.start, reference: bases, alternate: BaseSequence())
      case .duplication:
        SequenceChange(start: interval.end + 1, reference: BaseSequence(), alternate: bases)
      case .inversion:
        SequenceChange(
          start: interval.start, reference: bases, alternate: bases.reverseComplement)
      }
    return change.trimmed().leftAligned(on: locus)
  }

  /// A duplication in a repeat has several places that give the same bases: the lowest one, as VCF places
  /// changes. Anything else, and what the locus does not hold, stays where it is.
  public func leftAligned(on locus: Locus) -> StructuralChange { placed(on: locus, \.first) }

  /// The same with the highest one, as HGVS places changes on the chromosome.
  public func rightAligned(on locus: Locus) -> StructuralChange { placed(on: locus, \.last) }

  private func placed(
    on locus: Locus, _ choice: KeyPath<[Interval], Interval?>
  ) -> StructuralChange {
    guard kind == .duplication, precision == .exact, unspelledBases == 0 else { return self }
    var moved = self
    moved.interval = locus.placements(ofDoubled: interval)[keyPath: choice] ?? interval
    return moved
  }
}

extension TranscriptMap {
  /// What a left-aligned change of many bases doubles or turns round, where that tells more than the bases do;
  /// else `nil`.
  public func structure(of change: SequenceChange) -> StructuralChange? {
    doubledStretch(by: change).map { StructuralChange(kind: .duplication, interval: $0) }
      ?? invertedStretch(by: change).map { StructuralChange(kind: .inversion, interval: $0) }
  }
}

extension StructuralChange.Kind {
  /// Of a symbolic ALT: `<DEL>`, `<DUP>`, `<INV>` and their subtypes (VCF 4.5, section 1.4.5), and `<CN0>`, by which
  /// no copy is on the chromosome. `nil` for others, and for a copy that is inserted elsewhere (`<DUP:DISPERSED>`,
  /// `<DUP:INT>`): HGVS calls a duplication only what stands directly beside the original.
  public init?(symbol: String) {
    let names = symbol.dropFirst().prefix { $0 != ">" }.split(separator: ":")
    guard symbol.hasPrefix("<"), let name = names.first else { return nil }
    guard let kind = name == "CN0" ? .deletion : Self(rawValue: String(name)) else { return nil }
    if kind == .duplication, names.count > 1, names[1] != "TANDEM" { return nil }
    self = kind
  }
}
