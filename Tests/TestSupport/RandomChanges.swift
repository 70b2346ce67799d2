public import Genome

/// Made-up changes of a locus, of every kind that a file can spell out.
public struct RandomChanges {
  private let locus: Locus
  private var generator: SeededGenerator

  public init(on locus: Locus, seed: UInt64) {
    self.locus = locus
    generator = SeededGenerator(seed: seed)
  }

  /// Changes within `stretch`, none of them without effect and none normalised.
  public mutating func make(_ count: Int, in stretch: Interval) -> [SequenceChange] {
    var changes: [SequenceChange] = []
    while changes.count < count {
      if let change = one(in: stretch), !change.isNone { changes.append(change) }
    }
    return changes
  }

  /// The same result written with bases of the reference on both sides.
  public mutating func padded(_ change: SequenceChange) -> SequenceChange {
    let left = Interval(change.start - Int.random(in: 0...9, using: &generator), change.start - 1)
    let end = change.interval.end
    let right = Interval(end + 1, end + Int.random(in: 0...9, using: &generator))
    guard let before = locus.bases(in: left), let after = locus.bases(in: right) else {
      return change
    }
    return SequenceChange(
      start: left.start, reference: before + change.reference + after,
      alternate: before + change.alternate + after)
  }

  private mutating func one(in stretch: Interval) -> SequenceChange? {
    let length = Int.random(in: 1...12, using: &generator)
    let start = Int.random(in: stretch.start...(stretch.end - length), using: &generator)
    guard let bases = locus.bases(in: Interval(start, start + length - 1)) else { return nil }
    let none = BaseSequence()
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: return SequenceChange(start: start, reference: bases, alternate: none)
    case 1: return SequenceChange(start: start, reference: none, alternate: bases)
    case 2: return SequenceChange(start: start, reference: none, alternate: random(length))
    case 3: return SequenceChange(start: start, reference: bases, alternate: random(length))
    case 4:
      let other = Int.random(in: 1...12, using: &generator)
      return SequenceChange(start: start, reference: bases, alternate: random(other))
    case 5:
      return SequenceChange(start: start, reference: bases, alternate: bases.reverseComplement)
    default:
      let first = BaseSequence(bases.bytes.prefix(1))
      return SequenceChange(start: start, reference: first, alternate: random(1))
    }
  }

  private mutating func random(_ count: Int) -> BaseSequence {
    BaseSequence((0..<count).map { _ in "ACGT".utf8.randomElement(using: &generator) ?? 0x41 })
  }
}
