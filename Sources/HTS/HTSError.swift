/// A variant file that can't be opened, read, understood or written.
public struct HTSError: Error, Sendable, Hashable {
  public enum Code: String, Sendable, CaseIterable, Hashable {
    case notFound
    case isDirectory
    case notReadable
    /// The name is a network address or a scheme of htslib's; only local files are read.
    case isURL
    case empty
    /// Not VCF or BCF.
    case notVariants
    case noHeader
    case unsupportedVersion
    /// A record or header line breaks the VCF specification.
    case malformed
    /// The file ends before its format says so.
    case truncated
    /// The compressed or binary data are damaged.
    case corrupt
    case badIndex
    /// A CRAM whose bases are stored against a reference that was not given.
    case referenceNeeded
    case unknownSample
    case writeFailed
  }

  public var code: Code
  /// The file's name as the user gave it; `standard input` for `-`.
  public var file: String
  /// The record, as `record 12 (X:49250000)`, or `nil` for the file as a whole.
  public var record: String?
  /// Cause and remedy, as a clause.
  public var message: String

  public init(_ code: Code, file: String, record: String? = nil, _ message: String) {
    self.code = code
    self.file = file
    self.record = record
    self.message = message
  }
}

extension HTSError {
  /// The same of a file's last line where that has no line end.
  public var ofCutLine: HTSError {
    HTSError(
      .truncated, file: file, record: record,
      message + "; the file ends inside this line: it was cut off, so copy or make it again")
  }
}

extension HTSError: CustomStringConvertible {
  public var description: String {
    [file, record].compactMap { $0 }.joined(separator: ", ") + ": " + message
  }
}
