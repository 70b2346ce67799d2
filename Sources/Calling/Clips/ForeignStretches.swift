import Genome

/// Stretches where reads are so unlike the reference that it can't be what they were read from, and no call
/// says what is: as an inversion that an aligner spells with many gaps and other bases.
struct ForeignStretches {
  /// Bases of the reference within which differences count together, and how many of them, beside those
  /// of the variants called, make a read foreign there.
  private static let window = 50
  private static let differences = 10
  /// A gap counts as this many differences at the most.
  private static let longestGap = 3
  private static let minimumReads = 4
  private static let minimumShare = 0.2
  private static let minimumQuality: UInt8 = 13
  /// Bases beside a stretch within which a call can't be believed.
  private static let reach = 20

  /// 1-based, by position.
  private(set) var stretches: [Interval] = []

  /// A place with the differences that stand there.
  private struct Difference {
    var position: Int
    var weight: Int
  }

  /// `called`: the changes of the variants called.
  init(_ store: ReadStore, _ pileup: Pileup, called: [SequenceChange]) {
    let locus = store.locus.interval
    var begins = [Int32](repeating: 0, count: locus.count + 1)
    for read in store.reads {
      for stretch in Self.stretches(Self.differences(read, store), called) {
        begins[store.locus.index(stretch.start)] += 1
        begins[store.locus.index(stretch.end) + 1] -= 1
      }
    }
    var reads: Int32 = 0
    for index in 0..<locus.count {
      reads += begins[index]
      guard reads >= Self.minimumReads,
        Double(reads) >= Self.minimumShare * Double(pileup.depth[index])
      else { continue }
      let position = locus.start + index
      if let last = stretches.last, position - last.end <= Self.window {
        stretches[stretches.count - 1].end = position
      } else {
        stretches.append(Interval(position, position))
      }
    }
  }

  /// Whether a stretch lies in one of them, or beside it.
  func reach(_ stretch: Interval) -> Bool {
    let around = Interval(stretch.start - Self.reach, stretch.end + Self.reach)
    return stretches.contains(where: around.overlaps)
  }

  /// Where one read is foreign.
  private static func stretches(
    _ differences: [Difference], _ called: [SequenceChange]
  ) -> [Interval] {
    var stretches: [Interval] = []
    var first = 0
    var weight = 0
    for last in differences.indices {
      weight += differences[last].weight
      while differences[last].position - differences[first].position >= window {
        weight -= differences[first].weight
        first += 1
      }
      guard weight >= Self.differences else { continue }
      let stretch = Interval(differences[first].position, differences[last].position)
      let known = called.filter {
        $0.interval.start <= stretch.end && $0.start >= stretch.start - window
      }
      .reduce(0) { $0 + max($1.reference.count, $1.alternate.count) }
      guard weight >= Self.differences + known else { continue }
      if let before = stretches.last, before.end >= stretch.start {
        stretches[stretches.count - 1].end = stretch.end
      } else {
        stretches.append(stretch)
      }
    }
    return stretches
  }

  /// By position: other bases of good quality, and gaps.
  private static func differences(_ read: ReadStore.Read, _ store: ReadStore) -> [Difference] {
    var found: [Difference] = []
    var before: ReadStore.Block?
    for number in read.blocks {
      let block = store.blocks[number]
      if let before, !block.followsSkip {
        let gap =
          block.position - before.end - 1 + block.offset - before.offset - before.count
        found.append(Difference(position: before.end, weight: min(gap, longestGap)))
      }
      let start = store.locus.index(block.position)
      for step in 0..<block.count {
        let code = store.code(read, block.offset + step)
        guard code != store.locus.codes[start + step], code < BaseCode.unknown,
          store.quality(read, block.offset + step) >= minimumQuality
        else { continue }
        found.append(Difference(position: block.position + step, weight: 1))
      }
      before = block
    }
    return found
  }
}
