public import Genome

/// How far along the reference an allele may act, as far as its record tells. POS alone does not say it: a
/// breakend joins another place, an imprecise end lies in a range, and a deletion without an end may take
/// anything behind POS.
struct AlleleReach {
  let record: ReadRecord
  let alternate: String
  /// 1-based, as GT counts.
  let index: Int
  /// Whether an end of which nothing is said may lie anywhere, or is taken as it is written.
  var isAnywhereUnlessTold = true

  /// Behind every position of a chromosome.
  private static let farthest = Int(Int32.max)
  static let anywhere = Interval(1, farthest)

  var interval: Interval {
    if ReadRecord.isNonReference(alternate) || alternate == "*" || alternate == "<*:DEL>" {
      return record.interval
    }
    if alternate.contains(where: { $0 == "[" || $0 == "]" }) { return breakend }
    if ReadRecord.isSingleBreakend(alternate) { return AlleleReach.anywhere }
    if alternate.hasPrefix("<INS") {
      return reachable(record.interval, isPoint: true)
    }
    return isKnownByEnds ? reachable(ends, isPoint: false) : record.interval
  }

  /// A symbol; or no bases that could be read beside SVTYPE, as `N` for `N`.
  private var isKnownByEnds: Bool {
    if alternate.hasPrefix("<") { return true }
    let isUnread =
      alternate.uppercased() == record.reference.uppercased()
      || alternate.contains { !"ACGTacgt".contains($0) }
    return isUnread && record.informationValue("SVTYPE") != nil
  }

  /// All between the two ends that a breakend joins: it may be lost, doubled or turned round. Of one
  /// that joins another chromosome its own place.
  private var breakend: Interval {
    guard
      let mate = Adjacency(
        alternate: alternate, contig: record.contig, position: record.position)?.there
    else { return AlleleReach.anywhere }
    guard isOwnContig(mate.contig) else {
      return reachable(record.interval, record.precisionOfPlace(ofAllele: index))
    }
    let joined = Interval(
      min(record.position, mate.position), max(record.end, mate.position))
    return reachable(joined, isPoint: true)
  }

  /// `interval` with all that the record leaves open of its ends. A point's two sides are equally well known
  /// where only CIPOS is given.
  private func reachable(_ interval: Interval, isPoint: Bool) -> Interval {
    reachable(interval, record.precision(ofAllele: index, changing: interval, isPoint: isPoint))
  }

  private func reachable(
    _ interval: Interval, _ precision: StructuralChange.Precision
  ) -> Interval {
    switch precision {
    case .exact: interval
    case .within(let first, let last):
      Interval(min(first.start, interval.start), max(last.end, interval.end))
    case .unknown: isAnywhereUnlessTold ? AlleleReach.anywhere : told(interval)
    }
  }

  /// With the one range that is given; the other end matches it where it is CIPOS.
  private func told(_ interval: Interval) -> Interval {
    let ranges = EndRanges(record: record, index: index)
    let first = EndRanges.places(ranges.first ?? 0...0, around: interval.start) ?? interval
    let last = EndRanges.places(ranges.last ?? 0...0, around: interval.end) ?? interval
    return Interval(min(first.start, interval.start), max(last.end, interval.end))
  }

  /// From the lower one of POS and END to the furthest end that the record gives. Where none lies behind
  /// POS, it is not known where the change ends.
  private var ends: Interval {
    if let other = record.informationValue("CHR2"), !isOwnContig(other) { return record.interval }
    if AlleleReach.junctions.contains(alternate) { return junction }
    let stated = record.informationValue("END").flatMap(AlleleReach.place) ?? record.position
    let lengths = record.structuralLengths
    let length = lengths.indices.contains(index - 1) ? lengths[index - 1] ?? 0 : 0
    let byLength = min(Int(length.magnitude), AlleleReach.farthest) + record.position
    let furthest = max(stated, byLength)
    return Interval(
      min(stated, record.position),
      furthest > record.position ? max(furthest, record.end) : AlleleReach.farthest)
  }

  /// Symbols of a junction of two places, with the other one beside CHR2; their SVLEN tells nothing.
  private static let junctions: Set<String> = ["<BND>", "<CTX>", "<TRA>"]

  private var junction: Interval {
    let other = ["END2", "POS2", "END"].lazy.compactMap { key in
      record.informationValue(key).flatMap(AlleleReach.place)
    }.first { $0 != record.position }
    guard let other else { return AlleleReach.anywhere }
    return Interval(min(record.position, other), max(record.end, other))
  }

  /// `nil` for what is no place of a chromosome.
  private static func place(_ text: Substring) -> Int? {
    Int(text).flatMap { (0...farthest).contains($0) ? $0 : nil }
  }

  private func isOwnContig(_ contig: some StringProtocol) -> Bool {
    ContigName.bare(contig) == ContigName.bare(record.contig)
  }
}

extension ReadVariant {
  /// The stretch of reference that the allele may change, as far as its record tells.
  public var reach: Interval {
    AlleleReach(record: record, alternate: alternate, index: alleleIndex).interval
  }

  /// The same by the ends and ranges that are given: an imprecise end without a range is taken as it is written.
  public var toldReach: Interval {
    AlleleReach(
      record: record, alternate: alternate, index: alleleIndex, isAnywhereUnlessTold: false
    ).interval
  }
}

extension ReadRecord {
  /// The stretch of reference that some allele of the record may change, as far as it tells.
  public var reach: Interval {
    alternates.indices.map { ReadVariant(record: self, alleleIndex: $0 + 1).reach }
      .reduce(interval) { Interval(min($0.start, $1.start), max($0.end, $1.end)) }
  }

  /// The reach of what may lie or join anywhere.
  public static let anywhere = AlleleReach.anywhere

  /// Where the other end of its only breakend may lie, by the range that the record gives.
  public func joinedPlaces(around position: Int) -> Interval {
    let exact = Interval(position, position)
    guard precision(ofAllele: 1, changing: exact, isPoint: true) != .exact,
      let last = EndRanges(record: self, index: 1).last
    else { return exact }
    return EndRanges.places(last, around: position) ?? exact
  }

  /// A single breakend: bases with a leading or trailing dot (VCF 4.2, section 5.4.9).
  public static func isSingleBreakend(_ alternate: String) -> Bool {
    alternate.count > 1 && (alternate.hasPrefix(".") || alternate.hasSuffix("."))
  }
}

extension NormalisedVariant {
  /// The stretch of reference that it may change, as far as the file tells; empty between two bases for an
  /// insertion, `nil` for a variant without a record.
  public var reach: Interval? {
    switch change {
    case .sequence(let change): change.interval
    case .structural(let change): change.widest ?? AlleleReach.anywhere
    case .notAssessable: parts.first?.reach
    }
  }
}
