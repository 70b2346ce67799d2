/// Bytes of a record as text. Bytes that are not UTF-8 become U+FFFD.
enum ColumnText {
  static func string(_ bytes: Span<UInt8>) -> String {
    unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// Offsets of the tabs. `count`: how many there should be.
  static func tabs(of line: Span<UInt8>, count: Int) -> [Int] {
    var tabs: [Int] = []
    tabs.reserveCapacity(count)
    for index in line.indices where line[index] == UInt8(ascii: "\t") { tabs.append(index) }
    return tabs
  }

  /// Whether `part` is somewhere in a column.
  static func holds(_ part: String, in column: Span<UInt8>) -> Bool {
    let part = part.utf8.span
    guard column.count >= part.count else { return false }
    for start in 0...(column.count - part.count) where column[start] == part[0] {
      var count = 1
      while count < part.count, column[start + count] == part[count] { count += 1 }
      if count == part.count { return true }
    }
    return false
  }

  /// The bytes before the first tab.
  @_lifetime(copy line)
  static func first(of line: Span<UInt8>) -> Span<UInt8> {
    var end = 0
    while end < line.count, line[end] != UInt8(ascii: "\t") { end += 1 }
    return line.extracting(0..<end)
  }
}

/// Splits plain ASCII-separated text without walking its characters.
enum FieldList {
  static func split(_ text: some StringProtocol, _ separator: Unicode.Scalar) -> [String] {
    text.utf8.split(
      separator: UInt8(truncatingIfNeeded: separator.value), omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self) }
  }
}
