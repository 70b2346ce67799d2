public import Genome

/// The two builds' loci laid beside each other: stretches of equal bases between the differences.
///
/// The offset between the builds changes inside the gene, so nothing is lifted by a constant.
public struct BuildAlignment: Sendable, Hashable {
  struct Segment: Sendable, Hashable {
    let grch37: Int
    let grch38: Int
    let count: Int

    func start(on assembly: Assembly) -> Int { assembly == .grch37 ? grch37 : grch38 }
  }

  private let segments: [Segment]
  private let grch37: Locus
  private let grch38: Locus

  /// `differences` in rising order, as the reference bundle's check proves them.
  public init(grch37: Locus, grch38: Locus, differences: [BuildDifference]) {
    self.grch37 = grch37
    self.grch38 = grch38
    var segments: [Segment] = []
    var next = (grch37: grch37.interval.start, grch38: grch38.interval.start)
    for difference in differences {
      segments.append(
        Segment(
          grch37: next.grch37, grch38: next.grch38,
          count: difference.grch37.start - next.grch37))
      next = (difference.grch37.end + 1, difference.grch38.end + 1)
    }
    segments.append(
      Segment(
        grch37: next.grch37, grch38: next.grch38,
        count: grch37.interval.end - next.grch37 + 1))
    self.segments = segments
  }

  /// The FOXP3 locus on a build.
  public func locus(_ assembly: Assembly) -> Locus { assembly == .grch37 ? grch37 : grch38 }

  /// The position on the other build; `nil` in a difference or outside the locus.
  public func position(_ position: Int, from assembly: Assembly) -> Int? {
    let other = assembly.other
    return segments.first {
      position >= $0.start(on: assembly) && position < $0.start(on: assembly) + $0.count
    }.map { position - $0.start(on: assembly) + $0.start(on: other) }
  }

  /// The same resulting sequence written against the other build, trimmed and left-aligned; `nil`
  /// where the change touches a difference between the builds: then the flanks of its whole
  /// ambiguity on either build, which must be alike, don't map. What is given leads back.
  public func change(_ change: SequenceChange, from assembly: Assembly) -> SequenceChange? {
    let target = locus(assembly.other)
    guard let carried = carried(change, from: assembly), !carried.isNone else { return nil }
    let aligned = carried.leftAligned(on: target)
    let back = target.fullyJustified(aligned).interval
    return counterpart(of: back, from: assembly.other) == nil ? nil : aligned
  }

  /// Whether the resulting sequence is just the other build's reference: a difference of the builds,
  /// and there no change at all.
  public func isReferenceOfOther(_ change: SequenceChange, from assembly: Assembly) -> Bool {
    !change.isNone && carried(change, from: assembly)?.isNone == true
  }

  /// The whole ambiguity of a change with what it makes of it, against the other build; `nil` where
  /// its flanks don't map.
  private func carried(_ change: SequenceChange, from assembly: Assembly) -> SequenceChange? {
    let wide = locus(assembly).fullyJustified(change)
    guard let stretch = counterpart(of: wide.interval, from: assembly),
      let reference = locus(assembly.other).bases(in: stretch)
    else { return nil }
    return SequenceChange(start: stretch.start, reference: reference, alternate: wide.alternate)
  }

  /// What lies between the counterparts of a stretch's two neighbours.
  private func counterpart(of stretch: Interval, from assembly: Assembly) -> Interval? {
    guard let before = position(stretch.start - 1, from: assembly),
      let after = position(stretch.end + 1, from: assembly)
    else { return nil }
    return Interval(before + 1, after - 1)
  }
}
