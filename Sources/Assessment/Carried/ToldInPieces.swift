import Flow
import Genome
import Nomenclature

/// One event of several bases that the file tells twice, whole by one program and in pieces by another, as where
/// files of two programs were put together: the pieces' bases, put into the whole's record, are its ALT.
struct ToldInPieces {
  let carried: [SampleVariant]
  let input: SampleInput

  /// `carried`, with each that such an event tells once more marked with the one that is counted: the whole, or where
  /// a piece alone is held harmful, that piece in the whole's stead.
  func settled() -> [SampleVariant] {
    var settled = carried
    for index in carried.indices {
      let pieces = pieces(of: carried[index])
      guard pieces.count > 1 else { continue }
      let harmful = pieces.first { carried[$0].isHarmful }
      let counted = carried[index].isHarmful ? index : harmful ?? index
      let change = carried[counted].classified.annotated.normalised.change
      for other in counted == index ? pieces : [index] { settled[other].countedAs = change }
    }
    return settled
  }

  /// Places of the variants that together are `whole`; empty where they are not.
  private func pieces(of whole: SampleVariant) -> [Int] {
    let parts = whole.classified.annotated.normalised.parts
    let isCalled = [.hemizygous, .homozygous, .heterozygous].contains(whole.zygosity)
    guard isCalled, whole.isConfirmed, parts.count == 1, let part = parts.first,
      let reference = BaseSequence(part.record.reference), reference.count > 1,
      let alternate = BaseSequence(part.alternate)
    else { return [] }
    let stretch = Interval(part.record.position, part.record.position + reference.count - 1)
    let found = carried.indices.filter { isPiece(carried[$0], of: whole, within: stretch) }
    let changes = found.compactMap { carried[$0].classified.annotated.normalised.writtenChange }
    guard changes.count > 1, changes.count == found.count else { return [] }
    return told(
      changes,
      in: SequenceChange(
        start: stretch.start, reference: reference, alternate: alternate)) ? found : []
  }

  /// Carried on as many copies, and not on the other one.
  private func isPiece(
    _ piece: SampleVariant, of whole: SampleVariant, within stretch: Interval
  ) -> Bool {
    let own = whole.classified.annotated.normalised
    let normalised = piece.classified.annotated.normalised
    guard piece.isConfirmed, piece.zygosity == whole.zygosity,
      normalised.change != own.change,
      normalised.parts.allSatisfy({ $0.record.number != own.parts.first?.record.number }),
      let change = normalised.writtenChange, change.start >= stretch.start,
      change.interval.end <= stretch.end
    else { return false }
    return HaplotypePhase.between(piece, whole, in: input) != .differentCopies
  }

  /// Whether the pieces, applied to the record's REF from the last to the first, make its ALT.
  private func told(_ pieces: [SequenceChange], in whole: SequenceChange) -> Bool {
    let sorted = pieces.sorted { $0.stands(before: $1) }
    guard !zip(sorted, sorted.dropFirst()).contains(where: { $0.overlaps($1) }) else {
      return false
    }
    var bases = Array(whole.reference.bytes)
    for piece in sorted.reversed() {
      let offset = piece.start - whole.start
      bases.replaceSubrange(offset..<(offset + piece.reference.count), with: piece.alternate.bytes)
    }
    return BaseSequence(bases) == whole.alternate
  }
}

extension SampleVariant {
  fileprivate var isHarmful: Bool { classified.clinicalClass.isPathogenicOrLikely }
}
