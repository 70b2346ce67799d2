/// Reads on X and Y against the autosomes, each by the length of its chromosomes.
public struct SexChromosomeDepth: Sendable, Hashable {
  /// Reads per base of X over reads per base of the autosomes: about 1 with two X, 0.5 with one.
  public var ofX: Double
  /// The same of Y. Half of Y can't be mapped to, so that one Y gives about a quarter.
  public var ofY: Double
  /// Reads on the autosomes compared with.
  public var autosomalReads: Int
  /// Those autosomes: with about the same number of reads per base; none where they are the smaller
  /// part of those that have reads.
  public var evenAutosomes: Int

  /// Fewest of them in a whole genome's file. One cut to some chromosomes or genes has fewer, and the
  /// ratios say what was cut out.
  private static let fewestAutosomes = 10

  public init(ofX: Double, ofY: Double, autosomalReads: Int, evenAutosomes: Int) {
    self.ofX = ofX
    self.ofY = ofY
    self.autosomalReads = autosomalReads
    self.evenAutosomes = evenAutosomes
  }

  public var isOfWholeGenome: Bool { evenAutosomes >= Self.fewestAutosomes }
}
