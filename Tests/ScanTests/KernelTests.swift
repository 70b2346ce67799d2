import CScan
import Testing

/// Every kernel gives what plain Swift finds, reads nothing outside its bytes, and the scalar one
/// is among them.
@Suite struct KernelTests {
  private static let kernels = (0..<UInt32(CSCAN_KERNELS)).map(kernel)
    .filter { cscan_kernel_available($0) }

  private static func kernel(_ number: UInt32) -> cscan_kernel { cscan_kernel(rawValue: number) }

  private static func probe(_ names: [String]) -> cscan_probe {
    var probe = cscan_probe()
    for name in names {
      let bytes = Array(name.utf8)
      let isAdded = unsafe cscan_probe_add(&probe, bytes, bytes.count)
      #expect(isAdded)
    }
    return probe
  }

  /// What the kernels have to find, written without regard to speed.
  private static func expected(
    _ bytes: [UInt8], _ count: Int, _ names: [String]
  ) -> (newline: Int, lines: Int, name: Int) {
    var lines = 0
    for index in 0..<count where bytes[index] == 0x0A {
      lines += 1
      if bytes[index + 1] <= 0x23 { return (index, lines, Int(CSCAN_ODD_LINE)) }
      for (number, name) in names.enumerated() {
        let end = index + 1 + name.utf8.count
        if Array(bytes[(index + 1)..<end]) == Array(name.utf8), bytes[end] <= 0x0D {
          return (index, lines, number)
        }
      }
    }
    return (count, lines, 0)
  }

  private static func found(
    _ kernel: cscan_kernel, _ start: UnsafePointer<UInt8>, _ count: Int, _ probe: cscan_probe
  ) -> (newline: Int, lines: Int, name: Int) {
    var probe = probe
    let line = unsafe cscan_find_line(kernel, start, count, &probe)
    return (line.newline, Int(line.lines), line.newline == count ? 0 : Int(line.name))
  }

  private static let names = ["X", "chrX", "chrY", "NC_000023.11"]

  /// Text of few letters, so that names, false names and odd lines are all frequent.
  private static func text(_ count: Int, _ numbers: inout FixedNumbers) -> [UInt8] {
    let pieces = ["\n", "\n", "chrX\t", "chrX", "\t", "chr", "X", "Y", "chrY\t", "X\t", "5", "#"]
    var bytes: [UInt8] = []
    while bytes.count < count {
      bytes += Array((pieces.randomElement(using: &numbers) ?? "\n").utf8)
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

  @Test func linesAtEveryLengthAndAlignment() throws {
    let guarded = try GuardedBytes(atLeast: 4096)
    let probe = Self.probe(Self.names)
    #expect(probe.reach == 13)
    var numbers = FixedNumbers(seed: 20_260_101)
    for count in 0...200 {
      let content = Self.text(count + Int(probe.reach), &numbers)
      let wanted = Self.expected(content, count, Self.names)
      for kernel in Self.kernels {
        #expect(unsafe Self.found(kernel, guarded.layAtEnd(content), count, probe) == wanted)
        for alignment in 0..<64 {
          let start = unsafe guarded.lay(content, at: alignment)
          let found = unsafe Self.found(kernel, start, count, probe)
          #expect(found == wanted, "kernel \(kernel), \(count) bytes, alignment \(alignment)")
        }
      }
    }
  }

  @Test func everyHitOfAPieceOfText() throws {
    let guarded = try GuardedBytes(atLeast: 16_384)
    var numbers = FixedNumbers(seed: 7)
    var hits = 0
    for round in 0..<200 {
      let names = Array(Self.names.shuffled(using: &numbers).prefix(1 + round % 4))
      let probe = Self.probe(names)
      let content = Self.text(2000 + Int(numbers.next() % 2000), &numbers)
      let start = unsafe guarded.layAtEnd(content)
      let count = content.count - Int(probe.reach)
      let kernel = Self.kernels[round % Self.kernels.count]
      var at = 0
      while at < count {
        let rest = Array(content[at...])
        let wanted = Self.expected(rest, count - at, names)
        let found = unsafe Self.found(kernel, start + at, count - at, probe)
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
    let probe = Self.probe(["\u{7F}", "X", "aX"])
    var numbers = FixedNumbers(seed: 99)
    for _ in 0..<2000 {
      let few: [UInt8] = [0x0A, 0x23, 0x24, 0x58, 0x7F, 0x80, 0xFF, 0x00, 0x61]
      let isFew = numbers.next() % 2 == 0
      let content = (0..<Int(200 + numbers.next() % 300)).map { _ in
        isFew ? few[Int(numbers.next() % 9)] : UInt8(truncatingIfNeeded: numbers.next() >> 8)
      }
      let start = unsafe guarded.layAtEnd(content)
      let count = content.count - Int(probe.reach)
      let wanted = unsafe Self.found(CSCAN_SCALAR, start, count, probe)
      let newline = unsafe cscan_find_newline(CSCAN_SCALAR, start, count)
      for kernel in Self.kernels {
        #expect(unsafe Self.found(kernel, start, count, probe) == wanted)
        #expect(unsafe cscan_find_newline(kernel, start, count) == newline)
      }
    }
  }

  @Test func namesThatCannotBeLookedFor() {
    var probe = cscan_probe()
    #expect(unsafe !cscan_probe_add(&probe, [], 0))
    #expect(unsafe !cscan_probe_add(&probe, Array("#1".utf8), 2))
    let long = [UInt8](repeating: 0x61, count: Int(CSCAN_NAME_BYTES) + 1)
    #expect(unsafe !cscan_probe_add(&probe, long, long.count))
    #expect(unsafe cscan_probe_add(&probe, long, long.count - 1))
    for _ in 1..<Int(CSCAN_NAMES) { #expect(unsafe cscan_probe_add(&probe, [0x58], 1)) }
    #expect(unsafe !cscan_probe_add(&probe, [0x58], 1))
    #expect(probe.pattern_count == 2)
  }
}
