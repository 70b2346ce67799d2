/// How files name chromosome X, and what tells its build.
public struct ChromosomeNaming: Sendable, Hashable {
  /// Contig names of chromosome X; the build where the name itself tells it (`NC_000023.11`),
  /// else `nil` (`chrX`).
  public var names: [String: Assembly?]
  /// Fix-patch contigs that carry a copy of FOXP3, with their build.
  public var patches: [String: Assembly]
  /// Lengths of chromosome X in builds that are not supported, with the build's name.
  public var unsupportedLengths: [Int: String]

  public init(
    names: [String: Assembly?], patches: [String: Assembly], unsupportedLengths: [Int: String]
  ) {
    self.names = names
    self.patches = patches
    self.unsupportedLengths = unsupportedLengths
  }
}
