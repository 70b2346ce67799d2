public import Genome

extension ReadRecord {
  /// INFO has the flag IMPRECISE.
  public var isImprecise: Bool { information.contains("IMPRECISE") }

  /// How well the ends of a symbolic allele are known that changes `interval` (VCF 4.5, section 3). With IMPRECISE
  /// each end needs its range, else it may lie anywhere; without it an end that has none is exact, and ranges
  /// that tell of a repeat leave both exact.
  ///
  /// - Parameter isPoint: an insertion or a breakend, whose CIPOS holds for both ends where CIEND is absent.
  public func precision(
    ofAllele index: Int, changing interval: Interval, isPoint: Bool = false
  ) -> StructuralChange.Precision {
    let ranges = EndRanges(record: self, index: index)
    guard isImprecise else { return preciseEnds(ranges, interval) }
    guard let first = ranges.first, let last = ranges.last, isPoint || ranges.tellsLast else {
      return .unknown
    }
    return ReadRecord.within(first, last, of: interval)
  }

  private func preciseEnds(_ ranges: EndRanges, _ interval: Interval) -> StructuralChange.Precision
  {
    guard !ranges.areUnreadable else { return .unknown }
    let (first, last) = (ranges.first ?? 0...0, ranges.last ?? 0...0)
    if ranges.areOfRepeat || ranges.areCalledExact || first == 0...0 && last == 0...0 {
      return .exact
    }
    return ReadRecord.within(first, last, of: interval)
  }

  private static func within(
    _ first: ClosedRange<Int>, _ last: ClosedRange<Int>, of interval: Interval
  ) -> StructuralChange.Precision {
    guard let first = EndRanges.places(first, around: interval.start),
      let last = EndRanges.places(last, around: interval.end), first.start <= last.end
    else { return .unknown }
    return .within(first: first, last: last)
  }

  /// How well the record's own place is known, by CIPOS alone: CIEND of a breakend to another chromosome is
  /// of the place there.
  func precisionOfPlace(ofAllele index: Int) -> StructuralChange.Precision {
    let ranges = EndRanges(record: self, index: index)
    if !isImprecise,
      ranges.areOfRepeat || ranges.areCalledExact || !ranges.tellsLast && ranges.first == nil
    {
      return ranges.areUnreadable ? .unknown : .exact
    }
    guard let first = ranges.first else { return .unknown }
    return !isImprecise && first == 0...0
      ? .exact : ReadRecord.within(first, first, of: interval)
  }

  /// The entries of INFO, as `END=100` or `IMPRECISE`.
  public var information: [Substring] {
    informationText?.utf8.split(separator: UInt8(ascii: ";")).map(Substring.init) ?? []
  }

  /// What INFO gives for `key`; `nil` where it is absent or a flag.
  public func informationValue(_ key: String) -> Substring? {
    information.lazy.compactMap { entry in
      entry.hasPrefix(key) && entry.dropFirst(key.count).first == "="
        ? entry.dropFirst(key.count + 1) : nil
    }.first
  }
}
