/// Text that a reader can read: without characters that nobody sees and that change how the rest
/// reads or what it is compared with. They come from names and fields of the input.
enum VisibleText {
  /// Each such character as its number, `[U+202E]`; line feeds and tabs stay.
  static func of(_ text: String) -> String {
    guard HiddenCharacter.mayBe(in: Array(text.utf8)) else { return text }
    var visible = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : nil
      let after = index + 1 < scalars.count ? scalars[index + 1] : nil
      if HiddenCharacter.isHidden(scalar, after: before, before: after) {
        visible.append(contentsOf: number(scalar).unicodeScalars)
      } else {
        visible.append(scalar)
      }
    }
    return String(visible)
  }

  private static func number(_ scalar: Unicode.Scalar) -> String {
    let number = String(scalar.value, radix: 16, uppercase: true)
    return "[U+\(String(repeating: "0", count: max(0, 4 - number.count)))\(number)]"
  }

  /// A page in UTF-8, without such characters and without long runs.
  static func page(_ bytes: [UInt8]) -> [UInt8] {
    guard HiddenCharacter.mayBe(in: bytes) || hasLongRun(bytes) else { return bytes }
    return Array(withoutLongRuns(of(String(decoding: bytes, as: UTF8.self))).utf8)
  }

  /// A page without runs of text that nothing breaks and no line holds: of such a run, the ends. They
  /// come from fields of the input; the JSON document has them whole. What stands in tags, as the address of a
  /// link, stays as it is.
  static func withoutLongRuns(_ page: String) -> String {
    let bytes = Array(page.utf8)
    guard hasLongRun(bytes) else { return page }
    var short: [UInt8] = []
    short.reserveCapacity(bytes.count)
    var start = 0
    var isInTag = false
    for index in 0...bytes.count where index == bytes.count || isBreak(bytes[index]) {
      let run = bytes[start..<index]
      if run.count > longestRun, !isInTag {
        short += ends(of: run)
      } else {
        short += run
      }
      if index < bytes.count {
        short.append(bytes[index])
        isInTag = isTag(after: bytes[index], isInTag)
      }
      start = index + 1
    }
    return String(decoding: short, as: UTF8.self)
  }

  /// Bytes in a row: some three lines of a printed table's cell.
  private static let longestRun = 160

  private static func hasLongRun(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while start + longestRun < bytes.count {
      // What lies before the last break is no part of a longer run.
      let next = bytes[start...(start + longestRun)]
      guard let last = next.lastIndex(where: isBreak) else { return true }
      start = last + 1
    }
    return false
  }

  private static func isTag(after byte: UInt8, _ before: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "<"): true
    case UInt8(ascii: ">"): false
    default: before
    }
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
  }

  /// Fifty bytes of each end, no character and no entity (`&lt;`) cut in two.
  private static func ends(of run: ArraySlice<UInt8>) -> [UInt8] {
    var cut = run.startIndex + 50
    while run[cut] & 0xC0 == 0x80 { cut -= 1 }
    var head = run[..<cut]
    if let sign = head.lastIndex(of: UInt8(ascii: "&")),
      !head[sign...].contains(UInt8(ascii: ";"))
    {
      head = head[..<sign]
    }
    var tail = run.suffix(50)
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
