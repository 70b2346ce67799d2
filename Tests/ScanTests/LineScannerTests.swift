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
    var contigs: [String: Int] = [:]
    var areTogether = true
  }

  static let header = "##fileformat=VCFv4.2\n##contig=<ID=chrX>\n#CHROM\tPOS\n"
  static let names = ["chrX", "chrY", "23"]

  static func scan(
    _ bytes: [UInt8], isBGZF: Bool = false, threads: Int = 1, kernel: ScanKernel = .scalar
  ) throws -> Found {
    let file = try OpenedBytes(bytes)
    var scanner = try LineScanner.open(
      descriptor: file.descriptor, isBGZF: isBGZF, names: names, kernel: kernel, threads: threads)
    var found = Found()
    while try scanner.next() {
      let line = scanner.line
      found.lines.append(String(decoding: line.indices.map { line[$0] }, as: UTF8.self))
      found.numbers.append(scanner.recordCount)
      found.names.append(scanner.name)
    }
    found.recordCount = scanner.recordCount
    found.endsInsideLine = scanner.endsInsideLine
    for contig in scanner.contigs.counts where contig.records > 0 {
      found.contigs[contig.name] = contig.records
    }
    found.areTogether = scanner.contigs.areTogether
    withExtendedLifetime(file) {}
    return found
  }

  /// The same by splitting the whole text.
  static func expected(_ body: String) -> Found {
    var found = Found()
    let parts = body.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    var last: String?
    for (index, part) in parts.enumerated() {
      let line = String(decoding: part.last == 0x0D ? part.dropLast() : part, as: UTF8.self)
      guard !line.isEmpty else { continue }
      found.recordCount += 1
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      let isEnded = columns.count > 1 || index == parts.count - 1
      let contig = isEnded ? String(columns[0]) : ""
      let isNone = contig.isEmpty || contig.hasPrefix("#") || contig.utf8.contains { $0 <= 0x20 }
      if !isNone {
        if last != contig, found.contigs[contig] != nil { found.areTogether = false }
        found.contigs[contig, default: 0] += 1
      }
      last = isNone ? nil : contig
      let name = names.firstIndex(of: contig)
      guard name != nil || isNone else { continue }
      found.lines.append(line)
      found.numbers.append(found.recordCount)
      found.names.append(name)
    }
    found.endsInsideLine = !body.isEmpty && body.utf8.last != 0x0A
    return found
  }

  /// Records of all kinds, some longer than a piece.
  static func body(_ numbers: inout FixedNumbers, lines: Int, lineEnd: String) -> String {
    let contigs = [
      "chrX", "chrX", "chr1", "chrY", "23", "chrXY", "chr", "HLA-X", "X", " chrX", "chr2",
      "NC_000001.11", "NC_000002.12", String(repeating: "long", count: 16),
    ]
    var text = ""
    var contig = "chr1"
    for number in 0..<lines {
      // Runs of one contig, and places where each line has another.
      if numbers.next() % 4 == 0 || number % 300 < 30 {
        contig = contigs.randomElement(using: &numbers) ?? "1"
      }
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

  /// Contigs in runs, as in a sorted file.
  @Test func contigsAreCounted() throws {
    let names = (1...22).map { "chr\($0)" } + ["chrX", "chrY", "chrM"]
    let body = names.enumerated().map { index, name in
      (0...(index * 300)).map { "\(name)\t\($0)\tA\n" }.joined()
    }.joined()
    for kernel in Self.kernels {
      let found = try Self.scan(Array((Self.header + body).utf8), kernel: kernel)
      #expect(found == Self.expected(body))
      #expect(found.areTogether)
      #expect(found.contigs["chr22"] == 6301)
    }
    let again = body + "chr7\t1\tA\n"
    #expect(try !Self.scan(Array((Self.header + again).utf8)).areTogether)
  }

  @Test(arguments: ["chrX 5 . G A", "chrX\u{1}\t5", "\t5\tA", "chrX5GA", "#CHROM\tPOS"])
  func linesWithoutAContigAreHandedOver(_ line: String) throws {
    for before in ["", "chr1\t1\n", "chrX\t1\n"] {
      let body = before + line + "\nchr1\t2\n"
      let found = try Self.scan(Array((Self.header + body).utf8))
      #expect(found == Self.expected(body))
      #expect(found.lines.contains(line) && found.names.contains(nil))
    }
  }

  @Test func aHeaderWithoutItsLastLine() throws {
    for text in ["", "##a\n", "##a\nchrX\t1\n", "##a"] {
      #expect(throws: ScanError.self) { try Self.scan(Array(text.utf8)) }
    }
  }
}
