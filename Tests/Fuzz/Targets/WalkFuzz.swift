@testable import Scan

/// Binary records: told from bytes that only look like them, and hopped over by their lengths.
enum WalkFuzz {
  static func run(_ bytes: [UInt8]) {
    var input = Bytes(bytes)
    let choice = input.byte()
    let layout: RecordLayout = choice & 1 == 0 ? .bcf : .bam
    let shape = RecordShape(layout: layout, contigCount: 3, sampleCount: input.byte() % 4)
    let size = 1 + input.number()
    let records = Array(input.rest)
    find(shape, records)
    _ = try? hop(shape, StoredBlocks.file(records, size: min(size, 60_000)), choice)
  }

  /// A part of the bytes never tells another record than all of them.
  private static func find(_ shape: RecordShape, _ bytes: [UInt8]) {
    let whole = RecordHead.find(shape, in: bytes.span, isWhole: true, known: nil)
    guard case .found(let head) = whole else { return }
    precondition(head.place < bytes.count && head.contig >= -1 && head.contig < shape.contigCount)
    let known = RecordHead.find(shape, in: bytes.span, isWhole: true, known: head.place)
    guard case .found(let again) = known, again.position == head.position else {
      preconditionFailure("a record is found and not known")
    }
  }

  private static func hop(_ shape: RecordShape, _ file: [UInt8], _ choice: Int) throws {
    var scanner = try RecordScanner(
      descriptor: OpenedFile.holding(file), layout: shape.layout, virtualOffset: 0,
      contigs: [1], of: shape.contigCount, stretch: 100...5000, threads: 1 + (choice >> 1) % 2)
    var count = 0
    while let run = try scanner.nextRun() {
      precondition(run.recordsBefore >= count && run.count > 0)
      count = run.recordsBefore + run.count
    }
    precondition(scanner.recordCount >= count)
  }
}
