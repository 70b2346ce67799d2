import Genome

/// How many reads go over each base of the locus and what lies beside it. An insertion or deletion is excluded by no
/// others: one that ends in the repeat a base lies in, or next to the base, looks like the reference with it.
struct SpanningReads: Sendable {
  /// Bases that a read has to have beyond the repeat, on both sides.
  private static let beside = 1
  /// Where the depth over these bases falls under this share of the base's own, what was read ends: no read can go on.
  private static let minimumShare = 0.25

  /// By base of the locus, mates that both do once.
  private(set) var counts: [Int32]
  /// Whether what lies beside a base was read too.
  private(set) var isInside: [Bool]

  private let locus: LocusBases
  /// First and last base (indices, within the locus) that a read over a base has to have; both never fall along
  /// the locus.
  private var first: [Int]
  private var last: [Int]

  /// `depth`: by base of the locus.
  init(_ store: ReadStore, depth: [Int32]) {
    locus = store.locus
    counts = Array(repeating: 0, count: depth.count)
    isInside = Array(repeating: false, count: depth.count)
    first = Array(depth.indices)
    last = first
    for index in depth.indices where depth[index] > 0 {
      let context = locus.tandemContext(of: at(index))
      first[index] = max(0, locus.index(context.start) - Self.beside)
      last[index] = min(depth.count - 1, locus.index(context.end) + Self.beside)
    }
    for index in depth.indices.dropFirst() { last[index] = max(last[index], last[index - 1]) }
    for index in depth.indices.dropLast().reversed() {
      first[index] = min(first[index], first[index + 1])
    }
    for index in depth.indices where depth[index] > 0 {
      let lowest = depth[first[index]...last[index]].min() ?? 0
      isInside[index] = Double(lowest) >= Self.minimumShare * Double(depth[index])
    }
    count(store)
  }

  private func at(_ index: Int) -> Interval {
    Interval(locus.interval.start + index, locus.interval.start + index)
  }

  private mutating func count(_ store: ReadStore) {
    var steps = [Int32](repeating: 0, count: counts.count + 1)
    for read in store.reads {
      let own = spanned(read, store)
      for range in own {
        steps[range.lowerBound] += 1
        steps[range.upperBound] -= 1
      }
      guard let mate = store.mate(read), !store.isFirst(read) else { continue }
      for range in own {
        for shared in spanned(mate, store).map({ range.clamped(to: $0) }) where !shared.isEmpty {
          steps[shared.lowerBound] -= 1
          steps[shared.upperBound] += 1
        }
      }
    }
    var sum: Int32 = 0
    for index in counts.indices {
      sum += steps[index]
      counts[index] = sum
    }
  }

  /// The bases that a read goes over, one range for each piece between bases that it skips.
  private func spanned(_ read: ReadStore.Read, _ store: ReadStore) -> [Range<Int>] {
    var pieces: [Interval] = []
    for place in read.blocks {
      let block = store.blocks[place]
      if pieces.isEmpty || block.followsSkip {
        pieces.append(Interval(block.position, block.end))
      } else {
        pieces[pieces.count - 1].end = block.end
      }
    }
    return pieces.compactMap { piece in
      let low = Self.lowest(locus.index(piece.start), in: first)
      let high = Self.lowest(locus.index(piece.end) + 1, in: last)
      return low < high ? low..<high : nil
    }
  }

  /// The first index whose value is not under `value`; values never fall.
  private static func lowest(_ value: Int, in values: [Int]) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
