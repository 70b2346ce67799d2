import Genome
import Nomenclature

/// Which changes of one chromosome act together, so that named one by one they would be named
/// wrongly: those of one codon, frame shifts of one exon that restore the frame, and the pieces of
/// a deletion-insertion, which bases exchanged side by side are too (HGVS, DNA: deletion-insertion).
struct JointEffect {
  let map: TranscriptMap

  /// Ranges of indexes, apart and rising, each of two changes or more. `changes` stand on one
  /// chromosome, in plus-strand order, none overlapping another.
  func groups(_ changes: [SequenceChange]) -> [ClosedRange<Int>] {
    let neighbours = changes.indices.dropLast().filter {
      isLinked(changes[$0], changes[$0 + 1])
    }.map { $0...($0 + 1) }
    return merged(neighbours + restoredFrames(changes))
  }

  /// What tells cheaply whether two changes could act together at all: worked out once per change.
  struct Outline {
    let interval: Interval
    /// First and last codon touched; `nil` outside the coding region, or between two codons.
    let codons: ClosedRange<Int>?
    /// Index of the exon, for a change of the frame.
    let shiftedExon: Int?

    /// `other` stands behind this one on the plus strand.
    func mayActTogether(with other: Outline) -> Bool {
      if interval.end + 1 == other.interval.start { return true }
      if let left = codons, let right = other.codons, left.overlaps(right) { return true }
      return shiftedExon != nil && shiftedExon == other.shiftedExon
    }
  }

  func outline(_ change: SequenceChange) -> Outline {
    let edit = edit(change)
    let window = edit.flatMap(CodonWindow.init)
    return Outline(
      interval: change.interval,
      codons: window.flatMap {
        $0.firstCodon <= $0.lastCodon ? $0.firstCodon...$0.lastCodon : nil
      },
      shiftedExon: edit?.shiftsFrame == true ? map.exonIndex(at: change.start) : nil)
  }

  /// The codon (counted from 1) that both change though an intron divides it; such changes can't
  /// be one allele by name.
  func dividedCodon(_ first: SequenceChange, _ second: SequenceChange) -> Int? {
    guard !isInOneExon(first, second), let codons = sharedCodons(first, second) else { return nil }
    return codons.lowerBound
  }

  private func isLinked(_ first: SequenceChange, _ second: SequenceChange) -> Bool {
    let isOnePiece = first.interval.end + 1 == second.start
    return isOnePiece || (isInOneExon(first, second) && sharedCodons(first, second) != nil)
  }

  private func sharedCodons(
    _ first: SequenceChange, _ second: SequenceChange
  ) -> ClosedRange<Int>? {
    guard let left = edit(first).flatMap(CodonWindow.init),
      let right = edit(second).flatMap(CodonWindow.init)
    else { return nil }
    let low = max(left.firstCodon, right.firstCodon)
    let high = min(left.lastCodon, right.lastCodon)
    return low <= high ? low...high : nil
  }

  /// Stretches from a frame shift to the change that restores its frame, in the transcript's
  /// direction, with no stop in between: behind a stop nothing is restored.
  private func restoredFrames(_ changes: [SequenceChange]) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    var open: (index: Int, shift: Int)?
    for index in changes.indices.reversed() {
      guard let edit = edit(changes[index]), edit.shiftsFrame else { continue }
      if let begun = open, isInOneExon(changes[index], changes[begun.index]) {
        let shift = begun.shift + edit.lengthChange
        open = shift % 3 == 0 ? nil : (begun.index, shift)
        if shift % 3 == 0, readsOn(changes[index...begun.index]) {
          ranges.append(index...begun.index)
        }
      } else {
        open = (index, edit.lengthChange)
      }
    }
    return ranges
  }

  private func readsOn(_ changes: ArraySlice<SequenceChange>) -> Bool {
    guard let whole = SequenceChange.combining(Array(changes), on: map.locus) else { return false }
    return TranscriptEdit(whole, on: map)?.proteinChange()?.hasNewStop != true
  }

  private func edit(_ change: SequenceChange) -> TranscriptEdit? {
    TranscriptEdit(change, on: map).flatMap { $0.isWithinCoding ? $0 : nil }
  }

  /// `first` stands before `second` on the plus strand.
  private func isInOneExon(_ first: SequenceChange, _ second: SequenceChange) -> Bool {
    map.isWithinOneExon(Interval(first.start, max(second.start, second.interval.end)))
  }

  private func merged(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var merged: [ClosedRange<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
