/// An output file that can't be delivered.
public struct DeliveryError: Error, Sendable, Hashable {
  public enum Code: String, Sendable, CaseIterable, Hashable {
    case noSpace
    case notPermitted
    /// A directory stands where the file should go, or a file where a directory should.
    case inTheWay
    /// The file is one that the run reads.
    case isRead
    /// The name leaves the output directory, or is staged twice.
    case badName
    case other
  }

  public var code: Code
  /// Path of the file or directory.
  public var file: String
  /// Cause and remedy, as a clause.
  public var message: String

  public init(_ code: Code, file: String, _ message: String) {
    self.code = code
    self.file = file
    self.message = message
  }
}

extension DeliveryError {
  /// A file that takes the place of what it is made from destroys it.
  public init(isRead file: String) {
    self.init(
      .isRead, file: file,
      "is read in this run and would be lost; name another file to write")
  }
}

extension DeliveryError: CustomStringConvertible {
  public var description: String { "\(file): \(message)" }
}
