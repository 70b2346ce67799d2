/// What a file's header tells of its binary records: enough to know one from bytes that only look
/// like one.
public struct RecordShape: Sendable, Hashable {
  public var layout: RecordLayout
  /// Numbers of contigs are below this.
  public var contigCount: Int
  /// Columns of samples; BCF only.
  public var sampleCount: Int

  public init(layout: RecordLayout, contigCount: Int, sampleCount: Int = 0) {
    self.layout = layout
    self.contigCount = contigCount
    self.sampleCount = sampleCount
  }
}

/// Finds the first record that starts in a block of BCF or BAM, which nothing marks: the first place
/// where all that a record has to satisfy holds, to its last byte.
enum RecordHead {
  /// `known`: where a record is known to start, as behind the header.
  static func find(
    _ shape: RecordShape, in bytes: Span<UInt8>, isWhole: Bool, known: Int?
  ) -> HeadSearch<Int> {
    let first = known ?? 0
    guard first < bytes.count else { return isWhole ? .none : .needsMore }
    for place in first..<(known.map { $0 + 1 } ?? bytes.count) {
      var walk = RecordWalk(bytes, at: place)
      let head = shape.layout == .bcf ? walk.bcf(shape) : walk.bam(shape)
      if let head { return .found(head) }
      // A block that goes on may make a record of it.
      if walk.isCut, !isWhole { return .needsMore }
    }
    return .none
  }
}
