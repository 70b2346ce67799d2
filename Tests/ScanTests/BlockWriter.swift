import CDeflate

/// Makes BGZF (SAM specification, section 4.1) with blocks of any size, and damages it.
enum BlockWriter {
  /// The end-of-file block as the specification prints it (section 4.1.2).
  static let endBlock: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x04, 0, 0, 0, 0, 0, 0xFF, 0x06, 0, 0x42, 0x43, 0x02, 0, 0x1B, 0, 0x03, 0, 0,
    0, 0, 0, 0, 0, 0, 0,
  ]

  /// One block for each size, taken in turn, then the end-of-file block.
  static func file(_ bytes: [UInt8], blockSizes: [Int], hasEndBlock: Bool = true) -> [UInt8] {
    var file: [UInt8] = []
    var at = 0
    var turn = 0
    while at < bytes.count {
      let end = min(bytes.count, at + blockSizes[turn % blockSizes.count])
      file += block(Array(bytes[at..<end]))
      turn += 1
      at = end
    }
    return file + (hasEndBlock ? endBlock : [])
  }

  static func block(_ bytes: [UInt8]) -> [UInt8] {
    let compressor = unsafe libdeflate_alloc_compressor(1)
    defer { unsafe libdeflate_free_compressor(compressor) }
    var packed = [UInt8](repeating: 0, count: 65_536)
    let size = unsafe libdeflate_deflate_compress(
      compressor, bytes, bytes.count, &packed, packed.count)
    let crc = unsafe libdeflate_crc32(0, bytes, bytes.count)
    let whole = size + 26
    return [0x1F, 0x8B, 0x08, 0x04, 0, 0, 0, 0, 0, 0xFF, 0x06, 0, 0x42, 0x43, 0x02, 0]
      + littleEndian(UInt32(whole - 1)).prefix(2) + packed.prefix(size) + littleEndian(crc)
      + littleEndian(UInt32(bytes.count))
  }

  private static func littleEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
