/// Takes an input apart: numbers from its front, the rest as it stands.
struct Bytes {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isEmpty: Bool { rest.isEmpty }

  /// The next byte; 0 where there is none.
  mutating func byte() -> Int { Int(rest.popFirst() ?? 0) }

  /// The next two bytes.
  mutating func number() -> Int { byte() | byte() << 8 }

  /// As many of the next bytes as there are.
  mutating func take(_ count: Int) -> [UInt8] {
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }
}
