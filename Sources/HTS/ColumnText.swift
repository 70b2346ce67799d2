/// Bytes of a record as text. Bytes that are not UTF-8 become U+FFFD.
enum ColumnText {
  static func string(_ bytes: Span<UInt8>) -> String {
    unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
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
