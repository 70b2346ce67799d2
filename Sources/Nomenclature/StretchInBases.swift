public import Genome

// A duplication in tandem that is spelled in bases, or placed by `<DUP:TANDEM>`, is an insertion. What it does
// is told by the stretch that it doubles: inserted behind an exon its bases would lie in an intron, and behind
// the gene beside it. An inversion is a replacement, and what it does is told by what it turns round: compared
// base by base, some of the bases are the same by chance.

extension TranscriptMap {
  /// What is smaller is an indel or a replacement to every caller of small variants, and is weighed as one.
  public static let longestSmall = SequenceChange.longestSmall

  /// What `Locus.doubled` gives for more than fifty bases, where it holds an exon whole, lies in an intron
  /// beside one, or reaches from beyond the 3' end into the transcript; else `nil`: an exon's part, doubled, is
  /// the insertion that it is.
  public func doubledStretch(by change: SequenceChange) -> Interval? {
    guard let stretch = locus.doubled(by: change), stretch.count > TranscriptMap.longestSmall
    else { return nil }
    let placed = placement(ofDoubled: stretch)
    let touched = transcript.exons.filter { $0.overlaps(placed) }
    let isBesideExon = transcript.exons.contains {
      $0.end + 1 == placed.start || placed.end + 1 == $0.start
    }
    let isOverEnd = placed.start < transcript.extent.start && !touched.isEmpty
    return isOverEnd || touched.contains(where: placed.contains)
      || touched.isEmpty && isBesideExon ? placed : nil
  }

  /// The stretch of more than fifty bases that a change turns round; within one exon the bases tell what is read.
  public func invertedStretch(by change: SequenceChange) -> Interval? {
    guard change.reference.count > TranscriptMap.longestSmall,
      change.alternate.count == change.reference.count,
      change.alternate == change.reference.reverseComplement,
      !transcript.exons.contains(where: { $0.contains(change.interval) })
    else { return nil }
    return change.interval
  }

  /// Of the places at which a duplication gives the same bases the first one that takes exons whole, or none;
  /// else the lowest.
  public func placement(ofDoubled stretch: Interval) -> Interval {
    let all = locus.placements(ofDoubled: stretch)
    return all.first { place in
      transcript.exons.allSatisfy { !$0.overlaps(place) || place.contains($0) }
    } ?? all.first ?? stretch
  }
}

extension Locus {
  /// The stretch that a left-aligned insertion doubles; `nil` for what repeats nothing beside it.
  public func doubled(by change: SequenceChange) -> Interval? {
    let stretch = Interval(change.start, change.start + change.alternate.count - 1)
    return change.isInsertion && bases(in: stretch) == change.alternate ? stretch : nil
  }

  /// From the lowest; `stretch` alone where it does not have its bases. The copy may be inserted anywhere
  /// along the original: of those places the ones where it stands before all of it.
  public func placements(ofDoubled stretch: Interval) -> [Interval] {
    guard let bases = bases(in: stretch), !bases.isEmpty else { return [stretch] }
    let copy = SequenceChange(start: stretch.start, reference: BaseSequence(), alternate: bases)
    let lowest = copy.leftAligned(on: self).start
    let room = copy.rightAligned(on: self).start - stretch.count - lowest
    return (0...max(0, room)).map { Interval(lowest + $0, lowest + $0 + stretch.count - 1) }
  }
}
