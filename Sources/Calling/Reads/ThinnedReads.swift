import Genome
import HTS
import Scan

/// Bases of the reads that were thinned out: they take no part in a call, but are counted, so that the
/// depth and the share of a substitution can be told of all reads, however many.
struct ThinnedReads: Sendable {
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

  /// Counts the bases of an alignment's blocks, whose offsets are those of the whole read.
  mutating func add(_ record: borrowing AlignmentRecord, _ blocks: [ReadStore.Block]) {
    isEmpty = false
    for block in blocks {
      let place = block.position - interval.start
      steps[place] += 1
      steps[place + block.count] -= 1
      Self.count(record, block, at: place, &comparison, &others, minimumBaseQuality)
    }
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
      let byte = bases[offset >> 1]
      let code = BaseCode.fromPacked[Int(offset & 1 == 0 ? byte >> 4 : byte & 15)]
      guard code < BaseCode.unknown, qualities[offset] >= minimumBaseQuality else { continue }
      others[4 * (place + step) + Int(code)] += 1
    }
  }

  /// Thinned reads over a base, and those with another base than the reference's (A, C, G, T).
  func counts(at position: Int) -> (reads: Int, others: [Int])? {
    guard interval.contains(position) else { return nil }
    let index = position - interval.start
    let reads = steps[...index].reduce(0) { $0 + Int($1) }
    return (reads, others[(4 * index)..<(4 * index + 4)].map { Int($0) })
  }
}
