public import Genome

/// A sex as people write it in sample sheets, pedigrees and options.
public enum SexWord {
  /// What there is to write, for messages.
  static let known = "male, female or unknown (1, 2 or 0)"

  /// `nil` where the word is none of a sex.
  public static func sex(_ text: String) -> Sex? {
    switch text.lowercased() {
    case "male", "m", "1", "xy": .male
    case "female", "f", "2", "xx": .female
    case "", "unknown", "other", "0", ".": .unknown
    default: nil
    }
  }
}
