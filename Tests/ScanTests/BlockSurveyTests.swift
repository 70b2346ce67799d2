import Scan
import Testing

/// The heads of blocks, whatever the blocks' sizes and the lines' lengths.
@Suite struct BlockSurveyTests {
  private static func text(_ records: [(String, Int)], padding: Int) -> [UInt8] {
    let filler = String(repeating: "A", count: padding)
    return Array(
      (LineScannerTests.header + records.map { "\($0.0)\t\($0.1)\t.\t\(filler)\n" }.joined()).utf8)
  }

  private static func survey(_ bytes: [UInt8]) throws -> BlockSurvey {
    let file = try OpenedBytes(bytes)
    defer { withExtendedLifetime(file) {} }
    return try BlockSurvey(
      descriptor: file.descriptor, contigs: ["chrX"], start: 50_000, end: 60_000)
  }

  private static let sorted =
    (0..<400).map { ("chr1", $0 * 7) } + (0..<2000).map { ("chrX", $0 * 100) } + [("chrY", 1)]

  /// The place found is the start of a record of X before the stretch, and none before it in the
  /// file is in the stretch.
  @Test(arguments: [10, 900, 3000, 20_000], [500, 9000, 65_280, 65_536])
  func theStretchIsFound(_ padding: Int, _ blockSize: Int) throws {
    let text = Self.text(Self.sorted, padding: padding)
    let survey = try Self.survey(BlockWriter.file(text, blockSizes: [blockSize]))
    guard case .found(let offset) = survey.outcome else {
      // Lines much longer than blocks leave few heads; then nothing is claimed.
      #expect(padding >= 900 && blockSize == 500 || padding < 900 && blockSize > 9000)
      return
    }
    var fileOffset = 0
    var place = 0
    for start in stride(from: 0, to: text.count, by: blockSize) {
      if fileOffset == offset >> 16 { place = start + Int(offset & 0xFFFF) }
      let end = min(start + blockSize, text.count)
      fileOffset += BlockWriter.block(Array(text[start..<end])).count
    }
    #expect(text[place - 1] == 0x0A)
    let fields = text[place...].prefix(30).split(separator: 0x09)
    #expect(fields[0].elementsEqual("chrX".utf8))
    let position = try #require(Int(String(decoding: fields[1], as: UTF8.self)))
    #expect(position < 50_000)
    #expect(survey.blockCount == (text.count + blockSize - 1) / blockSize + 1)
  }

  @Test func disorderIsToldByItsKind() throws {
    for (records, words) in [
      (Self.sorted + Self.sorted, "stand apart"), (Self.sorted.reversed(), "descend"),
      (Array(Self.sorted.prefix(600)), "both sides"),
      (Array(Self.sorted.suffix(1200)), "both sides"),
    ] {
      let text = Self.text(records, padding: 200)
      let survey = try Self.survey(BlockWriter.file(text, blockSizes: [3000]))
      guard case .doubt(let why) = survey.outcome else {
        Issue.record("no doubt where \(words)")
        continue
      }
      #expect(why.contains(words))
    }
  }
}
