public import Genome

extension TranscriptMap {
  /// The HGVS `c.` name of a change, without accession, as `c.751_753del`; `nil` where it reaches
  /// beyond the transcript's ends (then only a `g.` name exists).
  ///
  /// The 3' rule is applied on the transcript's genomic sequence, so a deletion of the last exon
  /// base that can move into the intron does (HGVS, general recommendations: the exception is for
  /// exon/exon junctions only).
  public func codingName(of change: SequenceChange) -> String? {
    let shifted = change.leftAligned(on: locus)
    let name = ChangeName(
      reference: shifted.reference.reverseComplement,
      alternate: shifted.alternate.reverseComplement,
      before: basesBefore(shifted))
    let (five, three) = ends(of: shifted, kind: name.kind)
    guard let first = codingPosition(of: five), let last = codingPosition(of: three) else {
      return nil
    }
    return "c." + name.text(first: first.description, last: last.description)
  }

  /// Bases 5' of an insertion in the transcript's direction (higher chromosome positions), as far
  /// as the transcript goes: what lies before its first base can't be duplicated by name.
  private func basesBefore(_ change: SequenceChange) -> BaseSequence {
    guard change.isInsertion, change.start <= transcript.extent.end else { return BaseSequence() }
    let end = min(change.start + change.alternate.count - 1, transcript.extent.end)
    let bases = locus.bases(in: Interval(change.start, end)) ?? BaseSequence()
    return bases.reverseComplement
  }

  private func ends(of change: SequenceChange, kind: ChangeName.Kind) -> (Int, Int) {
    switch kind {
    case .insertion: (change.start, change.start - 1)
    case .duplication: (change.start + change.alternate.count - 1, change.start)
    default: (change.interval.end, change.start)
    }
  }
}
