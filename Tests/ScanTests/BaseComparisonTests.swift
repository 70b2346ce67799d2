import CScan
import Scan
import Testing

/// Mismatches between packed bases: every kernel against plain Swift, with guard pages around both
/// sides, and the Swift door.
@Suite struct BaseComparisonTests {
  private static let kernels = (0..<UInt32(CSCAN_KERNELS)).map { cscan_kernel(rawValue: $0) }
    .filter { cscan_kernel_available($0) }

  private static func packed(_ codes: [UInt8]) -> [UInt8] {
    stride(from: 0, to: codes.count, by: 2).map {
      codes[$0] << 4 | ($0 + 1 < codes.count ? codes[$0 + 1] : 0)
    }
  }

  /// Codes of a read, and the same with some changed; half of the rounds differ in few places.
  private static func pair(
    _ count: Int, _ numbers: inout FixedNumbers
  ) -> (read: [UInt8], reference: [UInt8]) {
    let read = (0..<count).map { _ in UInt8(numbers.next() >> 20 & 15) }
    let rarity = [1, 2, 20, 200][Int(numbers.next() % 4)]
    let reference = read.map {
      Int(numbers.next() >> 9) % rarity == 0 ? UInt8(numbers.next() >> 20 & 15) : $0
    }
    return (read, reference)
  }

  private static func expected(_ read: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> [UInt32] {
    zip(read, other).enumerated().filter { $0.element.0 != $0.element.1 }.map { UInt32($0.offset) }
  }

  /// Lays the packed bases so that they end, or start, at a guard page, and compares them.
  private static func found(
    _ kernel: cscan_kernel, _ read: UnsafePointer<UInt8>, _ readStart: Int,
    _ reference: UnsafePointer<UInt8>, _ place: Int, _ count: Int
  ) -> [UInt32] {
    var places = [UInt32](repeating: .max, count: count + 1)
    let found = unsafe cscan_find_mismatches(
      kernel, cscan_bases(bytes: read, first: readStart),
      cscan_bases(bytes: reference, first: place), count, &places)
    #expect(places[count] == .max)
    return Array(places.prefix(found))
  }

  @Test func everyLengthAndOffsetBetweenGuardPages() throws {
    let reads = try GuardedBytes(atLeast: 4096)
    let references = try GuardedBytes(atLeast: 4096)
    var numbers = FixedNumbers(seed: 41)
    for count in 0...300 {
      for (start, place) in [(0, 0), (0, 1), (1, 0), (1, 1), (4, 7), (7, 4), (5, 9)] {
        let (read, reference) = Self.pair(count, &numbers)
        let wanted = Self.expected(read[...], reference[...])
        let a = Self.packed([UInt8](repeating: 3, count: start) + read)
        let b = Self.packed([UInt8](repeating: 5, count: place) + reference)
        for kernel in Self.kernels {
          let atEnd = unsafe Self.found(
            kernel, reads.layAtEnd(a), start, references.layAtEnd(b), place, count)
          let atStart = unsafe Self.found(
            kernel, reads.lay(a, at: 0), start, references.lay(b, at: 0), place, count)
          #expect(
            atEnd == wanted && atStart == wanted, "\(kernel), \(count) from \(start), \(place)")
        }
      }
    }
  }

  /// Kernel against kernel on any bytes, any alignment, any part.
  @Test func kernelsAgreeOnAnyBytes() throws {
    let reads = try GuardedBytes(atLeast: 8192)
    let references = try GuardedBytes(atLeast: 8192)
    var numbers = FixedNumbers(seed: 42)
    var mismatches = 0
    for round in 0..<2000 {
      let (read, reference) = Self.pair(2 * Int(1 + numbers.next() % 700), &numbers)
      let a = unsafe reads.lay(Self.packed(read), at: Int(numbers.next() % 64))
      let b = unsafe references.lay(Self.packed(reference), at: Int(numbers.next() % 64))
      let start = Int(numbers.next() % UInt64(read.count))
      let place = round % 2 == 0 ? start : Int(numbers.next() % UInt64(read.count))
      let count = Int(numbers.next() % UInt64(read.count - max(start, place) + 1))
      let wanted = Self.expected(read[start..<start + count], reference[place..<place + count])
      mismatches += wanted.count
      for kernel in Self.kernels {
        let found = unsafe Self.found(kernel, a, start, b, place, count)
        try #require(found == wanted, "\(kernel), round \(round)")
      }
    }
    #expect(mismatches > 100_000)
  }

  @Test(arguments: ScanKernel.allCases.filter(\.isAvailable))
  func theSwiftDoor(_ kernel: ScanKernel) {
    var comparison = BaseComparison(reference: "ACGTNacgtRA".utf8, kernel: kernel)
    #expect(comparison.referenceCount == 11)
    func places(_ read: [UInt8], _ start: Int, _ place: Int, _ count: Int) -> [UInt32] {
      let found = comparison.mismatches(of: read.span, from: start, at: place, count: count)
      return found.indices.map { found[$0] }
    }
    // A C G T N A C T: the last is not the reference's G.
    let read: [UInt8] = [0x12, 0x48, 0xF1, 0x28]
    #expect(places(read, 0, 0, 8) == [7])
    #expect(places(read, 5, 5, 2).isEmpty)
    #expect(places(read, 4, 9, 2).isEmpty)
    #expect(places(read, 8, 11, 0).isEmpty)
    #expect(places([0x00], 0, 0, 2) == [0, 1])
  }
}
