/// The `key=value` pairs between `<` and `>` of a structured header line; a value may be quoted
/// and may then hold commas (VCF 4.3, section 1.4).
enum HeaderAttributes {
  static func read(_ text: Substring) -> [String: String] {
    var fields: [String: String] = [:]
    for pair in pairs(text) {
      guard let equals = pair.utf8.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let key = String(trimmed(pair[..<equals]))
      let value = unquoted(trimmed(pair[pair.utf8.index(after: equals)...]))
      fields[key] = fields[key] ?? value
    }
    return fields
  }

  private static func pairs(_ text: Substring) -> [Substring] {
    var pairs: [Substring] = []
    var start = text.startIndex
    var isQuoted = false
    var isEscaped = false
    for index in text.utf8.indices {
      let byte = text.utf8[index]
      if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      guard byte == UInt8(ascii: ","), !isQuoted else { continue }
      pairs.append(text[start..<index])
      start = text.utf8.index(after: index)
    }
    pairs.append(text[start...])
    return pairs
  }

  /// Without the blanks around it, which htslib takes away too.
  private static func trimmed(_ text: Substring) -> Substring {
    let blank = UInt8(ascii: " ")
    guard let first = text.utf8.firstIndex(where: { $0 != blank }),
      let last = text.utf8.lastIndex(where: { $0 != blank })
    else { return "" }
    return text[first...last]
  }

  private static func unquoted(_ value: Substring) -> String {
    let quote = UInt8(ascii: "\"")
    guard value.utf8.count >= 2, value.utf8.first == quote, value.utf8.last == quote else {
      return String(value)
    }
    return String(value.dropFirst().dropLast())
  }
}
