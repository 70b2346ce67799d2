import Genome
import HTS

/// One alignment of a read that is aligned in two pieces.
struct SplitAlignment: Sendable, Hashable {
  /// 1-based, first and last aligned base.
  var extent: Interval
  /// Read bases before and behind the aligned ones.
  var leading = 0
  var trailing = 0
  var aligned = 0

  /// Greatest position and length that are believed (SAM specification, section 1.4: POS is less than
  /// 2^31).
  static let longest = 1 << 31

  init(_ record: borrowing AlignmentRecord) {
    extent = Interval(record.position, record.end)
    for index in 0..<record.cigarCount {
      let (length, operation) = record.cigar(index)
      add(length, operation)
    }
  }

  /// From the text of an `SA` tag.
  init(position: Int, cigar: some StringProtocol) {
    extent = Interval(position, position - 1)
    var length = 0
    for byte in cigar.utf8 {
      if byte >= 0x30, byte <= 0x39 {
        length = min(length * 10 + Int(byte) - 0x30, Self.longest)
        continue
      }
      let code = Array("MIDNSHP=X".utf8).firstIndex(of: byte).map { UInt8($0) }
      let operation = code.flatMap { CigarOperation(rawValue: $0) }
      switch operation {
      case .match, .equal, .different, .deletion, .skip: extent.end += length
      default: break
      }
      add(length, operation)
      length = 0
    }
  }

  private mutating func add(_ length: Int, _ operation: CigarOperation?) {
    switch operation {
    case .match, .equal, .different, .insertion: aligned += length
    case .softClip, .hardClip:
      if aligned == 0 { leading += length } else { trailing += length }
    default: break
    }
  }

  /// Where a read is turned over between a piece and another one on the other strand: the last bases along
  /// the reference of both, or the first ones.
  static func turn(
    _ own: SplitAlignment, _ other: SplitAlignment, minimumClip: Int
  ) -> Interval? {
    // The other piece's bases, counted along the own strand.
    let goesOn = own.leading <= other.trailing
    guard (goesOn ? own.trailing : own.leading) >= minimumClip else { return nil }
    let ends =
      goesOn ? [own.extent.end, other.extent.end] : [own.extent.start, other.extent.start]
    return Interval(min(ends[0], ends[1]), max(ends[0], ends[1]))
  }

  /// The piece with the read's first bases comes first. Bases that both pieces align stand in a
  /// repeat at the junction and are given to the first; bases of neither are inserted (their number
  /// only is known here, so such a read is left out).
  static func junction(
    _ one: SplitAlignment, _ other: SplitAlignment, minimumClip: Int
  ) -> Junction? {
    let (first, second) = one.leading <= other.leading ? (one, other) : (other, one)
    guard first.trailing >= minimumClip, second.leading >= minimumClip else { return nil }
    let shared = first.leading + first.aligned - second.leading
    guard shared >= 0, shared < second.aligned else { return nil }
    return Junction(left: first.extent.end, right: second.extent.start + shared)
  }
}
