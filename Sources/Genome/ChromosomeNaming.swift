/// How files name chromosomes X and Y, and what tells the build.
public struct ChromosomeNaming: Sendable, Hashable {
  /// Contig names of chromosome X; the build where the name itself tells it (`NC_000023.11`),
  /// else `nil` (`chrX`).
  public var names: [String: Assembly?]
  /// Contig names of chromosome Y, in any build.
  public var chromosomeYNames: Set<String>
  /// Fix-patch contigs that carry a copy of FOXP3, with their build.
  public var patches: [String: Assembly]
  /// Lengths of chromosome X in builds that are not supported, with the build's name.
  public var unsupportedLengths: [Int: String]

  public init(
    names: [String: Assembly?], chromosomeYNames: Set<String>, patches: [String: Assembly],
    unsupportedLengths: [Int: String]
  ) {
    self.names = names
    self.chromosomeYNames = chromosomeYNames
    self.patches = patches
    self.unsupportedLengths = unsupportedLengths
  }
}
