/// "No value here", in the one place where it becomes `nil`.
///
/// In text it is `.` (VCF 4.3, section 1.6.1). In BCF it is a reserved number per type, and a
/// vector shorter than the record's longest is filled with another (section 6.3.3); htslib prints
/// the first as `.` and leaves the second out, so text is all that is left to look at. A value
/// that is no finite number (`nan`, `inf`) can't be compared with a threshold and is no value.
enum Sentinel {
  static func isMissing(_ text: some StringProtocol) -> Bool {
    text.isEmpty || text == "."
  }

  static func value<Text: StringProtocol>(_ text: Text) -> Text? { isMissing(text) ? nil : text }

  static func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
}

/// Decimal integers of VCF, which are 32-bit (section 1.3); positions may be larger.
enum IntegerText {
  /// Larger than any chromosome, and far from overflow when added up.
  private static let limit = 1 << 40

  static func value(_ bytes: Span<UInt8>) -> Int? {
    let isNegative = bytes.count > 0 && bytes[0] == UInt8(ascii: "-")
    let first = isNegative ? 1 : 0
    guard bytes.count > first, bytes.count <= first + 13 else { return nil }
    var value = 0
    for index in first..<bytes.count {
      let digit = Int(bytes[index]) - 48
      guard digit >= 0, digit <= 9 else { return nil }
      value = value * 10 + digit
    }
    guard value <= limit else { return nil }
    return isNegative ? -value : value
  }

  static func value(_ text: String) -> Int? { value(text.utf8.span) }
}
