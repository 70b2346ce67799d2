import Scan
import Testing

/// Whatever lines, pieces, blocks and threads: the lines of the wanted contigs come out, in order,
/// with their numbers; and a damaged file is an error.
@Suite struct LineScannerTests {
  struct Found: Equatable {
    var lines: [String] = []
    var numbers: [Int] = []
    var names: [Int?] = []
    var recordCount = 0
    var endsInsideLine = false
  }

  static let header = "##fileformat=VCFv4.2\n##contig=<ID=chrX>\n#CHROM\tPOS\n"
  static let names = ["chrX", "chrY", "23"]

  static func scan(
    _ bytes: [UInt8], isBGZF: Bool = false, threads: Int = 1, kernel: ScanKernel = .scalar
  ) throws -> Found {
    let file = try OpenedBytes(bytes)
    let probe = try #require(LineProbe(names, kernel: kernel))
    var scanner = try LineScanner.open(
      descriptor: file.descriptor, isBGZF: isBGZF, probe: probe, threads: threads)
    var found = Found()
    while try scanner.next() {
      let line = scanner.line
      found.lines.append(String(decoding: line.indices.map { line[$0] }, as: UTF8.self))
      found.numbers.append(scanner.recordCount)
      found.names.append(scanner.name)
    }
    found.recordCount = scanner.recordCount
    found.endsInsideLine = scanner.endsInsideLine
    withExtendedLifetime(file) {}
    return found
  }

  /// The same by splitting the whole text.
  static func expected(_ body: String) -> Found {
    var found = Found()
    for part in body.utf8.split(separator: 0x0A) {
      let line = String(decoding: part.last == 0x0D ? part.dropLast() : part, as: UTF8.self)
      guard !line.isEmpty else { continue }
      found.recordCount += 1
      let contig = line.split(separator: "\t").first.map(String.init) ?? ""
      let name = names.firstIndex(of: contig)
      guard name != nil || line.hasPrefix("#") else { continue }
      found.lines.append(line)
      found.numbers.append(found.recordCount)
      found.names.append(name)
    }
    found.endsInsideLine = !body.isEmpty && body.utf8.last != 0x0A
    return found
  }

  /// Records of all kinds, some longer than a piece.
  static func body(_ numbers: inout FixedNumbers, lines: Int, lineEnd: String) -> String {
    let contigs = ["chrX", "chrX", "chr1", "chrY", "23", "chrXY", "chr", "HLA-X", "X", " chrX"]
    var text = ""
    for number in 0..<lines {
      let contig = contigs.randomElement(using: &numbers) ?? "1"
      let length = numbers.next() % 50 == 0 ? numbers.next() % 20_000 : numbers.next() % 120
      text += "\(contig)\t\(number)\t" + String(repeating: "A", count: Int(length)) + lineEnd
      if numbers.next() % 40 == 0 { text += lineEnd }
      if numbers.next() % 400 == 0 { text += "#note" + lineEnd }
    }
    return text
  }

  private static let kernels = ScanKernel.allCases.filter(\.isAvailable)

  @Test(arguments: [1, 2, 3, 4, 5, 6])
  func plainText(_ seed: UInt64) throws {
    var numbers = FixedNumbers(seed: seed * 977)
    var body = Self.body(&numbers, lines: 3000, lineEnd: seed % 2 == 0 ? "\n" : "\r\n")
    if seed % 3 == 0 { body += "chrX\t1\tlast" }
    let bytes = Array((Self.header + body).utf8)
    #expect(bytes.count > 600_000)
    let expected = Self.expected(body)
    for kernel in Self.kernels { #expect(try Self.scan(bytes, kernel: kernel) == expected) }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6])
  func blocks(_ seed: UInt64) throws {
    var numbers = FixedNumbers(seed: seed * 31)
    var body = Self.body(&numbers, lines: 3000, lineEnd: "\n")
    if seed % 3 == 0 { body += "chrY\t1\tlast" }
    let expected = Self.expected(body)
    let sizes = (0..<7).map { _ in 1 + Int(numbers.next() % (seed == 1 ? 300 : 65_280)) }
    let bytes = BlockWriter.file(Array((Self.header + body).utf8), blockSizes: sizes)
    for threads in [1, 2, 4] {
      let found = try Self.scan(
        bytes, isBGZF: true, threads: threads, kernel: Self.kernels[Int(seed) % Self.kernels.count])
      #expect(found == expected, "\(threads) threads")
    }
  }

  /// Every place of a line's start within a piece: the header's length moves it.
  @Test func linesAtThePieceBorder() throws {
    for shift in 0..<40 {
      let filler =
        "##" + String(repeating: "x", count: 262_144 - 60 - Self.header.utf8.count + shift)
      let body = "chrX\t1\tA\nchr1\t2\tB\nchrX\t3\tC\n\nchrY\t4\tD"
      let bytes = Array(("##a\n" + filler + "\n" + Self.header + body).utf8)
      for kernel in Self.kernels {
        #expect(try Self.scan(bytes, kernel: kernel) == Self.expected(body), "shift \(shift)")
      }
    }
  }

  @Test(arguments: ["", "chrX", "chrX\n", "\n\n", "chrX\t1", "c", "\r\n", "23\t5\r\n#x\n"])
  func shortBodies(_ body: String) throws {
    let expected = Self.expected(body)
    let text = Array((Self.header + body).utf8)
    #expect(try Self.scan(text) == expected)
    let blocks = BlockWriter.file(text, blockSizes: [1])
    #expect(try Self.scan(blocks, isBGZF: true, threads: 2) == expected)
  }

  @Test func aHeaderWithoutItsLastLine() throws {
    for text in ["", "##a\n", "##a\nchrX\t1\n", "##a"] {
      #expect(throws: ScanError.self) { try Self.scan(Array(text.utf8)) }
    }
  }
}
