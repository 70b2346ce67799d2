public import Genome

/// A row of the table that is known by what a deletion has to remove, and not by one allele.
public struct RemovalRow: Sendable, Hashable {
  /// What has to be removed, on one build.
  public struct Stretch: Sendable, Hashable {
    public var assembly: Assembly
    /// As `NC_000023.11:g.49264659_49264710`.
    public var name: String

    public init(assembly: Assembly, name: String) {
      self.assembly = assembly
      self.name = name
    }
  }

  public var evidence: TableEvidence
  /// GRCh38 first.
  public var stretches: [Stretch]

  public init(evidence: TableEvidence, stretches: [Stretch]) {
    self.evidence = evidence
    self.stretches = stretches
  }
}
