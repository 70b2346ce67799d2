public import Genome

// A deletion or insertion in a repeat can be written at several places with the same result.
// VCF writes it leftmost (Tan 2015, doi 10.1093/bioinformatics/btv112). FOXP3 lies on the minus
// strand, so leftmost on the chromosome is 3'-most on its transcripts: HGVS's 3' rule gives the
// left-aligned change for `c.` and the right-aligned one for `g.`.

extension SequenceChange {
  /// Trimmed, and moved to the lowest position where it gives the same sequence.
  public func leftAligned(on locus: Locus) -> SequenceChange {
    let change = trimmed()
    return change.moved(-change.roomOnLeft(of: locus))
  }

  /// Trimmed, and moved to the highest position where it gives the same sequence.
  public func rightAligned(on locus: Locus) -> SequenceChange {
    let change = trimmed()
    return change.moved(change.roomOnRight(of: locus))
  }

  /// Every place at which this change gives the same sequence, from the lowest to the highest.
  public func spellings(on locus: Locus) -> [SequenceChange] {
    let lowest = leftAligned(on: locus)
    return (0...lowest.roomOnRight(of: locus)).map(lowest.moved)
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

  /// The bases that move: only pure insertions and deletions do, else there are none.
  private var moving: [UInt8] {
    reference.isEmpty != alternate.isEmpty ? (reference.isEmpty ? alternate : reference).bytes : []
  }

  /// How many bases to the left the sequence stays the same. The base that the change rolls over
  /// has to be the one that leaves it at its other end, so that its bases only rotate.
  private func roomOnLeft(of locus: Locus) -> Int {
    let moving = moving
    var room = 0
    while !moving.isEmpty,
      locus.base(at: start - 1 - room) == moving[moving.count - 1 - room % moving.count]
    {
      room += 1
    }
    return room
  }

  private func roomOnRight(of locus: Locus) -> Int {
    let moving = moving
    var room = 0
    while !moving.isEmpty,
      locus.base(at: interval.end + 1 + room) == moving[room % moving.count]
    {
      room += 1
    }
    return room
  }

  /// At a place `steps` bases further on (to the left where negative), which has to be in its room.
  private func moved(_ steps: Int) -> SequenceChange {
    let moving = moving
    guard steps != 0, !moving.isEmpty else { return self }
    let turn = (steps % moving.count + moving.count) % moving.count
    let rotated = BaseSequence(Array(moving[turn...] + moving[..<turn]))
    return SequenceChange(
      start: start + steps, reference: reference.isEmpty ? reference : rotated,
      alternate: reference.isEmpty ? rotated : alternate)
  }
}
