/// Compares the bases of reads with a reference, both as BAM packs them, and tells where they
/// differ. Everything between two mismatches is a run of matches, to be counted in bulk: one more
/// at the run's start and one less behind its end in an array of differences.
public struct BaseComparison: Sendable {
  /// Bases of the reference.
  public let referenceCount: Int
  private let reference: [UInt8]
  private let kernel: ScanKernel
  private var places: [UInt32] = []
  private var count = 0

  /// `reference`: the letters of a stretch, in any case; what is none of A, C, G and T is N.
  public init(reference: some Sequence<UInt8>, kernel: ScanKernel) {
    var packed: [UInt8] = []
    var number = 0
    for letter in reference {
      let code = BaseComparison.code(letter)
      if number % 2 == 0 { packed.append(code << 4) } else { packed[number / 2] |= code }
      number += 1
    }
    self.reference = packed
    referenceCount = number
    self.kernel = kernel
  }

  /// Compares `count` bases of `read` (two to a byte, the first in the high half) from base `start`
  /// on with the reference from base `place` on; all from 0. Both stretches must be there. Gives
  /// the places that differ, from 0 within the stretch, ascending; valid until the next call.
  ///
  /// Codes are compared: `N` in a read differs from every base of the reference but its `N`, and
  /// `=` (code 0), which stands for the reference's base, from all of them.
  @_lifetime(&self)
  public mutating func mismatches(
    of read: Span<UInt8>, from start: Int, at place: Int, count: Int
  ) -> Span<UInt32> {
    precondition(count >= 0 && start >= 0 && place >= 0 && count <= UInt32.max)
    precondition(count <= 2 * read.count - start, "the read ends before the stretch does")
    precondition(count <= referenceCount - place, "the reference ends before the stretch does")
    if places.count < count { places += [UInt32](repeating: 0, count: count - places.count) }
    self.count = BaseComparison.compare(
      kernel, read, from: start, reference, at: place, count: count, into: &places)
    return places.span.extracting(0..<self.count)
  }

  /// The 4-bit code of a letter (SAM specification, section 4.2.3).
  private static func code(_ letter: UInt8) -> UInt8 {
    switch letter & 0xDF {
    case UInt8(ascii: "A"): 1
    case UInt8(ascii: "C"): 2
    case UInt8(ascii: "G"): 4
    case UInt8(ascii: "T"): 8
    default: 15
    }
  }
}
