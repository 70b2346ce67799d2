/// A place in the locus where the two builds' plus strands differ. Between two such places the
/// bases are the same and only the numbering shifts.
public struct BuildDifference: Sendable, Hashable {
  /// Bases on GRCh37 and their counterpart on GRCh38; one may be empty.
  public var grch37: Interval
  public var grch38: Interval

  public init(grch37: Interval, grch38: Interval) {
    self.grch37 = grch37
    self.grch38 = grch38
  }
}
