import Genome

/// The bases of one read that a region's haplotypes are compared with.
struct RegionRead: Sendable {
  enum Anchor: Sendable, Hashable {
    /// The read is aligned on both sides: its bases between are the region's.
    case both
    /// Aligned before the region only: its bases from the region's start on.
    case left
    /// Aligned behind the region only: its bases up to the region's end.
    case right
  }

  var anchor: Anchor
  var codes: ArraySlice<UInt8>
  /// Phred-scaled, at most the mapping quality; 0 does not count.
  var qualities: [UInt8]
  var isReverse: Bool
  var mappingQuality: Int
  var tellsMappingQuality: Bool
  /// Bases from the region to the nearer end of the read; of a read that is aligned on one side only,
  /// the bases it has from there on.
  var distanceFromEnd: Int

  /// Aligned bases that a read needs beside the region to be anchored there.
  static let anchorLength = 8
  /// Highest quality of a single base.
  private static let qualityLimit = 40
  /// log10: a read speaks this strongly at the most.
  private static let strongest = 4.0

  /// log10: how strongly this read can speak for one sequence against another.
  var weight: Double { min(Self.strongest, Double(mappingQuality) / 10) }

  /// log10 of the fit below which a read is of none of the sequences it was compared with: as a whole,
  /// and for each of its bases that count (a fifth of them others at a good quality).
  private static let worstFit = -8.0
  private static let worstFitOfBase = -0.5

  /// Whether the best of its fits (log10) is so bad that the read is of another sequence.
  func isOfAnother(bestFit: Double) -> Bool {
    let counted = qualities.count { $0 > 2 }
    return bestFit < Self.worstFit && bestFit < Self.worstFitOfBase * Double(counted)
  }

  /// `nil` where the read tells nothing of the region.
  init?(_ read: ReadStore.Read, _ store: ReadStore, _ region: Interval, reach: Int) {
    let (left, right) = Self.anchors(read, store, region)
    let range: Range<Int>
    switch (left, right) {
    case (let left?, let right?):
      guard left + 1 <= right else { return nil }
      anchor = .both
      range = (left + 1)..<right
    case (let left?, nil):
      anchor = .left
      range = (left + 1)..<min(read.bases.count, left + 1 + reach)
    case (nil, let right?):
      anchor = .right
      range = max(0, right - reach)..<right
    case (nil, nil): return nil
    }
    let places =
      (read.bases.lowerBound + range.lowerBound)..<(read.bases.lowerBound + range.upperBound)
    codes = store.bases[places]
    let limit = UInt8(clamping: min(read.mappingQuality, Self.qualityLimit))
    guard let told = Self.told(read, store, region, range) else { return nil }
    qualities = told.map { min($0, limit) }
    guard anchor == .both || qualities.contains(where: { $0 > 0 }) else { return nil }
    isReverse = read.isReverse
    mappingQuality = read.mappingQuality
    tellsMappingQuality = read.tellsMappingQuality
    distanceFromEnd =
      anchor == .both ? min(range.lowerBound, read.bases.count - range.upperBound) : codes.count
  }

  /// Offsets of the bases beside the region that a read is anchored at.
  static func anchors(
    _ read: ReadStore.Read, _ store: ReadStore, _ region: Interval
  ) -> (left: Int?, right: Int?) {
    (
      anchor(read, store, at: region.start - 1, isLeft: true),
      anchor(read, store, at: region.end + 1, isLeft: false)
    )
  }

  /// Offset of the aligned base at a position, if enough aligned bases lie on the outer side of it.
  private static func anchor(
    _ read: ReadStore.Read, _ store: ReadStore, at position: Int, isLeft: Bool
  ) -> Int? {
    guard let block = store.block(read, at: position) else { return nil }
    let outer = isLeft ? position - block.position + 1 : block.end - position + 1
    guard outer >= anchorLength else { return nil }
    return block.offset + position - block.position
  }
}
