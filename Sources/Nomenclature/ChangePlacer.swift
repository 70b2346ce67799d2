import Genome

/// Turns a read HGVS operation into a plus-strand change, and checks every base it claims.
struct ChangePlacer {
  let name: String
  let locus: Locus
  /// `true` for names on a FOXP3 transcript.
  let readsMinusStrand: Bool

  /// `stretch` is plus-strand: the bases spoken of, or an insertion's two neighbours.
  func place<Place>(
    _ stretch: Interval, isInsertion: Bool, _ operation: ChangeExpression<Place>.Operation
  ) throws(NameError) -> SequenceChange {
    guard let present = locus.bases(in: stretch) else {
      throw NameError(name, "it lies outside the bases known here (\(described(locus.interval)))")
    }
    switch operation {
    case .substitution(let reference, let alternate):
      try check(reference, against: present)
      return made(stretch, present, plus(alternate))
    case .deletion(let written):
      try check(written, against: present)
      return made(stretch, present, BaseSequence())
    case .deletionInsertion(let written, let inserted):
      try check(written, against: present)
      return made(stretch, present, plus(inserted))
    case .inversion(let written):
      try check(written, against: present)
      return made(stretch, present, present.reverseComplement)
    case .identity(let written):
      try check(written, against: present)
      throw NameError(name, "it says that nothing changes")
    case .duplication(let written):
      try check(written, against: present)
      return made(
        Interval(stretch.end + 1, stretch.end), BaseSequence(), present)
    case .insertion(let inserted):
      guard stretch.count == 2 else {
        throw NameError(name, "an insertion stands between two neighbouring positions")
      }
      return made(Interval(stretch.end, stretch.start), BaseSequence(), plus(inserted))
    }
  }

  private func made(
    _ stretch: Interval, _ reference: BaseSequence, _ alternate: BaseSequence
  ) -> SequenceChange {
    SequenceChange(start: stretch.start, reference: reference, alternate: alternate)
      .leftAligned(on: locus)
  }

  private func plus(_ bases: BaseSequence) -> BaseSequence {
    readsMinusStrand ? bases.reverseComplement : bases
  }

  private func check(_ written: BaseSequence?, against present: BaseSequence) throws(NameError) {
    guard let written, plus(written) != present else { return }
    let there = readsMinusStrand ? present.reverseComplement : present
    throw NameError(
      name,
      "the reference has \(there.text.prefix(40)) there, not \(written.text.prefix(40))"
        + " (\(locus.assembly.rawValue))")
  }

  private func described(_ interval: Interval) -> String {
    "\(locus.accession):\(interval.start)-\(interval.end)"
  }
}
