public import Genome

/// A change that stays inside one exon, seen from the spliced transcript.
///
/// An insertion exactly at an exon's inner border belongs to the exon: that is how the spliced
/// transcript reads it if the splice site keeps working.
public struct TranscriptEdit: Sendable, Hashable {
  public let map: TranscriptMap
  /// Transcript position (1-based) of the first removed base, or of the base after an insertion.
  public let start: Int
  /// Bases in the transcript's direction.
  public let removed: BaseSequence
  public let inserted: BaseSequence

  /// `nil` where the change touches an intron or leaves the transcript.
  public init?(_ change: SequenceChange, on map: TranscriptMap) {
    let first: Int?
    if change.reference.isEmpty {
      guard map.transcript.extent.contains(Interval(change.start - 1, change.start)) else {
        return nil
      }
      first =
        map.transcriptPosition(of: change.start).map { $0 + 1 }
        ?? map.transcriptPosition(of: change.start - 1)
    } else {
      first =
        map.isWithinOneExon(change.interval)
        ? map.transcriptPosition(of: change.interval.end) : nil
    }
    guard let first else { return nil }
    self.map = map
    start = first
    removed = change.reference.reverseComplement
    inserted = change.alternate.reverseComplement
  }

  /// Several changes of one transcript as one, from the first one's first base to the last one's
  /// last, over the exons' borders too: what the spliced transcript reads. `nil` where they overlap,
  /// and for none. `edits` in the transcript's direction.
  public init?(joining edits: [TranscriptEdit]) {
    guard let first = edits.first, let last = edits.last else { return nil }
    let bases = first.map.spliced.bytes
    var bytes: [UInt8] = []
    var next = first.start
    for edit in edits {
      guard edit.start >= next else { return nil }
      bytes += bases[(next - 1)..<(edit.start - 1)] + edit.inserted.bytes
      next = edit.end + 1
    }
    map = first.map
    start = first.start
    removed = BaseSequence(bases[(first.start - 1)..<last.end])
    inserted = BaseSequence(bytes)
  }

  /// Last removed base; `start - 1` for an insertion.
  public var end: Int { start + removed.count - 1 }

  /// Bases won or lost.
  public var lengthChange: Int { inserted.count - removed.count }

  /// The whole transcript with the change in it.
  public var edited: BaseSequence {
    let bases = map.spliced.bytes
    return BaseSequence(Array(bases[..<(start - 1)]) + inserted.bytes + Array(bases[end...]))
  }

  /// Whether bases of the coding region are replaced, or an insertion lies between two of them.
  public var touchesCoding: Bool {
    removed.isEmpty
      ? start > map.codingStart && start <= map.codingEnd
      : start <= map.codingEnd && end >= map.codingStart
  }

  /// Whether it lies wholly in the coding region, both ends included.
  public var isWithinCoding: Bool {
    touchesCoding && (removed.isEmpty || (start >= map.codingStart && end <= map.codingEnd))
  }

  /// Whether any base of the ATG is replaced or an insertion parts it.
  public var touchesStartCodon: Bool { touches(map.codingStart, map.codingStart + 2) }

  /// Whether any base of the stop codon is replaced or an insertion parts it.
  public var touchesStopCodon: Bool { touches(map.codingEnd - 2, map.codingEnd) }

  /// Whether the reading frame behind the change is another one.
  public var shiftsFrame: Bool { lengthChange % 3 != 0 }

  /// Last base of each exon but the last, by its transcript position once the change is made.
  public var junctionsAfterwards: [Int] {
    map.exonStarts.dropFirst().map { $0 - 1 + ($0 > end ? lengthChange : 0) }
  }

  /// Where a stop at a residue of the changed protein lies: in which exon, counted from 1, and how many transcript bases
  /// before the last junction its last base is; negative behind it.
  public func place(ofStop residue: Int) -> (exon: Int, basesBeforeLastJunction: Int)? {
    let stop = map.codingStart - 1 + residue * 3
    let junctions = junctionsAfterwards
    return junctions.last.map { (junctions.count { $0 < stop - 2 } + 1, $0 - stop) }
  }

  /// Residues of the unchanged protein that the change touches; `nil` outside the coding region.
  public var residues: ClosedRange<Int>? {
    guard touchesCoding else { return nil }
    let first = max(0, start - map.codingStart) / 3 + 1
    return first...max(first, (min(end, map.codingEnd) - map.codingStart) / 3 + 1)
  }

  private func touches(_ first: Int, _ last: Int) -> Bool {
    removed.isEmpty ? start > first && start <= last : start <= last && end >= first
  }
}
