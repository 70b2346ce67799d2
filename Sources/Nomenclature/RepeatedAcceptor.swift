import Genome

extension TranscriptMap {
  /// Bases before an exon that make its acceptor: the polypyrimidine tract (-17 to -3 by the Sequence
  /// Ontology) and the AG.
  private static let acceptorLength = 17

  /// Whether the exon may still be read without a change that is written within it: the changed
  /// bases can as well be written in the intron before it, so that an AG stands behind them too, and
  /// the pyrimidines before it are copied with it or, where the change is short, are the first AG's.
  /// A duplication across an acceptor is the common case.
  ///
  /// Which of the two is used the sequence does not tell. The protein name is for the first, as in
  /// Ensembl VEP.
  public func repeatsAcceptor(_ change: SequenceChange) -> Bool {
    guard TranscriptEdit(change, on: self) != nil else { return false }
    // The transcript runs downwards: the highest spelling is the one furthest up in the intron.
    let highest = change.rightAligned(on: locus)
    let length = max(change.reference.count, change.alternate.count)
    let needed = length < Self.acceptorLength ? 2 : Self.acceptorLength
    return transcript.introns.contains {
      highest.start >= $0.start + needed && highest.interval.end <= $0.end
    }
  }
}
