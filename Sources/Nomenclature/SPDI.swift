public import Genome

extension Locus {
  /// The canonical SPDI (Holmes 2020, doi 10.1093/bioinformatics/btz856): 0-based interbase
  /// position, an ambiguous insertion or deletion expanded over its whole repeat.
  public func spdi(of change: SequenceChange) -> String {
    let expanded = fullyJustified(change)
    return "\(accession):\(expanded.start - 1):\(expanded.reference):\(expanded.alternate)"
  }

  /// The change with all bases that some spelling of it replaces (NCBI's variant overprecision
  /// correction; "fully justified" in GA4GH VRS).
  public func fullyJustified(_ change: SequenceChange) -> SequenceChange {
    let left = change.leftAligned(on: self)
    let right = change.rightAligned(on: self)
    guard left.reference.isEmpty != left.alternate.isEmpty,
      let rolled = bases(in: Interval(left.start, right.start - 1))
    else { return left }
    // Between the leftmost and the rightmost place lie the bases the change rolls over.
    return SequenceChange(
      start: left.start, reference: rolled + right.reference,
      alternate: rolled + right.alternate)
  }

  /// The VCF spelling of a change: left-aligned, with the base before it where an allele would be
  /// empty; `nil` where that base is not known.
  public func vcfSpelling(
    of change: SequenceChange
  ) -> (position: Int, reference: String, alternate: String)? {
    let left = change.leftAligned(on: self)
    guard left.reference.isEmpty || left.alternate.isEmpty else {
      return (left.start, left.reference.text, left.alternate.text)
    }
    guard let anchor = bases(in: Interval(left.start - 1, left.start - 1)), !anchor.isEmpty else {
      return nil
    }
    return (
      left.start - 1, (anchor + left.reference).text, (anchor + left.alternate).text
    )
  }
}
