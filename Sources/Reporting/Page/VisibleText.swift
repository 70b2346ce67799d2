/// Text that a reader can read: without characters that nobody sees and that change how the rest reads: control characters,
/// and those that turn the direction of a line. They come from names and fields of the input.
enum VisibleText {
  /// Each such character as its number, `[U+202E]`; line feeds and tabs stay.
  static func of(_ text: String) -> String {
    guard hasHidden(Array(text.utf8)) else { return text }
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        let number = String(scalar.value, radix: 16, uppercase: true)
        let zeros = String(repeating: "0", count: max(0, 4 - number.count))
        visible.append(contentsOf: "[U+\(zeros)\(number)]".unicodeScalars)
      } else {
        visible.append(scalar)
      }
    }
    return String(visible)
  }

  /// The same as `isHidden` of any character, told by the bytes of UTF-8: nearly every text is all to
  /// be seen.
  private static func hasHidden(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { index in
      let byte = bytes[index]
      guard byte < 0x20 || byte >= 0x7F else { return false }
      return isEndOfHidden(
        index > 1 ? bytes[index - 2] : 0, index > 0 ? bytes[index - 1] : 0, byte)
    }
  }

  private static func isEndOfHidden(_ second: UInt8, _ first: UInt8, _ byte: UInt8) -> Bool {
    switch (second, first, byte) {
    case (_, _, 0x09), (_, _, 0x0A): false
    case (_, _, 0x00..<0x20), (_, _, 0x7F): true
    case (_, 0xC2, 0x80..<0xA0), (_, 0xD8, 0x9C), (0xEF, 0xBB, 0xBF): true
    case (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xA8...0xAE), (0xE2, 0x81, 0xA6...0xA9): true
    default: false
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x20..<0x7F, 0xA0..<0x061C: false
    case 0x00..<0x20, 0x7F..<0xA0: true
    // Unicode Standard, annex 9: marks, embeddings, overrides and isolates; separators of lines;
    // the byte order mark.
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// A page without runs of text that nothing breaks and no line holds: of such a run, the ends. They
  /// come from fields of the input; the JSON document has them whole.
  static func withoutLongRuns(_ page: String) -> String {
    let bytes = Array(page.utf8)
    guard hasLongRun(bytes) else { return page }
    var short: [UInt8] = []
    short.reserveCapacity(bytes.count)
    var start = 0
    for index in 0...bytes.count where index == bytes.count || isBreak(bytes[index]) {
      let run = bytes[start..<index]
      if run.count > longestRun {
        short += ends(of: run)
      } else {
        short += run
      }
      if index < bytes.count { short.append(bytes[index]) }
      start = index + 1
    }
    return String(decoding: short, as: UTF8.self)
  }

  /// Bytes in a row.
  private static let longestRun = 400

  private static func hasLongRun(_ bytes: [UInt8]) -> Bool {
    var run = 0
    for byte in bytes {
      run = isBreak(byte) ? 0 : run + 1
      if run > longestRun { return true }
    }
    return false
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
  }

  /// A hundred bytes of each end, no character and no entity (`&lt;`) cut in two.
  private static func ends(of run: ArraySlice<UInt8>) -> [UInt8] {
    var cut = run.startIndex + 100
    while run[cut] & 0xC0 == 0x80 { cut -= 1 }
    var head = run[..<cut]
    if let sign = head.lastIndex(of: UInt8(ascii: "&")),
      !head[sign...].contains(UInt8(ascii: ";"))
    {
      head = head[..<sign]
    }
    var tail = run.suffix(100)
    while let byte = tail.first, byte & 0xC0 == 0x80 { tail.removeFirst() }
    if let end = tail.firstIndex(of: UInt8(ascii: ";")), !tail[..<end].contains(UInt8(ascii: "&")) {
      tail = tail[(end + 1)...]
    }
    let left = run.count - head.count - tail.count
    return Array(head) + Array(" … (\(left) bytes more) … ".utf8) + Array(tail)
  }

  /// The first `most` characters, and that there are more.
  static func shortened(_ text: String, most: Int) -> String {
    text.count > most ? "\(text.prefix(most))…" : text
  }
}
