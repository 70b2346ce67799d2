/// A piece of the input as it may stand in a message: short, in quotes, without control
/// characters that a terminal would obey.
public enum Excerpt {
  /// The first 40 scalars of `text` between backticks, control characters and its own backticks as `?`: what is
  /// quoted ends at the second one.
  public static func quoted(_ text: some StringProtocol) -> String {
    let limit = 40
    var shown = ""
    for scalar in text.unicodeScalars.prefix(limit) {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      shown.unicodeScalars.append(isControl || scalar == "`" ? "?" : scalar)
    }
    return "`" + shown + (text.unicodeScalars.count > limit ? "…" : "") + "`"
  }
}
