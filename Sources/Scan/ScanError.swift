/// A file that can't be scanned to its end. The file's name is the caller's to add.
public struct ScanError: Error, Sendable, Hashable {
  public enum Code: String, Sendable, CaseIterable, Hashable {
    case notReadable
    /// The file ends before its format says so.
    case truncated
    /// The compressed or binary data are damaged.
    case corrupt
    /// A line or record breaks its format.
    case malformed
  }

  public var code: Code
  /// Byte of the file, from 0, at or after which the trouble is; `nil` where it has no place.
  public var offset: UInt64?
  /// Cause and remedy, as a clause.
  public var message: String

  public init(_ code: Code, at offset: UInt64? = nil, _ message: String) {
    self.code = code
    self.offset = offset
    self.message = message
  }
}

extension ScanError: CustomStringConvertible {
  public var description: String {
    offset.map { "byte \($0): \(message)" } ?? message
  }
}
