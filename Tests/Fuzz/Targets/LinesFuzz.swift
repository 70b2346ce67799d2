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
    var scanner = try LineScanner.open(
      descriptor: OpenedFile.holding(file), isBGZF: isBGZF, names: names, kernel: kernel,
      threads: threads)
    var found: [Found] = []
    while try scanner.next() {
      let line = scanner.line
      found.append(Found(number: scanner.recordCount, line: line.indices.map { line[$0] }))
    }
    let counted = scanner.contigs.counts.reduce(0) { $0 + $1.records }
    precondition(counted <= scanner.recordCount, "more records are counted than passed")
    return found
  }

  private static func expected(_ body: [UInt8]) -> [Found] {
    var lines = body.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    let isCutOff = lines.last?.isEmpty == false
    if !isCutOff { lines.removeLast() }
    var number = 0
    var found: [Found] = []
    for (index, line) in lines.enumerated() {
      let line = line.last == 0x0D ? line.dropLast() : line[...]
      if line.isEmpty { continue }
      number += 1
      let name = line.prefix { $0 != UInt8(ascii: "\t") }
      let isEnded = name.count < line.count || isCutOff && index == lines.count - 1
      let isNone = name.isEmpty || name.first == UInt8(ascii: "#") || name.contains { $0 <= 0x20 }
      if isNone || !isEnded || names.contains(where: { $0.utf8.elementsEqual(name) }) {
        found.append(Found(number: number, line: Array(line)))
      }
    }
    return found
  }
}
