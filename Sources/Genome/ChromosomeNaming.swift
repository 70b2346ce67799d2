/// How files name chromosomes X and Y, and what tells the build.
public struct ChromosomeNaming: Sendable, Hashable {
  /// Contig names of chromosome X; the build where the name itself tells it (`NC_000023.11`),
  /// else `nil` (`chrX`).
  public var names: [String: Assembly?]
  /// Contig names of chromosome Y, in any build.
  public var chromosomeYNames: Set<String>
  /// Fix-patch contigs that carry a copy of FOXP3, with their build.
  public var patches: [String: Assembly]
  /// Lengths of those contigs, whose names differ from one reference to the next.
  public var patchLengths: [Int: Assembly]
  /// Lengths of chromosome X in builds that are not supported, with the build's name.
  public var unsupportedLengths: [Int: String]

  public init(
    names: [String: Assembly?], chromosomeYNames: Set<String>, patches: [String: Assembly],
    patchLengths: [Int: Assembly], unsupportedLengths: [Int: String]
  ) {
    self.names = names
    self.chromosomeYNames = chromosomeYNames
    self.patches = patches
    self.patchLengths = patchLengths
    self.unsupportedLengths = unsupportedLengths
  }

  /// The build whose fix patch with a copy of FOXP3 a contig is, by its name or length in bases; `nil` for
  /// other contigs.
  public func patch(_ name: String, length: Int?) -> Assembly? {
    patches[name] ?? length.flatMap { patchLengths[$0] }
  }
}
