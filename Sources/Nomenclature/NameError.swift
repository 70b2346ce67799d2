/// A name that can't be read or placed: what was written, and what is wrong with it.
public struct NameError: Error, Sendable, Hashable, CustomStringConvertible {
  public let name: String
  /// The cause, as a clause: "position c.1297 lies beyond the stop codon".
  public let cause: String

  public init(_ name: String, _ cause: String) {
    self.name = name
    self.cause = cause
  }

  /// However long the name is, one sentence.
  public var description: String {
    guard !name.isEmpty else { return cause }
    return name.count <= 80 ? "\(name): \(cause)" : "\(name.prefix(80))…: \(cause)"
  }
}
