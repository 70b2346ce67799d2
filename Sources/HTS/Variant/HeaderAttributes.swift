/// The `key=value` pairs between `<` and `>` of a structured header line; a value may be quoted
/// and may then hold commas (VCF 4.3, section 1.4).
enum HeaderAttributes {
  private typealias Bytes = ArraySlice<UInt8>
  private static let quote = UInt8(ascii: "\"")

  static func read(_ text: Substring) -> [String: String] {
    var fields: [String: String] = [:]
    for pair in pairs(Array(text.utf8)[...]) {
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let key = string(trimmed(pair[..<equals]))
      let value = string(unquoted(trimmed(pair[(equals + 1)...]))[...])
      fields[key] = fields[key] ?? value
    }
    return fields
  }

  private static func pairs(_ text: Bytes) -> [Bytes] {
    var pairs: [Bytes] = []
    var start = text.startIndex
    var isQuoted = false
    var isEscaped = false
    for (index, byte) in zip(text.indices, text) {
      if byte == quote, !isEscaped { isQuoted.toggle() }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      guard byte == UInt8(ascii: ","), !isQuoted else { continue }
      pairs.append(text[start..<index])
      start = index + 1
    }
    pairs.append(text[start...])
    return pairs
  }

  /// Without the blanks around it, which htslib takes away too.
  private static func trimmed(_ text: Bytes) -> Bytes {
    let blank = UInt8(ascii: " ")
    guard let first = text.firstIndex(where: { $0 != blank }),
      let last = text.lastIndex(where: { $0 != blank })
    else { return [] }
    return text[first...last]
  }

  /// Without the quotes around it and the backslashes that escape within them.
  private static func unquoted(_ value: Bytes) -> [UInt8] {
    guard value.count >= 2, value.first == quote, value.last == quote else { return Array(value) }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in value.dropFirst().dropLast() {
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      if !isEscaped { bytes.append(byte) }
    }
    return bytes
  }

  private static func string(_ bytes: Bytes) -> String { String(decoding: bytes, as: UTF8.self) }
}
