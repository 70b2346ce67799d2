/// Numbers as text without a locale: `.` is the decimal point and there are no group separators but
/// in positions.
public enum DecimalText {
  /// `value` with at most `digits` decimals, rounded half away from zero, without trailing zeros;
  /// `nil` for infinities and NaN, and beyond 15 digits.
  public static func rounded(_ value: Double, digits: Int) -> String? {
    let scale = (0..<digits).reduce(1) { product, _ in product * 10 }
    let scaled = (value.magnitude * Double(scale)).rounded()
    guard scaled < 1e15 else { return nil }
    let units = Int(scaled)
    let sign = value < 0 && units != 0 ? "-" : ""
    let whole = units / scale
    var (decimals, count) = (units % scale, digits)
    guard decimals > 0 else { return sign + String(whole) }
    while decimals % 10 == 0 { (decimals, count) = (decimals / 10, count - 1) }
    let text = String(decimals)
    let zeros = String(repeating: "0", count: count - text.utf8.count)
    return "\(sign)\(whole).\(zeros)\(text)"
  }

  /// Whole percent, rounded down so that only the whole reads 100; only nothing reads 0.
  public static func percent(_ part: Int, of whole: Int) -> String {
    let percent = whole > 0 ? part * 100 / whole : 0
    return percent == 0 && part > 0 ? "under 1%" : "\(percent)%"
  }

  /// A position with commas: `49,251,441`.
  public static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var text: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset) % 3 == 0 { text.append(UInt8(ascii: ",")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
