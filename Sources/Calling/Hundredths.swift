/// A share or ratio with two decimals, as `0.48`; the same on every machine and locale.
enum Hundredths {
  static func text(_ value: Double) -> String {
    let hundredths = Int((min(max(value, 0), 1e6) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
