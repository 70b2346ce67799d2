import Genome
import Scan

/// Tells by a line's bytes alone, before anything is parsed, that a record can't touch a stretch.
///
/// When in doubt it says that it may: then the record is parsed, and checked.
enum QuickReach {
  /// `line` is a record of the contig of `window` (1-based).
  static func mayTouch(_ window: Interval, _ line: Span<UInt8>) -> Bool {
    let first = end(of: 0, in: line, tab)
    let second = end(of: first + 1, in: line, tab)
    guard let position = number(in: line, first + 1, second) else { return true }
    if position > window.end { return false }
    // REF is shorter than its line.
    if position + line.count >= window.start { return true }
    // Nearly every line: without any of these nothing makes a record longer than its REF. LEN stands
    // in SVLEN too.
    guard ByteSearch.contains("END=", in: line) || ByteSearch.contains("LEN", in: line) else {
      return false
    }
    var start = second + 1
    for _ in 2..<7 { start = end(of: start, in: line, tab) + 1 }
    let information = start..<end(of: start, in: line, tab)
    let format = end(of: start, in: line, tab) + 1
    return reaches(window, information, of: line)
      || contains(blockKey, in: line, format..<max(format, end(of: format, in: line, tab)))
  }

  /// Whether an INFO entry may lead into the window.
  private static func reaches(
    _ window: Interval, _ information: Range<Int>, of line: Span<UInt8>
  ) -> Bool {
    var start = information.lowerBound
    while start < information.upperBound {
      let stop = min(information.upperBound, end(of: start, in: line, semicolon))
      if has(lengthKey, at: start, in: line) { return true }
      if has(endKey, at: start, in: line) {
        guard let value = number(in: line, start + 4, stop), value < window.start else {
          return true
        }
      }
      start = stop + 1
    }
    return false
  }

  private static let tab = UInt8(ascii: "\t")
  private static let semicolon = UInt8(ascii: ";")

  /// Place of the next `byte` from `start` on, or the line's end.
  private static func end(of start: Int, in line: Span<UInt8>, _ byte: UInt8) -> Int {
    var index = start
    while index < line.count, line[index] != byte { index += 1 }
    return min(index, line.count)
  }

  private static let lengthKey = Array("SVLEN".utf8)
  private static let endKey = Array("END=".utf8)
  private static let blockKey = Array("LEN".utf8)

  private static func has(_ key: [UInt8], at start: Int, in line: Span<UInt8>) -> Bool {
    guard start + key.count <= line.count else { return false }
    for index in key.indices where line[start + index] != key[index] { return false }
    return true
  }

  private static func contains(
    _ key: [UInt8], in line: Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    for index in range where has(key, at: index, in: line) { return true }
    return false
  }

  private static func number(in line: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard start < end, end <= line.count, end - start <= 12 else { return nil }
    var value = 0
    for index in start..<end {
      let digit = Int(line[index]) - 48
      guard digit >= 0, digit <= 9 else { return nil }
      value = value * 10 + digit
    }
    return value
  }
}
