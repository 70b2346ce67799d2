import Scan
import Testing

/// Records of BCF and BAM are found by their stated lengths, however they lie in blocks.
@Suite struct RecordScannerTests {
  /// A file of records that hold nothing but their head, and where each starts in the text.
  private struct Made {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var contigs: [Int] = []
  }

  private static func littleEndian(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func made(
    _ layout: RecordLayout, _ contigs: [Int], _ numbers: inout FixedNumbers
  ) -> Made {
    var made = Made(bytes: [1, 2, 3, 4, 5], contigs: contigs)
    for contig in contigs {
      made.starts.append(made.bytes.count)
      let rest = numbers.next() % 200 == 0 ? 200_000 : Int(numbers.next() % 300)
      let filler = [UInt8](repeating: 0xAB, count: rest)
      switch layout {
      case .bcf:
        made.bytes += littleEndian(24) + littleEndian(rest) + littleEndian(contig)
        made.bytes += [UInt8](repeating: 0, count: 20) + filler
      case .bam:
        made.bytes += littleEndian(32 + rest) + littleEndian(contig)
        made.bytes += [UInt8](repeating: 0, count: 28) + filler
      }
    }
    return made
  }

  private static func scan(
    _ bytes: [UInt8], _ layout: RecordLayout, threads: Int, start: Int64 = 5
  ) throws -> (runs: [RecordScanner.Run], count: Int, counts: [Int], isOrdered: Bool) {
    let file = try OpenedBytes(bytes)
    var scanner = try RecordScanner(
      descriptor: file.descriptor, layout: layout, virtualOffset: start, contigs: [2, 5], of: 7,
      threads: threads)
    var runs: [RecordScanner.Run] = []
    while let run = try scanner.nextRun() { runs.append(run) }
    withExtendedLifetime(file) {}
    return (runs, scanner.recordCount, scanner.countsByContig, scanner.isOrdered)
  }

  /// Where in the text a virtual offset is, by the blocks' sizes alone.
  private static func place(_ offset: Int64, _ blocks: [(file: Int, text: Int)]) -> Int? {
    blocks.first { $0.file == offset >> 16 }.map { $0.text + Int(offset & 0xFFFF) }
  }

  @Test(arguments: RecordLayout.allCases, [1, 2, 3, 4])
  func runsOfWantedRecords(_ layout: RecordLayout, _ seed: UInt64) throws {
    var numbers = FixedNumbers(seed: seed * 101)
    let choices = layout == .bam ? [0, 1, 2, 2, 2, 5, 6, -1] : [0, 1, 2, 2, 2, 5, 6, 3]
    let contigs = (0..<800).map { _ in choices[Int(numbers.next() % 8)] }
    let made = Self.made(layout, contigs, &numbers)
    let sizes = (0..<5).map { _ in 300 + Int(numbers.next() % 60_000) }
    var file: [UInt8] = []
    var blocks: [(file: Int, text: Int)] = []
    var at = 0
    while at < made.bytes.count {
      let end = min(made.bytes.count, at + sizes[blocks.count % 5])
      blocks.append((file.count, at))
      file += BlockWriter.block(Array(made.bytes[at..<end]))
      at = end
    }
    file += BlockWriter.endBlock
    for threads in [1, 3] {
      let (runs, count, counts, _) = try Self.scan(file, layout, threads: threads)
      #expect(count == 800)
      #expect(counts == (0..<7).map { contig in contigs.count { $0 == contig } })
      var found: [Int] = []
      for run in runs {
        #expect(Self.place(run.virtualOffset, blocks) == made.starts[run.recordsBefore])
        found += run.recordsBefore..<(run.recordsBefore + run.count)
      }
      #expect(found == contigs.indices.filter { contigs[$0] == 2 || contigs[$0] == 5 })
    }
  }

  @Test(arguments: RecordLayout.allCases)
  func orderIsSeen(_ layout: RecordLayout) throws {
    var numbers = FixedNumbers(seed: 8)
    for (contigs, isOrdered) in [
      ([0, 0, 2, 2, 5], true), ([5, 2, 2, 0], true), ([0, 2, 0], false), ([2, 5, 5, 2], false),
    ] {
      var made = Self.made(layout, contigs, &numbers)
      func scan() throws -> Bool {
        try Self.scan(BlockWriter.file(made.bytes, blockSizes: [90]), layout, threads: 1).isOrdered
      }
      #expect(try scan() == isOrdered)
      // The position of the third record, before that of the second of its contig.
      let place = layout == .bcf ? 12 : 8
      made.bytes[made.starts[1] + place] = 9
      #expect(try scan() == (isOrdered && contigs[1] != contigs[2]))
    }
  }

  @Test(arguments: RecordLayout.allCases)
  func cutAndImpossibleRecords(_ layout: RecordLayout) throws {
    var numbers = FixedNumbers(seed: 3)
    let made = Self.made(layout, [0, 2, 1, 5, 2], &numbers)
    func file(_ bytes: [UInt8]) -> [UInt8] { BlockWriter.file(bytes, blockSizes: [50]) }
    #expect(try Self.scan(file(made.bytes), layout, threads: 1).count == 5)
    for cut in [1, 3, 20] {
      let error = #expect(throws: ScanError.self) {
        try Self.scan(file(made.bytes.dropLast(cut)), layout, threads: 1)
      }
      #expect(error?.code == .truncated)
    }
    let contig = layout == .bcf ? 8 : 4
    for (place, byte) in [(contig, UInt8(9)), (contig + 3, 0xC0), (0, 1), (3, 0xFF)] {
      var bytes = made.bytes
      bytes[made.starts[2] + place] = byte
      let error = #expect(throws: ScanError.self) {
        try Self.scan(file(bytes), layout, threads: 1)
      }
      #expect(error?.code == .corrupt, "byte \(place)")
    }
  }
}
