import Scan

/// The line scanner beside a reader that knows nothing but newlines and tabs.
enum LinesFuzz {
  private static let header = Array("##fileformat=VCFv4.2\n#CHROM\tPOS\tID\n".utf8)
  private static let names = ["X", "chrX"]
  private static let kernels = ScanKernel.allCases.filter { $0.isAvailable }

  private struct Found: Hashable {
    var number: Int
    var line: [UInt8]
  }

  static func run(_ bytes: [UInt8]) {
    var input = Bytes(bytes)
    let kernel = kernels[input.byte() % kernels.count]
    let choice = input.byte()
    let body = Array(input.rest)
    let text = choice & 1 == 0 ? header + body : body
    let isBGZF = choice & 2 != 0
    let file = isBGZF ? StoredBlocks.file(text, size: 1 + choice * 7) : text
    guard let found = try? scanned(file, isBGZF: isBGZF, kernel, threads: choice & 4 == 0 ? 1 : 2)
    else { return }
    guard choice & 1 == 0 else { return }
    precondition(found == expected(body), "\(kernel) finds other lines than are there")
  }

  private static func scanned(
    _ file: [UInt8], isBGZF: Bool, _ kernel: ScanKernel, threads: Int
  ) throws -> [Found] {
    guard let probe = LineProbe(names, kernel: kernel) else { return [] }
    var scanner = try LineScanner.open(
      descriptor: OpenedFile.holding(file), isBGZF: isBGZF, probe: probe, threads: threads)
    var found: [Found] = []
    while try scanner.next() {
      let line = scanner.line
      found.append(Found(number: scanner.recordCount, line: line.indices.map { line[$0] }))
    }
    return found
  }

  private static func expected(_ body: [UInt8]) -> [Found] {
    var lines = body.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    var number = 0
    var found: [Found] = []
    for var line in lines {
      if line.last == 0x0D { line.removeLast() }
      if line.isEmpty { continue }
      number += 1
      // A name is ended by a tab or the line's end; what else stands low enough is damage.
      let first = line.prefix { $0 > 0x0D }
      let isNamed = names.contains { $0.utf8.elementsEqual(first) }
      if isNamed || line[0] == UInt8(ascii: "#") { found.append(Found(number: number, line: line)) }
    }
    return found
  }
}
