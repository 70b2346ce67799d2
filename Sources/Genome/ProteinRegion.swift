/// A named stretch of the protein.
public struct ProteinRegion: Sendable, Hashable {
  public var name: String
  /// First and last residue, 1-based on NP_054728.2.
  public var first: Int
  public var last: Int
  public var source: String

  public init(name: String, first: Int, last: Int, source: String) {
    self.name = name
    self.first = first
    self.last = last
    self.source = source
  }
}
