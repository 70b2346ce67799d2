import Genome

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
    return result.contains(where: \.isNumber) ? result : nil
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
