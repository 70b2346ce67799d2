public import Genome

extension Locus {
  /// The HGVS `g.` name of a change with the chromosome's accession, as
  /// `NC_000023.11:g.49251441G>A`.
  public func genomicName(of change: SequenceChange) -> String {
    let shifted = change.rightAligned(on: self)
    let before = Interval(
      max(interval.start, shifted.start - shifted.alternate.count), shifted.start - 1)
    let name = ChangeName(
      reference: shifted.reference, alternate: shifted.alternate,
      before: shifted.isInsertion ? bases(in: before) ?? BaseSequence() : BaseSequence())
    let ends: (Int, Int) =
      switch name.kind {
      case .insertion: (shifted.start - 1, shifted.start)
      case .duplication: (shifted.start - shifted.alternate.count, shifted.start - 1)
      default: (shifted.start, shifted.interval.end)
      }
    return "\(accession):g." + name.text(first: "\(ends.0)", last: "\(ends.1)")
  }
}
