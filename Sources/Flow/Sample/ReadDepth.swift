public import Genome

/// What reads show over the locus, base by base along the plus strand.
public struct ReadDepth: Sendable, Hashable {
  /// One value per base.
  public struct Base: Sendable, Hashable {
    /// Reads with a base aligned there, of any mapping quality: unmapped, secondary, failed and
    /// duplicate ones left out, mates counted each, as `samtools depth` does.
    public var reads: Int32
    /// Bases that calling uses: mapping and base quality high enough, overlapping mates once, very
    /// deep data thinned.
    public var good: Int32
    /// Mean mapping quality of `reads`, rounded; `nil` without reads, or where none has one.
    public var mappingQuality: UInt8?

    public init(reads: Int32, good: Int32, mappingQuality: UInt8?) {
      self.reads = reads
      self.good = good
      self.mappingQuality = mappingQuality
    }
  }

  /// Where the first base lies, 1-based.
  public var start: Int
  public var bases: [Base]
  /// Good bases that show each substitution of one base, called or not.
  public var substitutions: [SequenceChange: Int]

  public init(start: Int, bases: [Base], substitutions: [SequenceChange: Int] = [:]) {
    self.start = start
    self.bases = bases
    self.substitutions = substitutions
  }

  /// Fewest good bases at a place of the stretch; `nil` where it is empty or leaves the locus.
  public func lowestGood(over stretch: Interval) -> Int? {
    guard !stretch.isEmpty, stretch.start >= start, stretch.end < start + bases.count else {
      return nil
    }
    return bases[stretch.start - start...stretch.end - start].map { Int($0.good) }.min()
  }
}
