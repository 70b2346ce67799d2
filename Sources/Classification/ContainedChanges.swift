import Genome
import Nomenclature

/// What a change of several bases, none coming or going, is made of: the changed bases of each codon
/// together, and every other changed base by itself. Callers write neighbours as one record that others
/// write as several, and the same chromosome must not have another class for that.
struct ContainedChanges {
  let map: TranscriptMap

  /// Bases up to which all may be others.
  private static let neighbours = 10

  /// In plus-strand order; empty for a change of a single codon or base, for indels, and for a longer stretch
  /// most of whose bases are others: that is another sequence, and has one of a row's by chance.
  func parts(of change: SequenceChange) -> [SequenceChange] {
    guard !change.isIndel, change.reference.count > 1, isOfNeighbours(change) else { return [] }
    var places: [(key: Int, positions: [Int])] = []
    for index in change.reference.bytes.indices
    where change.reference.bytes[index] != change.alternate.bytes[index] {
      let position = change.start + index
      let key = unit(of: position)
      if places.last?.key == key {
        places[places.count - 1].positions.append(position)
      } else {
        places.append((key, [position]))
      }
    }
    return places.count < 2 ? [] : places.map { part(change, $0.positions) }
  }

  private func isOfNeighbours(_ change: SequenceChange) -> Bool {
    let changed = zip(change.reference.bytes, change.alternate.bytes).count { $0 != $1 }
    return change.reference.count <= ContainedChanges.neighbours
      || 2 * changed <= change.reference.count
  }

  /// The codon's number for a coding base; a number of its own for any other.
  private func unit(of position: Int) -> Int {
    guard let place = map.transcriptPosition(of: position), place >= map.codingStart,
      place <= map.codingEnd
    else { return -position }
    return (place - map.codingStart) / 3
  }

  private func part(_ change: SequenceChange, _ positions: [Int]) -> SequenceChange {
    let first = positions[0] - change.start
    let last = positions[positions.count - 1] - change.start
    return SequenceChange(
      start: positions[0], reference: BaseSequence(change.reference.bytes[first...last]),
      alternate: BaseSequence(change.alternate.bytes[first...last]))
  }
}
