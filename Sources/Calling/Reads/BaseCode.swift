import Genome

/// Bases as small numbers: A, C, G, T are 0 to 3, and 4 is anything else.
enum BaseCode {
  static let unknown: UInt8 = 4
  /// Of a haplotype: a base left open, which every read fits.
  static let open: UInt8 = 5

  /// Of a read as the file has it: `=`, which stands for the reference's base.
  static let equalsReference: UInt8 = 6

  /// By BAM's 4-bit codes (SAM specification, section 4.2.3).
  private static let fromPacked: [UInt8] = [
    equalsReference, 0, 1, 4, 2, 4, 4, 4, 3, 4, 4, 4, 4, 4, 4, 4,
  ]

  /// The base at a place, from 0, of a read's bases as BAM packs them.
  static func packed(_ bases: borrowing Span<UInt8>, _ place: Int) -> UInt8 {
    let byte = bases[place >> 1]
    return fromPacked[Int(place & 1 == 0 ? byte >> 4 : byte & 15)]
  }

  static func of(_ base: UInt8) -> UInt8 {
    switch base {
    case UInt8(ascii: "A"): 0
    case UInt8(ascii: "C"): 1
    case UInt8(ascii: "G"): 2
    case UInt8(ascii: "T"): 3
    default: unknown
    }
  }

  static func complement(_ code: UInt8) -> UInt8 { code < unknown ? 3 - code : code }

  private static let letters: [UInt8] = Array("ACGTN".utf8)

  static func sequence(_ codes: some Sequence<UInt8>) -> BaseSequence {
    BaseSequence(codes.map { letters[Int($0)] })
  }
}
