public import Genome

/// One spelling for protein names: three letters, `Ter`, no parentheses (`R337X`, `p.(Arg337*)`
/// and `p.Arg337Ter` all become `Arg337Ter`).
public enum ProteinNameText {
  /// `nil` where the text is no protein name. `p.` and an accession before it may be missing.
  public static func canonical(_ name: some StringProtocol) -> String? {
    var text = name.split(separator: ":").last.map { String($0) } ?? ""
    if text.hasPrefix("p.") { text.removeFirst(2) }
    text.removeAll { $0 == "(" || $0 == ")" }
    var rest = text[...]
    var result = ""
    while !rest.isEmpty {
      guard let (piece, length) = next(rest, after: result) else { return nil }
      result += piece
      rest = rest.dropFirst(length)
    }
    return result.contains(where: \.isNumber) ? withoutRepeat(result) : nil
  }

  /// Papers write `Leu158Leu` for `Leu158=`.
  private static func withoutRepeat(_ name: String) -> String {
    guard let (residue, number) = firstResidue(name),
      name == "\(residue.threeLetters)\(number)\(residue.threeLetters)"
    else { return name }
    return "\(residue.threeLetters)\(number)="
  }

  /// The first residue of a canonical name and its number (1-based), as `Arg` and 397.
  public static func firstResidue(_ canonical: String) -> (residue: AminoAcid, number: Int)? {
    let digits = canonical.dropFirst(3).prefix { $0.isASCII && $0.isNumber }
    guard let residue = AminoAcid(name: canonical.prefix(3)), digits.count <= 9,
      let number = Int(digits)
    else { return nil }
    return (residue, number)
  }

  private static let keywords = ["delins", "del", "dup", "ins", "fs", "ext", "_", "=", "?"]

  private static func next(
    _ rest: Substring, after result: String
  ) -> (piece: String, length: Int)? {
    if let word = keywords.first(where: { rest.hasPrefix($0) }) { return (word, word.count) }
    guard let first = rest.first else { return nil }
    if first.isASCII, first.isNumber { return (String(first), 1) }
    if rest.hasPrefix("X"), !rest.hasPrefix("Xaa") { return ("Ter", 1) }
    if let residue = AminoAcid(name: rest.prefix(3)), first.isUppercase {
      return (residue.threeLetters, 3)
    }
    if first.isUppercase || first == "*", let residue = AminoAcid(name: rest.prefix(1)) {
      return (residue.threeLetters, 1)
    }
    return nil
  }
}
