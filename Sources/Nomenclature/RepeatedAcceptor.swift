import Genome

extension TranscriptMap {
  /// Whether the exon may still be read without a change that is written within it: the changed
  /// bases can as well be written in the intron before it, whose last two bases stay, so an acceptor
  /// stands behind them too. A duplication across an acceptor is the common case.
  ///
  /// Which of the two is used the sequence does not tell. The protein name is for the first, as in
  /// Ensembl VEP.
  public func repeatsAcceptor(_ change: SequenceChange) -> Bool {
    guard TranscriptEdit(change, on: self) != nil else { return false }
    // The transcript runs downwards: the highest spelling is the one furthest up in the intron.
    let highest = change.rightAligned(on: locus)
    return transcript.introns.contains {
      highest.start >= $0.start + 2 && highest.interval.end <= $0.end
    }
  }
}
