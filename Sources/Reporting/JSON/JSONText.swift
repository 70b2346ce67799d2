/// JSON as text: two spaces for each level, `"key" : value`, as Foundation's encoder prints it.
///
/// The text can be taken away in pieces, so that a document of any length needs little memory.
public struct JSONText {
  private(set) var bytes: [UInt8] = []

  /// A short document whole, members sorted by name, ending in a line feed.
  public static func whole(_ document: some Encodable) throws -> [UInt8] {
    var text = JSONText()
    text.append(try ValueEncoder.value(document), depth: 0)
    text.newLine(0)
    return text.bytes
  }

  /// The same of a report; `name` says in an error which one it is.
  static func whole(_ document: some Encodable, named name: String) throws(ReportError) -> [UInt8] {
    do {
      return try whole(document)
    } catch {
      throw .encoding(sample: name, cause: String(describing: error))
    }
  }

  /// Gives the text so far and goes on with none.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  var count: Int { bytes.count }

  /// Adds text that is JSON already.
  mutating func append(raw text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func newLine(_ depth: Int) {
    guard depth < JSONText.lines.count else {
      return bytes.append(contentsOf: JSONText.line(depth))
    }
    bytes.append(contentsOf: JSONText.lines[depth])
  }

  /// A line's end and the spaces before the next one's text, by how deep that stands, as deep as most does.
  private static let lines = (0..<16).map(line)

  private static func line(_ depth: Int) -> [UInt8] {
    [0x0A] + Array(repeating: 0x20, count: 2 * depth)
  }

  /// `depth`: how deep the value itself stands; its members stand one deeper.
  mutating func append(_ value: JSONValue, depth: Int) {
    switch value {
    case .object(let members): append(members, depth)
    case .array(let items): append(items, depth)
    case .string(let text): append(text)
    case .integer(let number): append(raw: number.description)
    case .number(let number): append(raw: JSONText.digits(number))
    case .boolean(let flag): append(raw: flag ? "true" : "false")
    case .null: append(raw: "null")
    }
  }

  private mutating func append(_ members: [JSONMember], _ depth: Int) {
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      newLine(depth + 1)
      append(key: member.key)
      append(member.value, depth: depth + 1)
    }
    if members.isEmpty { bytes.append(0x0A) }
    newLine(depth)
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func append(_ items: [JSONValue], _ depth: Int) {
    bytes.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      newLine(depth + 1)
      append(item, depth: depth + 1)
    }
    if items.isEmpty { bytes.append(0x0A) }
    newLine(depth)
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func append(key: String) {
    append(key)
    bytes.append(0x20)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(0x20)
  }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  /// Adds UTF-8 that is JSON already.
  mutating func append(bytes text: [UInt8]) { bytes.append(contentsOf: text) }

  /// A string in quotes (RFC 8259, section 7). Marks that turn the direction of writing, with which
  /// a name can make a line read otherwise than it is, are escaped too.
  mutating func append(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if JSONText.isPlain(text) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars {
        if scalar.turnsDirection {
          append(raw: "\\u")
          bytes.append(contentsOf: String(scalar.value, radix: 16).utf8)
        } else {
          for byte in UTF8.encode(scalar) ?? .init() { append(escaped: byte) }
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// 0xE2 begins the direction marks (and much that is plain).
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0xE2 { return false }
    }
    return true
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case 0x22: append(raw: "\\\"")
    case 0x5C: append(raw: "\\\\")
    case 0x08: append(raw: "\\b")
    case 0x09: append(raw: "\\t")
    case 0x0A: append(raw: "\\n")
    case 0x0C: append(raw: "\\f")
    case 0x0D: append(raw: "\\r")
    case 0..<0x20:
      append(raw: "\\u00")
      bytes.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
      bytes.append(contentsOf: String(byte & 0xF, radix: 16).utf8)
    default: bytes.append(byte)
    }
  }

  /// A whole number without a decimal point, as JSON's own number; others in the fewest digits that
  /// give the same value. Infinities and NaN, which JSON has not, are `null`.
  private static func digits(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension Unicode.Scalar {
  /// Marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX 9).
  var turnsDirection: Bool {
    switch value {
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
