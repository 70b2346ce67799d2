/// Decimal numbers as VCF writes them (section 1.3): `0.5`, `1e-5`; no hexadecimal ones, no `nan`, no
/// `inf`, nothing before or behind.
enum DecimalNumber {
  static func value(_ text: some StringProtocol) -> Double? {
    guard text.utf8.allSatisfy(isCharacter), let value = Double(text), value.isFinite else {
      return nil
    }
    return value
  }

  private static func isCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
