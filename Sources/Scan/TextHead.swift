/// Finds the first record that starts in a block of VCF text: behind the first newline.
enum TextHead {
  static func find(in bytes: Span<UInt8>, isWhole: Bool, isFirst: Bool) -> HeadSearch<[UInt8]> {
    var start = isFirst ? 0 : nextLine(bytes, 0)
    while start < bytes.count {
      let tab = end(of: start, bytes)
      let second = tab < bytes.count ? end(of: tab + 1, bytes) : bytes.count
      if second < bytes.count, bytes[start] != UInt8(ascii: "#"), bytes[tab] == 0x09,
        bytes[second] == 0x09,
        let position = number(bytes, tab + 1, second)
      {
        let contig = (start..<tab).map { bytes[$0] }
        return .found(BlockHead(contig: contig, position: position, place: start))
      }
      // A header line, an empty one, or one that goes on beyond the bytes at hand.
      start = nextLine(bytes, start)
    }
    return isWhole ? .none : .needsMore
  }

  private static func nextLine(_ bytes: Span<UInt8>, _ from: Int) -> Int {
    var index = from
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return index + 1
  }

  /// Place of the tab or newline that ends the column at `start`.
  private static func end(of start: Int, _ bytes: Span<UInt8>) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x09, bytes[index] != 0x0A { index += 1 }
    return index
  }

  /// A POS; `nil` for anything else.
  private static func number(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard end > start, end - start <= 12 else { return nil }
    var value = 0
    for index in start..<end {
      let digit = Int(bytes[index]) - 48
      guard (0...9).contains(digit) else { return nil }
      value = value * 10 + digit
    }
    return value
  }
}
