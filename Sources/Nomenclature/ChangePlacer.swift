import Genome

/// Turns a read HGVS operation into a plus-strand change, and checks every base it claims.
struct ChangePlacer {
  let name: String
  let locus: Locus
  /// `true` for names on a FOXP3 transcript.
  let readsMinusStrand: Bool

  /// `stretch` is plus-strand: the bases spoken of, or an insertion's two neighbours.
  func place<Place>(
    _ stretch: Interval, _ operation: ChangeExpression<Place>.Operation
  ) throws(NameError) -> SequenceChange {
    guard let present = locus.bases(in: stretch) else {
      throw NameError(name, "it lies outside the bases known here (\(described(locus.interval)))")
    }
    switch operation {
    case .substitution(let reference, let alternate):
      try check(.bases(reference), against: present)
      return try made(stretch, present, plus(alternate))
    case .deletion(let written):
      try check(written, against: present)
      return try made(stretch, present, BaseSequence())
    case .deletionInsertion(let written, let inserted):
      try check(written, against: present)
      return try made(stretch, present, plus(inserted))
    case .inversion(let written):
      try check(written, against: present)
      return try made(stretch, present, present.reverseComplement)
    case .identity(let written):
      try check(written, against: present)
      throw NameError(name, "it says that nothing changes")
    case .duplication(let written):
      try check(written, against: present)
      return try made(
        Interval(stretch.end + 1, stretch.end), BaseSequence(), present)
    case .insertion(let inserted):
      guard stretch.count == 2 else {
        throw NameError(name, "an insertion stands between two neighbouring positions")
      }
      return try made(Interval(stretch.end, stretch.start), BaseSequence(), plus(inserted))
    }
  }

  private func made(
    _ stretch: Interval, _ reference: BaseSequence, _ alternate: BaseSequence
  ) throws(NameError) -> SequenceChange {
    guard reference != alternate else { throw NameError(name, "it says that nothing changes") }
    return SequenceChange(start: stretch.start, reference: reference, alternate: alternate)
      .leftAligned(on: locus)
  }

  private func plus(_ bases: BaseSequence) -> BaseSequence {
    readsMinusStrand ? bases.reverseComplement : bases
  }

  private func check(_ written: WrittenBases, against present: BaseSequence) throws(NameError) {
    switch written {
    case .nothing: return
    case .count(let count):
      guard count != present.count else { return }
      throw NameError(
        name, "it speaks of \(count) bases, but its positions hold \(present.count)")
    case .bases(let bases):
      guard plus(bases) != present else { return }
      let there = readsMinusStrand ? present.reverseComplement : present
      throw NameError(
        name,
        "the reference has \(excerpt(there)) there, not \(excerpt(bases))"
          + " (\(locus.assembly.rawValue))")
    }
  }

  private func excerpt(_ bases: BaseSequence) -> String {
    bases.count <= 40 ? bases.text : "\(bases.text.prefix(40))… (\(bases.count) bases)"
  }

  private func described(_ interval: Interval) -> String {
    "\(locus.accession):\(interval.start)-\(interval.end)"
  }
}
