import CHTSlib

/// The bytes of an index in order, plain or BGZF: as many at a time as are asked for.
@safe
struct IndexWindow: ~Copyable {
  /// Bytes that are read at a time.
  private static let step = 1 << 16
  /// Most bytes at hand: several times those of the largest contig of people.
  private static let limit = 64 << 20

  private let stream: UnsafeMutablePointer<BGZF>
  private var bytes: [UInt8] = []
  /// Of `bytes`: those behind the ones that were taken.
  private var start = 0

  /// `nil` where the file at the absolute `path` can't be opened.
  init?(path: String) {
    guard let opened = unsafe bgzf_open(path, "r") else { return nil }
    unsafe stream = unsafe opened
  }

  deinit { unsafe bgzf_close(stream) }

  /// Reads until `count` bytes are at hand; `false` where the file ends before, is damaged, or that is
  /// more than an index can need.
  mutating func reach(_ count: Int) -> Bool {
    guard count <= IndexWindow.limit else { return false }
    while bytes.count - start < count {
      bytes.removeFirst(start)
      start = 0
      let known = bytes.count
      bytes += repeatElement(0, count: IndexWindow.step)
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe bgzf_read(stream, buffer.baseAddress.map { unsafe $0 + known }, IndexWindow.step)
      }
      bytes.removeLast(IndexWindow.step - max(0, got))
      guard got > 0 else { return false }
    }
    return true
  }

  /// The number of 4 bytes at `offset` of those at hand; one that is negative, as no count can be, is
  /// more than can be reached.
  func number(at offset: Int) -> Int {
    let at = start + offset
    precondition(offset >= 0 && at + 4 <= bytes.count)
    return Int(bytes[at]) | Int(bytes[at + 1]) << 8 | Int(bytes[at + 2]) << 16
      | Int(bytes[at + 3]) << 24
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[start + range.lowerBound..<start + range.upperBound], as: UTF8.self)
  }

  func append(_ range: Range<Int>, to array: inout [UInt8]) {
    array += bytes[start + range.lowerBound..<start + range.upperBound]
  }

  /// Moves the first `count` bytes at hand to the end of `array`.
  mutating func take(_ count: Int, into array: inout [UInt8]) {
    append(0..<count, to: &array)
    drop(count)
  }

  mutating func drop(_ count: Int) {
    precondition(count <= bytes.count - start)
    start += count
  }
}
