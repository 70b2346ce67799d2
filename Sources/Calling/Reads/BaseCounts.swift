import Genome
import HTS
import Scan

/// Reads over each base of the locus, and what they have there. Those of very deep data that take no part in a
/// call are counted, so that the depth and the share of a substitution can be told of all, however many.
struct BaseCounts: Sendable {
  private let interval: Interval
  private let minimumBaseQuality: UInt8
  private var comparison: BaseComparison
  /// One more where reads begin, one less behind their end.
  private var steps: [Int32]
  /// Bases that are not the reference's: four counts (A, C, G, T) for each base of the interval.
  private var others: [Int32]
  private(set) var isEmpty = true

  init(locus: Locus, minimumBaseQuality: Int, kernel: ScanKernel) {
    interval = locus.interval
    self.minimumBaseQuality = UInt8(clamping: minimumBaseQuality)
    comparison = BaseComparison(reference: locus.sequence.bytes, kernel: kernel)
    steps = Array(repeating: 0, count: interval.count + 1)
    others = Array(repeating: 0, count: 4 * interval.count)
  }

  /// The same without any read.
  var emptied: BaseCounts {
    var counts = self
    counts.isEmpty = true
    counts.steps = Array(repeating: 0, count: steps.count)
    counts.others = Array(repeating: 0, count: others.count)
    return counts
  }

  func adding(_ rest: BaseCounts) -> BaseCounts {
    var counts = self
    counts.isEmpty = isEmpty && rest.isEmpty
    counts.steps = zip(steps, rest.steps).map { $0 + $1 }
    counts.others = zip(others, rest.others).map { $0 + $1 }
    return counts
  }

  /// Counts the bases of an alignment's blocks, whose offsets are those of the whole read.
  mutating func add(_ record: borrowing AlignmentRecord, _ blocks: [ReadStore.Block]) {
    for block in blocks {
      let place = cover(block)
      Self.count(record, block, at: place, &comparison, &others, minimumBaseQuality)
    }
  }

  /// Counts a read taken in: `bases` as codes and `qualities` of all such reads, its own from `start` on.
  mutating func add(
    _ blocks: ArraySlice<ReadStore.Block>, _ bases: [UInt8], _ qualities: [UInt8],
    from start: Int, _ locus: LocusBases
  ) {
    for block in blocks {
      let place = cover(block)
      for step in 0..<block.count {
        let code = bases[start + block.offset + step]
        guard code < BaseCode.unknown, code != locus.codes[place + step],
          qualities[start + block.offset + step] >= minimumBaseQuality
        else { continue }
        others[4 * (place + step) + Int(code)] += 1
      }
    }
  }

  /// One read more over a block's bases; its first one within the interval, from 0.
  private mutating func cover(_ block: ReadStore.Block) -> Int {
    isEmpty = false
    let place = block.position - interval.start
    steps[place] += 1
    steps[place + block.count] -= 1
    return place
  }

  /// `place`: of the block's first base within the interval, from 0.
  private static func count(
    _ record: borrowing AlignmentRecord, _ block: ReadStore.Block, at place: Int,
    _ comparison: inout BaseComparison, _ others: inout [Int32], _ minimumBaseQuality: UInt8
  ) {
    let bases = record.packedBases
    let qualities = record.qualities
    let places = comparison.mismatches(
      of: bases, from: block.offset, at: place, count: block.count)
    for index in places.indices {
      let step = Int(places[index])
      let offset = block.offset + step
      let code = BaseCode.packed(bases, offset)
      guard code < BaseCode.unknown, qualities[offset] >= minimumBaseQuality else { continue }
      others[4 * (place + step) + Int(code)] += 1
    }
  }

  /// Reads over a base, and those with another base than the reference's (A, C, G, T).
  func counts(at position: Int) -> (reads: Int, others: [Int])? {
    guard interval.contains(position) else { return nil }
    let index = position - interval.start
    let reads = steps[...index].reduce(0) { $0 + Int($1) }
    return (reads, others[(4 * index)..<(4 * index + 4)].map { Int($0) })
  }

  /// Positions at which a part of all reads (`rest`: the other ones) shows one of the bases in a share that
  /// differs from that of all by more than a tenth, and by more than chance does.
  func positionsUnlike(_ rest: BaseCounts) -> Set<Int> {
    var positions: Set<Int> = []
    var (own, others) = (0, 0)
    for index in 0..<interval.count {
      own += Int(steps[index])
      others += Int(rest.steps[index])
      guard own > 0, others > 0 else { continue }
      let differs = (4 * index..<4 * index + 4).contains {
        Self.differs(
          Double(self.others[$0]), of: Double(own),
          share: Double(self.others[$0] + rest.others[$0]) / Double(own + others))
      }
      if differs { positions.insert(interval.start + index) }
    }
    return positions
  }

  /// Whether so many of `reads` were hardly drawn from reads of which `share` are such, 0 to 1.
  private static func differs(_ shown: Double, of reads: Double, share: Double) -> Bool {
    let distance = abs(shown - share * reads)
    return distance > 0.1 * reads && distance > 4 * (reads * share * (1 - share)).squareRoot()
  }
}
