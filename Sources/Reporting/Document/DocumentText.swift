import Foundation

/// A document as JSON text: sorted keys, two spaces, ending in a line feed.
///
/// The encoder holds a whole tree beside its text, which for a file of 200,000 variants is
/// gigabytes; so the variants are encoded one by one and set into the rest of the document.
enum DocumentText {
  static func encoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return encoder
  }

  static func bytes(_ document: ReportDocument) throws -> [UInt8] {
    let encoder = encoder()
    var frame = document
    frame.variants = []
    var bytes: [UInt8] = []
    let rest = Array(try encoder.encode(frame))
    // Only a top-level key stands two spaces deep, and no JSON string holds a line feed.
    let opening = Array("\n  \"variants\" : [".utf8)
    let gap = document.variants.isEmpty ? nil : rest.firstRange(of: opening)
    guard let gap, let close = rest[gap.upperBound...].firstIndex(of: UInt8(ascii: "]")) else {
      return rest + [UInt8(ascii: "\n")]
    }
    bytes += rest[..<gap.upperBound]
    for (index, variant) in document.variants.enumerated() {
      bytes += Array((index == 0 ? "\n    " : ",\n    ").utf8)
      append(try encoder.encode(variant), to: &bytes)
    }
    bytes += Array("\n  ".utf8)
    bytes += rest[close...]
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Adds `text` with each line but the first and empty ones four spaces deeper.
  private static func append(_ text: Data, to bytes: inout [UInt8]) {
    let feed = UInt8(ascii: "\n")
    var rest = Array(text)[...]
    while let end = rest.firstIndex(of: feed) {
      bytes += rest[...end]
      rest = rest[(end + 1)...]
      if let next = rest.first, next != feed { bytes += [0x20, 0x20, 0x20, 0x20] }
    }
    bytes += rest
  }
}
