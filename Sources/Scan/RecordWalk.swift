/// Walks over the bytes of what may be a record. Everything that no record can have ends the walk.
struct RecordWalk: ~Escapable {
  private let bytes: Span<UInt8>
  private let start: Int
  /// Where the walk is, and where the part of the record that it is in ends.
  private var at: Int
  private var end = 0
  /// Whether the walk ended because the bytes did.
  private(set) var isCut = false

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, at start: Int) {
    self.bytes = bytes
    self.start = start
    at = start
  }

  // MARK: BCF (VCF specification, section 6.3)

  /// The record's shared part: fixed fields, then ID, alleles, FILTER and INFO as typed values, which
  /// fill it to its last byte.
  mutating func bcf(_ shape: RecordShape) -> BlockHead<Int>? {
    guard need(32) else { return nil }
    let shared = signed(0)
    let individual = signed(4)
    let contig = signed(8)
    let position = signed(12)
    let alleles = unsigned16(26)
    let information = unsigned16(24)
    let samples = unsigned16(28) | Int(bytes[start + 30]) << 16
    let formats = Int(bytes[start + 31])
    guard shared >= 24, shared < 1 << 30, individual >= 0, individual < 1 << 30,
      contig >= 0, contig < shape.contigCount, position >= -1, signed(16) >= 0,
      samples == shape.sampleCount, alleles >= 1,
      (individual == 0) == (formats == 0 || samples == 0)
    else { return nil }
    at = start + 32
    end = start + 8 + shared
    guard string() else { return nil }
    for _ in 0..<alleles { guard string() else { return nil } }
    guard value(isInteger: true) else { return nil }
    for _ in 0..<information {
      guard value(isInteger: true), value(isInteger: false) else { return nil }
    }
    guard at == end else { return nil }
    return BlockHead(contig: contig, position: position, place: start)
  }

  /// A typed string of letters that can be printed, or none.
  private mutating func string() -> Bool {
    guard let (type, count) = descriptor(), type == 7 || type == 0 && count == 0 else {
      return false
    }
    return text(count)
  }

  /// Any typed value; `isInteger`: a number or several, or none.
  private mutating func value(isInteger: Bool) -> Bool {
    guard let (type, count) = descriptor() else { return false }
    if isInteger, type > 3 { return false }
    let width = [1, 1, 2, 4, 0, 4, 0, 1][type]
    guard type == 0 || width > 0 else { return false }
    return skip(type == 0 ? 0 : width * count)
  }

  /// Type and number of elements; the number stands in a typed integer of its own from 15 on.
  private mutating func descriptor() -> (type: Int, count: Int)? {
    guard let byte = next() else { return nil }
    let type = Int(byte & 15)
    guard type <= 7 else { return nil }
    guard byte >> 4 == 15 else { return (type, Int(byte >> 4)) }
    guard let size = next(), size >> 4 == 1, size & 15 >= 1, size & 15 <= 3 else { return nil }
    var count = 0
    for index in 0..<(1 << (Int(size & 15) - 1)) {
      guard let more = next() else { return nil }
      count |= Int(more) << (8 * index)
    }
    return count >= 15 && count < 1 << 30 ? (type, count) : nil
  }

  // MARK: BAM (SAM specification, section 4.2)

  /// The record's fields of fixed size, name and CIGAR, and whether the rest has room for them; then
  /// its tags, where the bytes reach that far.
  mutating func bam(_ shape: RecordShape) -> BlockHead<Int>? {
    guard need(36) else { return nil }
    let size = signed(0)
    let contig = signed(4)
    let position = signed(8)
    let nameCount = Int(bytes[start + 12])
    let operations = unsigned16(16)
    let baseCount = signed(20)
    guard size >= 34, size < 1 << 30, contig >= -1, contig < shape.contigCount, position >= -1,
      nameCount >= 2, baseCount >= 0, signed(24) >= -1, signed(24) < shape.contigCount,
      signed(28) >= -1,
      32 + nameCount + 4 * operations + (baseCount + 1) / 2 + baseCount <= size
    else { return nil }
    at = start + 36
    end = start + 4 + size
    guard text(nameCount - 1), next() == 0 else { return nil }
    for _ in 0..<operations {
      guard let operation = next() else { return nil }
      guard operation & 15 <= 8, skip(3) else { return nil }
    }
    guard tags(behind: (baseCount + 1) / 2 + baseCount) else { return nil }
    return BlockHead(contig: contig, position: position, place: start)
  }

  /// Whether tags fill the rest of the record behind so many bytes. Tags beyond the bytes at hand
  /// are taken for right, since long reads would leave no record to be told in their blocks.
  private mutating func tags(behind count: Int) -> Bool {
    at += count
    while at < end {
      guard at < bytes.count else { return true }
      guard tag() else { return isCut && at >= bytes.count }
    }
    return at == end
  }

  private mutating func tag() -> Bool {
    guard let first = next(), RecordWalk.isLetter(first), let second = next(),
      RecordWalk.isLetter(second) || RecordWalk.isDigit(second), let type = next()
    else { return false }
    switch type {
    case UInt8(ascii: "Z"), UInt8(ascii: "H"): return terminated()
    case UInt8(ascii: "B"):
      guard let width = next().flatMap({ RecordWalk.width($0) }), at + 4 <= end else {
        return false
      }
      guard at + 4 <= bytes.count else { return cut() }
      let count = signed(at - start)
      return count >= 0 && count < 1 << 28 && skip(4 + width * count)
    default: return RecordWalk.width(type).map { skip($0) } ?? false
    }
  }

  private mutating func terminated() -> Bool {
    while let byte = next() {
      if byte == 0 { return true }
      guard byte >= 0x20, byte < 0x7F else { return false }
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func width(_ type: UInt8) -> Int? {
    switch type {
    case UInt8(ascii: "A"), UInt8(ascii: "c"), UInt8(ascii: "C"): 1
    case UInt8(ascii: "s"), UInt8(ascii: "S"): 2
    case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "f"): 4
    default: nil
    }
  }

  // MARK: Steps

  private mutating func cut() -> Bool {
    isCut = true
    return false
  }

  private mutating func need(_ count: Int) -> Bool {
    bytes.count - start >= count || cut()
  }

  /// The next byte; `nil` at the record's end or the bytes'.
  private mutating func next() -> UInt8? {
    guard at < end else { return nil }
    guard at < bytes.count else {
      isCut = true
      return nil
    }
    at += 1
    return bytes[at - 1]
  }

  private mutating func skip(_ count: Int) -> Bool {
    guard count <= end - at else { return false }
    at += count
    return true
  }

  private mutating func text(_ count: Int) -> Bool {
    guard count <= end - at else { return false }
    for _ in 0..<count {
      guard let byte = next(), byte >= 0x21, byte < 0x7F else { return false }
    }
    return true
  }

  private func signed(_ offset: Int) -> Int {
    var value: UInt32 = 0
    for index in 0..<4 { value |= UInt32(bytes[start + offset + index]) << (8 * UInt32(index)) }
    return Int(Int32(bitPattern: value))
  }

  private func unsigned16(_ offset: Int) -> Int {
    Int(bytes[start + offset]) | Int(bytes[start + offset + 1]) << 8
  }
}
