/// Where a read differs from its reference, as its tag MD tells.
enum MismatchOffsets {
  /// Offsets from the read's first aligned base, along the reference without introns (`N`) and with
  /// deleted bases, of the bases that are written as another base. `nil` where the text breaks the
  /// rule `[0-9]+(([A-Z]|\^[A-Z]+)[0-9]+)*` (SAM optional fields specification, section 1.1).
  static func read(_ text: String) -> [Int]? {
    var offsets: [Int] = []
    var offset = 0
    var number: Int?
    var isDeletion = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number = min((number ?? 0) * 10 + Int(byte - UInt8(ascii: "0")), 1 << 40)
        isDeletion = false
      case UInt8(ascii: "^"):
        guard let matched = number else { return nil }
        offset += matched
        number = nil
        isDeletion = true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if !isDeletion {
          guard let matched = number else { return nil }
          offset += matched
          number = nil
          if isBase(byte) { offsets.append(offset) }
        }
        offset += 1
      default: return nil
      }
    }
    return number == nil ? nil : offsets
  }

  /// A reference base that is not known is no mismatch.
  private static func isBase(_ letter: UInt8) -> Bool {
    BaseCode.of(letter) != BaseCode.unknown
  }
}
