import Genome

extension TranscriptMap {
  /// The exon (counted from 1) that may still be read with a change that is written in the intron
  /// behind it: the changed bases can as well be written at the exon's end, so that a GT stands before
  /// them and again behind them. A duplication across a donor is the common case.
  ///
  /// Which of the two is used the sequence does not tell. The terms are for the first, as the 3'-most
  /// spelling has it; of a short copy the second one alone may have the bases of a donor.
  public func repeatedDonor(by change: SequenceChange) -> Int? {
    // The transcript runs downwards: the highest spelling is the one furthest up in the exon.
    guard TranscriptEdit(change.rightAligned(on: locus), on: self) != nil else { return nil }
    let lowest = change.leftAligned(on: locus)
    return transcript.introns.firstIndex {
      lowest.start >= $0.start && lowest.interval.end <= $0.end - 2
    }.map { $0 + 1 }
  }

  /// What the protein becomes where the second donor of such a change is used; `nil` in an
  /// untranslated exon.
  public func proteinBehindSecondDonor(_ change: SequenceChange) -> ProteinChange? {
    TranscriptEdit(change.rightAligned(on: locus), on: self)?.proteinChange()
  }
}
