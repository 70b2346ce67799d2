import CScan
import Testing

/// Every kernel gives what plain Swift finds, reads nothing outside its bytes, and the scalar one
/// is among them.
@Suite struct KernelTests {
  private static let kernels = (0..<UInt32(CSCAN_KERNELS)).map(kernel)
    .filter { cscan_kernel_available($0) }

  private static func kernel(_ number: UInt32) -> cscan_kernel { cscan_kernel(rawValue: number) }

  private static func contig(_ name: String) -> cscan_contig {
    var contig = cscan_contig()
    contig.length = UInt8(name.utf8.count + 1)
    unsafe withUnsafeMutableBytes(of: &contig.name) { bytes in
      unsafe bytes.copyBytes(from: Array(name.utf8) + [0x09])
    }
    return contig
  }

  /// What the kernels have to find, written without regard to speed.
  private static func expected(
    _ bytes: [UInt8], _ count: Int, _ name: String
  ) -> (newline: Int, lines: Int) {
    let start = Array(name.utf8) + [0x09]
    var lines = 0
    for index in 0..<count where bytes[index] == 0x0A {
      lines += 1
      if !bytes[(index + 1)...].starts(with: start) { return (index, lines) }
    }
    return (count, lines)
  }

  private static func found(
    _ kernel: cscan_kernel, _ start: UnsafePointer<UInt8>, _ count: Int, _ contig: cscan_contig
  ) -> (newline: Int, lines: Int) {
    var contig = contig
    let line = unsafe cscan_find_other_line(kernel, start, count, &contig)
    return (line.newline, Int(line.lines))
  }

  /// Bytes that have to be readable behind those looked at.
  private static let reach = MemoryLayout<cscan_contig>.size

  private static let names = [
    "X", "chr", "chr1", "chrX", "chrX_alt", "NC_000023.11", "chrUn_KI270302v1",
    String(repeating: "n", count: 62),
  ]

  /// Text in which lines of that name are frequent, and others that differ from it by a byte.
  private static func text(
    _ count: Int, _ name: String, _ numbers: inout FixedNumbers
  ) -> [UInt8] {
    let own = Array("\n\(name)\t".utf8)
    let pieces = [own, own, own, own, own, Array("\n".utf8), Array("chrX\t5".utf8), own.dropLast()]
    var bytes: [UInt8] = []
    while bytes.count < count {
      var piece = pieces.randomElement(using: &numbers) ?? own
      if numbers.next() % 11 == 0 {
        piece[Int(numbers.next() % UInt64(piece.count))] ^= UInt8(1 << (numbers.next() % 7))
      }
      bytes += piece
      if numbers.next() % 7 == 0 {
        bytes += [UInt8](repeating: 0x61, count: Int(numbers.next() % 90))
      }
    }
    return Array(bytes.prefix(count))
  }

  @Test func scalarIsAlwaysThere() {
    #expect(Self.kernels.contains(CSCAN_SCALAR))
    #expect(Self.kernels.contains(cscan_kernel_best()))
    #expect(!cscan_kernel_available(cscan_kernel(rawValue: 99)))
  }

  /// At each length, with the needle at each place, right before the guard page and right behind it.
  @Test func newlineAtEveryLengthAndPlace() throws {
    let guarded = try GuardedBytes(atLeast: 4096)
    for kernel in Self.kernels {
      for count in 0...200 {
        for needle in Set([0, 1, 15, 16, 31, 32, 63, 64, 65, count / 2, count - 1, count]) {
          var content = [UInt8](repeating: 0x61, count: count)
          if content.indices.contains(needle) { content[needle] = 0x0A }
          let wanted = content.firstIndex(of: 0x0A) ?? count
          let atEnd = unsafe cscan_find_newline(kernel, guarded.layAtEnd(content), count)
          let atStart = unsafe cscan_find_newline(kernel, guarded.lay(content, at: 0), count)
          #expect(atEnd == wanted && atStart == wanted, "kernel \(kernel), \(count) bytes")
        }
      }
    }
  }

  @Test(arguments: names)
  func linesAtEveryLengthAndAlignment(_ name: String) throws {
    let guarded = try GuardedBytes(atLeast: 4096)
    let contig = Self.contig(name)
    var numbers = FixedNumbers(seed: 20_260_101)
    for count in 0...200 {
      let content = Self.text(count + Self.reach, name, &numbers)
      let wanted = Self.expected(content, count, name)
      for kernel in Self.kernels {
        #expect(unsafe Self.found(kernel, guarded.layAtEnd(content), count, contig) == wanted)
        for alignment in 0..<64 {
          let start = unsafe guarded.lay(content, at: alignment)
          let found = unsafe Self.found(kernel, start, count, contig)
          #expect(found == wanted, "kernel \(kernel), \(count) bytes, alignment \(alignment)")
        }
      }
    }
  }

  @Test func everyHitOfAPieceOfText() throws {
    let guarded = try GuardedBytes(atLeast: 16_384)
    var numbers = FixedNumbers(seed: 7)
    var hits = 0
    for round in 0..<400 {
      let name = Self.names[round % Self.names.count]
      let contig = Self.contig(name)
      let content = Self.text(2000 + Int(numbers.next() % 2000), name, &numbers)
      let start = unsafe guarded.layAtEnd(content)
      let count = content.count - Self.reach
      let kernel = Self.kernels[round % Self.kernels.count]
      var at = 0
      while at < count {
        let wanted = Self.expected(Array(content[at...]), count - at, name)
        let found = unsafe Self.found(kernel, start + at, count - at, contig)
        try #require(found == wanted, "kernel \(kernel), round \(round), at \(at)")
        at += found.newline + 1
        hits += 1
      }
    }
    #expect(hits > 5_000)
  }

  /// Kernel against kernel on bytes of every value.
  @Test func kernelsAgreeOnAnyBytes() throws {
    let guarded = try GuardedBytes(atLeast: 8192)
    let contig = Self.contig("\u{7F}")
    var numbers = FixedNumbers(seed: 99)
    for _ in 0..<2000 {
      let few: [UInt8] = [0x0A, 0x09, 0x7F, 0x80, 0xFF, 0x00]
      let isFew = numbers.next() % 2 == 0
      let content = (0..<Int(200 + numbers.next() % 300)).map { _ in
        isFew ? few[Int(numbers.next() % 6)] : UInt8(truncatingIfNeeded: numbers.next() >> 8)
      }
      let start = unsafe guarded.layAtEnd(content)
      let count = content.count - Self.reach
      let wanted = unsafe Self.found(CSCAN_SCALAR, start, count, contig)
      let newline = unsafe cscan_find_newline(CSCAN_SCALAR, start, count)
      for kernel in Self.kernels {
        #expect(unsafe Self.found(kernel, start, count, contig) == wanted)
        #expect(unsafe cscan_find_newline(kernel, start, count) == newline)
      }
    }
  }
}
