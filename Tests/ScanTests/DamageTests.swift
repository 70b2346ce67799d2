import Scan
import Testing

/// A damaged file is an error that tells the byte, never a shorter answer.
@Suite struct DamageTests {
  private static let text = Array(
    (LineScannerTests.header
      + (0..<4000).map { "chrX\t\($0)\tACGT\n" }.joined()).utf8)
  private static let blockSize = 20_000
  private static let whole = BlockWriter.file(text, blockSizes: [blockSize])
  private static let blocks = stride(from: 0, to: text.count, by: blockSize).map {
    BlockWriter.block(Array(text[$0..<min($0 + blockSize, text.count)]))
  }

  private func error(_ bytes: [UInt8], threads: Int) -> ScanError? {
    #expect(throws: ScanError.self) {
      try LineScannerTests.scan(bytes, isBGZF: true, threads: threads)
    }
  }

  @Test(arguments: [1, 3])
  func cutAnywhere(_ threads: Int) throws {
    #expect(try LineScannerTests.scan(Self.whole, isBGZF: true).recordCount == 4000)
    for cut in [1, 10, 27, 28, 29, 1000, 5000, Self.whole.count - 1] {
      let error = error(Array(Self.whole.dropLast(cut)), threads: threads)
      #expect(error?.code == .truncated, "\(cut) bytes short")
    }
    #expect(
      error(Array(Self.whole.dropLast(28)), threads: threads)?.offset
        == UInt64(Self.whole.count - 28))
  }

  @Test(arguments: [1, 3])
  func aBitTurned(_ threads: Int) throws {
    let third = Self.blocks[0].count + Self.blocks[1].count
    let end = third + Self.blocks[2].count
    for (place, what) in [
      (third, "magic"), (third + 12, "BC"), (third + 300, "data"),
      (end - 8, "checksum"), (end - 4, "size"), (end - 1, "size"),
    ] {
      var bytes = Self.whole
      bytes[place] ^= 0x10
      let error = error(bytes, threads: threads)
      #expect(error?.code == .corrupt, "\(what)")
      #expect(error?.offset == UInt64(third), "\(what)")
    }
  }

  /// A size that takes in the next block, whose checksum fits since both hold the same text: found by
  /// fuzzing.
  @Test(arguments: [1, 3]) func aBlockThatTakesInTheNext(_ threads: Int) {
    let header = BlockWriter.block(Array(LineScannerTests.header.utf8))
    let same = BlockWriter.block(Array("chrX\t1\tA\n".utf8))
    var bytes = header + same + same + same + BlockWriter.endBlock
    bytes[header.count + 16] = UInt8(2 * same.count - 1)
    let error = error(bytes, threads: threads)
    #expect(error?.code == .corrupt)
    #expect(error?.offset == UInt64(header.count))
  }

  @Test func garbageBehindTheEnd() {
    let error = error(Self.whole + [UInt8](repeating: 0x41, count: 40), threads: 1)
    #expect(error?.code == .corrupt)
    #expect(error?.offset == UInt64(Self.whole.count))
  }

  @Test func filesJoinedEndToEnd() throws {
    let tail = BlockWriter.file(Array("chrX\t9\tC\n".utf8), blockSizes: [100])
    #expect(try LineScannerTests.scan(Self.whole + tail, isBGZF: true).recordCount == 4001)
  }

  /// On a wanted contig and on another one.
  @Test(arguments: ["chrX", "chr1"])
  func aLineLongerThanAnyIs(_ contig: String) {
    let start = BlockWriter.block(Array((LineScannerTests.header + contig + "\t1\t").utf8))
    let filler = BlockWriter.block([UInt8](repeating: 0x41, count: 65_280))
    var bytes = start
    for _ in 0..<1100 { bytes += filler }
    bytes += BlockWriter.block(Array("\nchrX\t2\tA\n".utf8)) + BlockWriter.endBlock
    let error = error(bytes, threads: 2)
    #expect(error?.code == .malformed)
    #expect((error?.offset ?? 0) > 64_000)
  }
}
