/// Reads on X and Y against the autosomes, each by the length of its chromosomes.
public struct SexChromosomeDepth: Sendable, Hashable {
  /// Reads per base of X over reads per base of the autosomes: about 1 with two X, 0.5 with one.
  public var ofX: Double
  /// The same of Y. Half of Y can't be mapped to, so that one Y gives about a quarter.
  public var ofY: Double
  /// Reads on the autosomes.
  public var autosomalReads: Int

  public init(ofX: Double, ofY: Double, autosomalReads: Int) {
    self.ofX = ofX
    self.ofY = ofY
    self.autosomalReads = autosomalReads
  }
}
