@testable import Scan

/// BGZF: what is read of a changed file is refused or is what was there.
enum BlocksFuzz {
  static func run(_ bytes: [UInt8]) {
    var input = Bytes(bytes)
    let choice = input.byte()
    guard choice & 1 == 1 else {
      _ = try? inflated(Array(input.rest), threads: 1 + (choice >> 1) % 3)
      _ = try? heads(Array(input.rest))
      return
    }
    let size = 1 + input.number()
    let place = input.number()
    let change = UInt8(input.byte())
    let text = Array(input.rest)
    var file = StoredBlocks.file(text, size: min(size, 60_000))
    if let whole = try? inflated(file, threads: 1) {
      precondition(whole == text, "a sound file is read as another text")
    } else {
      preconditionFailure("a sound file is refused")
    }
    file[place % file.count] ^= change
    guard let read = try? inflated(file, threads: 1 + (choice >> 1) % 3) else { return }
    precondition(read == text, "a damaged file is read as another text")
  }

  private static func inflated(_ file: [UInt8], threads: Int) throws -> [UInt8] {
    var stream = try ByteStream(
      descriptor: OpenedFile.holding(file), isBGZF: true, threads: threads)
    var bytes: [UInt8] = []
    while try stream.advance(keeping: 0) { stream.append(0..<stream.count, to: &bytes) }
    return bytes
  }

  private static func heads(_ file: [UInt8]) throws {
    _ = try BlockSurvey(
      descriptor: OpenedFile.holding(file), contigs: ["X"], start: 1000, end: 2000)
  }
}
