import Genome
import Nomenclature

/// Which changes of one chromosome act together, so that named one by one they would be named
/// wrongly: those of one codon, frame shifts of one exon that are read in one another's frame, the
/// pieces of a deletion-insertion, which bases exchanged side by side are too (HGVS, DNA:
/// deletion-insertion), and what is moved over a neighbour where it is named alone.
///
/// Changes stand where their records write them (`NormalisedVariant.writtenChange`), in plus-strand
/// order, none overlapping another.
struct JointEffect {
  let map: TranscriptMap

  /// Ranges of indexes, apart and rising, each of two changes or more.
  func groups(_ changes: [SequenceChange]) -> [ClosedRange<Int>] {
    let own = merged(neighbours(changes) + FrameChain.inOneExon(of: changes, on: map))
    let pieces = pieces(changes.indices, own)
    let wholes = pieces.compactMap {
      SequenceChange.together(Array(changes[$0]), on: map.locus)
    }
    guard !own.isEmpty, wholes.count == pieces.count else { return own }
    // What is joined may again act together with its neighbours.
    let wider = groups(wholes).map {
      pieces[$0.lowerBound].lowerBound...pieces[$0.upperBound].upperBound
    }
    return merged(own + wider)
  }

  private func neighbours(_ changes: [SequenceChange]) -> [ClosedRange<Int>] {
    changes.indices.dropLast().filter {
      isLinked(changes[$0], changes[$0 + 1])
    }.map { $0...($0 + 1) }
  }

  /// The ranges, and each other index alone.
  private func pieces(
    _ indexes: Range<Int>, _ ranges: [ClosedRange<Int>]
  ) -> [ClosedRange<Int>] {
    let alone = indexes.filter { index in !ranges.contains { $0.contains(index) } }
    return (ranges + alone.map { $0...$0 }).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// What tells cheaply whether two changes could act together at all: worked out once per change.
  struct Outline {
    /// Where it stands in any of its spellings.
    let interval: Interval
    /// First and last codon touched; `nil` outside the coding region, or between two codons.
    let codons: ClosedRange<Int>?
    /// A change within one exon after which the frame is another one.
    let shiftsFrame: Bool

    /// `other` stands behind this one on the plus strand.
    func mayActTogether(with other: Outline) -> Bool {
      if interval.end + 1 >= other.interval.start { return true }
      if let left = codons, let right = other.codons, left.overlaps(right) { return true }
      return shiftsFrame && other.shiftsFrame
    }
  }

  func outline(_ change: SequenceChange) -> Outline {
    let window = window(change)
    return Outline(
      interval: change.shiftInterval(on: map.locus),
      codons: window.flatMap {
        $0.firstCodon <= $0.lastCodon ? $0.firstCodon...$0.lastCodon : nil
      },
      shiftsFrame: map.edit(change)?.shiftsFrame == true)
  }

  /// The codon (counted from 1) that both change though an intron divides it; such changes can't
  /// be one allele by name.
  func dividedCodon(_ first: SequenceChange, _ second: SequenceChange) -> Int? {
    guard !map.isInOneExon(first, second), let codons = sharedCodons(first, second) else {
      return nil
    }
    return codons.lowerBound
  }

  /// In an exon changes are one where they could as well be written side by side. Elsewhere only
  /// where they are, or where the second one's name would move it over the first: of a repeat in an
  /// intron lengths and bases beside it are known one by one.
  private func isLinked(_ first: SequenceChange, _ second: SequenceChange) -> Bool {
    let isInOneExon = map.isInOneExon(first, second)
    let reach = isInOneExon ? first.rightAligned(on: map.locus) : first
    return second.leftAligned(on: map.locus).start <= reach.interval.end + 1
      || (isInOneExon && sharedCodons(first, second) != nil)
  }

  private func sharedCodons(
    _ first: SequenceChange, _ second: SequenceChange
  ) -> ClosedRange<Int>? {
    guard let left = window(first), let right = window(second) else { return nil }
    let low = max(left.firstCodon, right.firstCodon)
    let high = min(left.lastCodon, right.lastCodon)
    return low <= high ? low...high : nil
  }

  /// By the place that the change is named at.
  private func window(_ change: SequenceChange) -> CodonWindow? {
    TranscriptEdit(change.leftAligned(on: map.locus), on: map).flatMap(CodonWindow.init)
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

extension TranscriptMap {
  /// The change inside one exon, where it is written or else where it is named.
  func edit(_ change: SequenceChange) -> TranscriptEdit? {
    TranscriptEdit(change, on: self)
      ?? TranscriptEdit(change.leftAligned(on: locus), on: self)
  }

  /// `first` stands before `second` on the plus strand.
  func isInOneExon(_ first: SequenceChange, _ second: SequenceChange) -> Bool {
    isWithinOneExon(Interval(first.start, max(second.start, second.interval.end)))
  }
}
