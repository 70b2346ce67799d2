/// Shares and frequencies as text, without a locale.
enum ShareText {
  /// Three significant digits, as `0.035` and `2.02e-5`.
  static func text(_ share: Double) -> String {
    guard share > 0, share.isFinite else { return "0" }
    var mantissa = share
    var exponent = 0
    while mantissa < 1 {
      mantissa *= 10
      exponent -= 1
    }
    var digits = Int((mantissa * 100).rounded())
    if digits >= 1000, exponent < 0 {
      digits /= 10
      exponent += 1
    }
    if exponent < -3 { return "\(point(digits, 2))e\(exponent)" }
    return point(digits, 2 - exponent)
  }

  /// A score with all its digits: rounded it could stand on the other side of a bound.
  static func exact(_ score: Double) -> String {
    let short = text(score)
    return Double(short) == score ? short : "\(score)"
  }

  /// `digits` with a decimal point `places` from the right, without zeros at the end.
  private static func point(_ digits: Int, _ places: Int) -> String {
    var text = String(digits)
    if text.count <= places {
      text = String(repeating: "0", count: places - text.count + 1) + text
    }
    let whole = text.dropLast(places)
    var decimals = text.suffix(places)
    while decimals.last == "0" { decimals.removeLast() }
    return decimals.isEmpty ? String(whole) : "\(whole).\(decimals)"
  }
}
