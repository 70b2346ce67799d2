extension CuratedVariant {
  /// Whether the reason of the class says that it overrules the row of that identifier: at the beginning
  /// of a sentence or clause, as `overrules FX0110: …`. The identifier alone, or one in a sentence that
  /// says the contrary, is not enough.
  public func overrules(_ identifier: String) -> Bool {
    let words = classReason.split(whereSeparator: \.isWhitespace)
    return words.indices.dropLast().contains { index in
      words[index].lowercased() == "overrules"
        && (index == 0 || words[index - 1].last.map(CuratedVariant.endsClause) == true)
        && CuratedVariant.isName(words[index + 1], identifier)
    }
  }

  /// The identifier with at most one mark behind it; marks within an identifier are its own.
  private static func isName(_ word: Substring, _ identifier: String) -> Bool {
    word == identifier || (word.dropLast() == identifier && ".,;:!".contains(word.last ?? " "))
  }

  private static func endsClause(_ mark: Character) -> Bool { ".;:!?".contains(mark) }
}
