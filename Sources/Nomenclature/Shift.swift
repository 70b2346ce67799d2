public import Genome

// A deletion or insertion in a repeat can be written at several places with the same result.
// VCF writes it leftmost (Tan 2015, doi 10.1093/bioinformatics/btv112). FOXP3 lies on the minus
// strand, so leftmost on the chromosome is 3'-most on its transcripts: HGVS's 3' rule gives the
// left-aligned change for `c.` and the right-aligned one for `g.`.

extension SequenceChange {
  /// Trimmed, and moved to the lowest position where it gives the same sequence.
  public func leftAligned(on locus: Locus) -> SequenceChange {
    var change = trimmed()
    while let moved = change.rolledLeft(on: locus) { change = moved }
    return change
  }

  /// Trimmed, and moved to the highest position where it gives the same sequence.
  public func rightAligned(on locus: Locus) -> SequenceChange {
    var change = trimmed()
    while let moved = change.rolledRight(on: locus) { change = moved }
    return change
  }

  /// Every place at which this change gives the same sequence, from the lowest to the highest.
  public func spellings(on locus: Locus) -> [SequenceChange] {
    var spellings = [leftAligned(on: locus)]
    while let next = spellings.last?.rolledRight(on: locus) { spellings.append(next) }
    return spellings
  }

  /// Every reference base that some spelling of this change replaces: from the left-aligned
  /// start to the right-aligned end. For an insertion that can't move it is empty.
  public func shiftInterval(on locus: Locus) -> Interval {
    let left = leftAligned(on: locus).interval
    let right = rightAligned(on: locus).interval
    return Interval(left.start, right.end)
  }

  /// What has to be looked at to exclude this change: the shift interval with the anchor base
  /// before it, and for an insertion the base after it too.
  public func evidenceInterval(on locus: Locus) -> Interval {
    let shift = shiftInterval(on: locus)
    guard isIndel else { return shift }
    return Interval(shift.start - 1, max(shift.end, isInsertion ? shift.end + 1 : shift.end))
  }

  /// One base to the left, if the sequence stays the same; only pure insertions and deletions move.
  private func rolledLeft(on locus: Locus) -> SequenceChange? {
    guard reference.isEmpty != alternate.isEmpty, let before = locus.base(at: start - 1) else {
      return nil
    }
    let moving = reference.isEmpty ? alternate : reference
    guard moving.bytes.last == before else { return nil }
    let rotated = BaseSequence([before] + moving.bytes.dropLast())
    return SequenceChange(
      start: start - 1, reference: reference.isEmpty ? reference : rotated,
      alternate: reference.isEmpty ? rotated : alternate)
  }

  private func rolledRight(on locus: Locus) -> SequenceChange? {
    guard reference.isEmpty != alternate.isEmpty,
      let after = locus.base(at: interval.end + 1)
    else { return nil }
    let moving = reference.isEmpty ? alternate : reference
    guard moving.bytes.first == after else { return nil }
    let rotated = BaseSequence(moving.bytes.dropFirst() + [after])
    return SequenceChange(
      start: start + 1, reference: reference.isEmpty ? reference : rotated,
      alternate: reference.isEmpty ? rotated : alternate)
  }
}
