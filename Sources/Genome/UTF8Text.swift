/// The text of a file that people write: UTF-8, with or without a byte order mark. Bytes of another
/// encoding are refused, since they would stand for wrong letters.
public struct UTF8Text: Sendable, Hashable {
  /// Without the byte order mark.
  public let text: String

  public init(_ bytes: [UInt8]) throws(NotUTF8) {
    let content = bytes.starts(with: UTF8Text.byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self), !content.contains(0) else {
      throw NotUTF8(line: UTF8Text.firstBadLine(content))
    }
    self.text = text
  }

  /// Spreadsheets write it first.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// A line feed is no part of another letter, so that lines can be looked at one by one.
  private static func firstBadLine(_ bytes: ArraySlice<UInt8>) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let index = lines.firstIndex {
      $0.contains(0) || String(validating: $0, as: UTF8.self) == nil
    }
    return (index ?? 0) + 1
  }
}

/// Bytes that are no text in UTF-8.
public struct NotUTF8: Error, Sendable, Hashable {
  /// The first line, 1-based, that can't be read.
  public let line: Int

  /// What is wrong and what to do, as a clause.
  public static let cause = "is not UTF-8 text; save the file as UTF-8"
}
