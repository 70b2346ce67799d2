/// A name that can't be read or placed: what was written, and what is wrong with it.
public struct NameError: Error, Sendable, Hashable, CustomStringConvertible {
  public let name: String
  /// The cause, as a clause: "position c.1297 lies beyond the stop codon".
  public let cause: String

  public init(_ name: String, _ cause: String) {
    self.name = name
    self.cause = cause
  }

  public var description: String { "\(name): \(cause)" }
}
