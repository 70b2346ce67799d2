import Flow
import Genome
import Nomenclature

/// A duplication in tandem that a caller of long reads spells as an insertion, with the reads' errors in it: base by
/// base it is no copy of its neighbours, and what it spells is no sequence of the patient's.
struct NearDuplication {
  let locus: Locus

  private static let wordLength = 8
  /// Share of the inserted bases that words of the neighbouring ones have to cover.
  private static let leastCovered = 0.6

  /// What is doubled, with the ranges of its ends; `nil` for up to 50 bases and where the inserted bases are
  /// others. The insertion may stand anywhere within: then the bases behind it come first and those before it last.
  func change(of insertion: SequenceChange) -> StructuralChange? {
    let inserted = insertion.alternate.bytes
    let slack = 10 + inserted.count / 20
    let reach = inserted.count + slack
    guard insertion.isInsertion, insertion.isLarge,
      let window = Interval(insertion.start - reach, insertion.start + reach - 1)
        .intersection(locus.interval),
      let bases = locus.bases(in: window)?.bytes
    else { return nil }
    let places = Self.words(bases)
    // Offsets of the two pieces in the window: of the bases behind the insertion, and of those before it.
    let behind = insertion.start - window.start
    let before = behind - inserted.count
    var isOfBehind = [Bool](repeating: false, count: inserted.count)
    var isOfBefore = isOfBehind
    for first in 0...inserted.count - Self.wordLength {
      for place in places[inserted[first..<first + Self.wordLength]] ?? [] {
        let isBehind = abs(place - first - behind) <= slack && place >= behind
        guard isBehind || abs(place - first - before) <= slack && place < behind else { continue }
        for index in first..<first + Self.wordLength {
          if isBehind { isOfBehind[index] = true } else { isOfBefore[index] = true }
        }
      }
    }
    let (turn, covered) = Self.turn(isOfBehind, isOfBefore)
    guard Double(covered) >= Self.leastCovered * Double(inserted.count) else { return nil }
    return duplication(
      from: insertion.start - (inserted.count - turn), count: inserted.count, slack)
  }

  /// How many of the first bases are of the piece behind, so that most are explained, and how many are.
  private static func turn(_ behind: [Bool], _ before: [Bool]) -> (turn: Int, covered: Int) {
    var covered = before.count { $0 }
    var best = (turn: 0, covered: covered)
    for index in behind.indices {
      covered += (behind[index] ? 1 : 0) - (before[index] ? 1 : 0)
      if covered > best.covered { best = (index + 1, covered) }
    }
    return best
  }

  private func duplication(from start: Int, count: Int, _ slack: Int) -> StructuralChange {
    let end = start + count - 1
    return StructuralChange(
      kind: .duplication, interval: Interval(start, end),
      precision: .within(
        first: Interval(start - slack, start + slack), last: Interval(end - slack, end + slack)))
  }

  private static func words(_ bases: [UInt8]) -> [ArraySlice<UInt8>: [Int]] {
    guard bases.count >= wordLength else { return [:] }
    return Dictionary(
      grouping: 0...bases.count - wordLength, by: { bases[$0..<$0 + wordLength] })
  }
}
