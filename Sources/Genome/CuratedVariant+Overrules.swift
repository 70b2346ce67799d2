extension CuratedVariant {
  /// Whether the reason of the class says that it overrules the row of that identifier: at the beginning
  /// of a sentence or clause, as `overrules FX0110: …`. The identifier alone, or one in a sentence that
  /// goes on without such a mark and may say the contrary, is not enough.
  public func overrules(_ identifier: String) -> Bool {
    let words = classReason.split(whereSeparator: \.isWhitespace)
    return words.indices.dropLast().contains { index in
      words[index].lowercased() == "overrules"
        && (index == 0 || words[index - 1].last.map(CuratedVariant.endsClause) == true)
        && CuratedVariant.isName(words[index + 1], identifier, isLast: index + 2 == words.endIndex)
    }
  }

  /// The identifier with a mark behind it that ends the clause, or at the end; marks within an identifier are its own.
  private static func isName(_ word: Substring, _ identifier: String, isLast: Bool) -> Bool {
    word == identifier
      ? isLast : word.dropLast() == identifier && word.last.map(endsClause) == true
  }

  private static func endsClause(_ mark: Character) -> Bool { ".;:!?".contains(mark) }
}
