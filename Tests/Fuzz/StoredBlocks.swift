/// Sound BGZF (SAM specification, section 4.1) without compression, so that every byte of an input is
/// a byte of the file.
enum StoredBlocks {
  private static let endBlock: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x04, 0, 0, 0, 0, 0, 0xFF, 0x06, 0, 0x42, 0x43, 0x02, 0, 0x1B, 0, 0x03, 0, 0,
    0, 0, 0, 0, 0, 0, 0,
  ]

  /// The bytes in blocks of `size`.
  static func file(_ bytes: [UInt8], size: Int) -> [UInt8] {
    var file: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      file += block(bytes[start..<min(start + size, bytes.count)])
    }
    return file + endBlock
  }

  private static func block(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let count = bytes.count
    let deflated = [1] + number(count, 2) + number(~count, 2) + bytes
    return [0x1F, 0x8B, 0x08, 0x04, 0, 0, 0, 0, 0, 0xFF, 0x06, 0, 0x42, 0x43, 0x02, 0]
      + number(deflated.count + 25, 2) + deflated + number(Int(checksum(bytes)), 4)
      + number(count, 4)
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32 of RFC 1952, section 8.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }
}
