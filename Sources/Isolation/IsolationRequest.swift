public import Genome

/// What to isolate, and what is said of the input from outside.
public struct IsolationRequest: Sendable, Hashable {
  /// The locus in each supported build.
  public var loci: [Locus]
  public var naming: ChromosomeNaming
  /// The build the user declares (`--assembly`); checked, never trusted alone against the file.
  public var declaredAssembly: Assembly?
  /// Leave an index aside (`--full-scan`).
  public var isFullScan: Bool
  /// Without an index, go to the locus by the heads of the blocks where the file is in order. It
  /// can't see records out of place that fill less than a block.
  public var allowsBisect: Bool
  /// Also hand over records of X outside the locus and of Y: all of them by a full scan and through an
  /// index, none by bisecting.
  public var includesElsewhere: Bool
  /// With records elsewhere asked for, a file of up to so many bytes is read whole, index or not: that takes
  /// less time than its index, and misses nothing.
  public var wholeFileLimit: Int
  /// Threads that inflate; `nil` lets the number of processors decide.
  public var threads: Int?

  public init(
    loci: [Locus], naming: ChromosomeNaming, declaredAssembly: Assembly? = nil,
    isFullScan: Bool = false, allowsBisect: Bool = false, includesElsewhere: Bool = false,
    wholeFileLimit: Int = 1 << 16, threads: Int? = nil
  ) {
    self.loci = loci
    self.naming = naming
    self.declaredAssembly = declaredAssembly
    self.isFullScan = isFullScan
    self.allowsBisect = allowsBisect
    self.includesElsewhere = includesElsewhere
    self.wholeFileLimit = wholeFileLimit
    self.threads = threads
  }

  func locus(_ assembly: Assembly) -> Locus? { loci.first { $0.assembly == assembly } }
}

/// Where a record handed over stands.
public enum RecordPlace: String, Sendable, CaseIterable, Hashable {
  /// It overlaps the locus of the proven build.
  case locus
  case elsewhereOnX
  case chromosomeY
}
