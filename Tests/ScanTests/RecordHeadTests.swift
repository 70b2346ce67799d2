import Scan
import Testing

/// A record's start is told from bytes that only look like one, in blocks of any size.
@Suite struct RecordHeadTests {
  private static func littleEndian(_ value: Int, _ count: Int = 4) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// A BCF record with two samples: an ID, two alleles, PASS, DP, and GT of the samples. Positions
  /// from 0. Its filler is made of heads that look right but for the number of samples.
  private static func bcf(_ contig: Int, _ position: Int, filler: Int, samples: Int = 2) -> [UInt8]
  {
    var shared = littleEndian(contig) + littleEndian(position) + littleEndian(1)
    shared += littleEndian(0x7F80_0001) + littleEndian(2, 2) + littleEndian(2, 2)
    shared += littleEndian(samples, 3) + [1]
    shared += [0x27, 0x69, 0x64, 0x17, 0x41, 0x17, 0x43, 0x11, 0x00]  // id, A, C, filter 0
    shared += [0x11, 0x01, 0x11, 0x1E]  // key 1 = 30
    let text = (0..<filler).map { UInt8(0x41 + $0 % 26) }
    shared += [0x11, 0x02, 0xF7, 0x12] + littleEndian(max(15, filler), 2)
    shared += text + [UInt8](repeating: 0x41, count: max(0, 15 - filler))
    let individual: [UInt8] = [0x11, 0x03, 0x21, 2, 4, 2, 4]
    return littleEndian(shared.count) + littleEndian(individual.count) + shared + individual
  }

  private static func bam(_ contig: Int, _ position: Int, bases: Int) -> [UInt8] {
    var body = littleEndian(contig) + littleEndian(position) + [3, 60] + littleEndian(0, 2)
    body += littleEndian(1, 2) + littleEndian(0, 2) + littleEndian(bases)
    body += littleEndian(-1) + littleEndian(-1) + littleEndian(0)
    body += [0x71, 0x31, 0] + littleEndian(bases << 4)
    body += [UInt8](repeating: 0x11, count: (bases + 1) / 2) + [UInt8](repeating: 30, count: bases)
    body += Array("NMC".utf8) + [1] + Array("RGZg".utf8) + [0]
    body += Array("ZBBs".utf8) + littleEndian(2) + littleEndian(7)
    return littleEndian(body.count) + body
  }

  /// Contig 0, then 1 (the wanted one) from 0 on by 100s, then 2.
  private static func file(
    _ layout: RecordLayout, size: Int, blocks: [Int]
  ) -> (bytes: [UInt8], starts: [Int], text: [UInt8]) {
    var text: [UInt8] = Array("header".utf8)
    var starts: [Int] = []
    let keys =
      (0..<300).map { (0, $0 * 7) } + (0..<1800).map { (1, $0 * 100) } + (0..<50).map { (2, $0) }
    for (contig, position) in keys {
      starts.append(text.count)
      text +=
        layout == .bcf
        ? bcf(contig, position, filler: size + position % 13)
        : bam(contig, position, bases: size + position % 13)
    }
    return (BlockWriter.file(text, blockSizes: blocks), starts, text)
  }

  private static func survey(_ bytes: [UInt8], _ layout: RecordLayout) throws -> BlockSurvey {
    let file = try OpenedBytes(bytes)
    defer { withExtendedLifetime(file) {} }
    return try BlockSurvey(
      descriptor: file.descriptor,
      records: RecordShape(layout: layout, contigCount: 3, sampleCount: layout == .bcf ? 2 : 0),
      firstRecord: 6, contigs: [1], start: 50_001, end: 60_001)
  }

  @Test(arguments: RecordLayout.allCases, [20, 150, 500])
  func everyBlocksFirstRecord(_ layout: RecordLayout, _ size: Int) throws {
    for blocks in [[9000], [65_280], [4001, 30_000, 777]] {
      let made = Self.file(layout, size: size, blocks: blocks)
      let survey = try Self.survey(made.bytes, layout)
      guard case .found(let offset) = survey.outcome else {
        Issue.record("\(layout), \(size), \(blocks): \(survey.outcome)")
        continue
      }
      var fileOffset = 0
      var at = 0
      var turn = 0
      while fileOffset < offset >> 16 {
        let end = min(made.text.count, at + blocks[turn % blocks.count])
        fileOffset += BlockWriter.block(Array(made.text[at..<end])).count
        at = end
        turn += 1
      }
      #expect(fileOffset == offset >> 16)
      let place = at + Int(offset & 0xFFFF)
      let number = try #require(made.starts.firstIndex(of: place), "no record starts at \(place)")
      #expect(number > 300 && (number - 300) * 100 < 50_000)
      // All but the end-of-file block, and short blocks that a record spans.
      #expect(blocks.count > 1 || survey.headCount == survey.blockCount - 1)
    }
  }

  /// Records that differ from the file's in one thing a record can't have are not taken for heads.
  @Test(arguments: RecordLayout.allCases)
  func whatNoRecordCanHave(_ layout: RecordLayout) throws {
    let changes: [(place: Int, byte: UInt8)] =
      layout == .bcf
      ? [(8, 9), (28, 3), (31, 0), (32, 0x37), (34, 0x07), (36, 0x14)]
      : [(4, 7), (12, 4), (38, 65), (39, 9), (75, 0x71), (24, 5)]
    let good = layout == .bcf ? Self.bcf(1, 100, filler: 20) : Self.bam(1, 100, bases: 20)
    let head = BlockWriter.block(Array("header".utf8) + good)
    for change in changes {
      var bad = good
      bad[change.place] = change.byte
      let file = head + BlockWriter.block(bad) + BlockWriter.endBlock
      #expect(try Self.survey(file, layout).headCount == 1, "byte \(change.place)")
    }
    let two = head + BlockWriter.block(good) + BlockWriter.endBlock
    #expect(try Self.survey(two, layout).headCount == 2)
  }

  /// Any bytes at all: an answer, never a trap.
  @Test func anyBytes() throws {
    var numbers = FixedNumbers(seed: 5)
    for round in 0..<60 {
      let layout = RecordLayout.allCases[round % 2]
      var made = Self.file(layout, size: 30, blocks: [5000]).text
      made.removeLast(made.count - 40_000)
      for _ in 0..<400 {
        made[6 + Int(numbers.next() % 39_000)] = UInt8(truncatingIfNeeded: numbers.next())
      }
      let survey = try Self.survey(BlockWriter.file(made, blockSizes: [3000]), layout)
      #expect(survey.blockCount > 0)
    }
  }
}
