import Flow
import Genome

/// All of a sample's observations in the locus, and what they prove of a stretch together.
struct LocusReading: Sendable {
  /// What has to be excluded over a stretch.
  enum Need: Sendable, Hashable {
    /// One change of bases without insertion or deletion.
    case substitution(SequenceChange)
    /// One insertion or deletion.
    case indel(SequenceChange)
    /// Any change, insertions and deletions among them.
    case anyChange
  }

  /// By start.
  let observations: [Observation]
  /// The file has reference blocks or reference calls of every position; without them it lists
  /// variants only.
  let listsReference: Bool
  private let hasSample: Bool
  private let isCalledFromReads: Bool
  /// Of records that were called of reads: a block's depth is the lowest of all its bases.
  private let readDepth: ReadDepth?

  init(input: SampleInput, rule: ObservationRule) {
    observations = input.records.compactMap { record in
      input.call(at: record).flatMap { rule.observe($0, in: record) }
    }.sorted { ($0.interval.start, $0.interval.end) < ($1.interval.start, $1.interval.end) }
    hasSample = input.column != nil
    isCalledFromReads = input.isCalledFromReads
    readDepth = isCalledFromReads ? input.readDepth : nil
    listsReference = input.records.contains(where: \.isReferenceCall)
  }

  /// `nil` where the stretch is proven; else why not.
  func doubt(over stretch: Interval, need: Need) -> SiteState? {
    let here = observations.filter { $0.interval.overlaps(stretch) }
    if let problem = here.lazy.compactMap(\.problem).first { return .uncertain(reason: problem) }
    if case .indel(let change) = need,
      here.contains(where: { $0.verdict.isReference(against: change) })
    {
      return nil
    }
    let gaps = LocusReading.gaps(in: stretch, after: here.filter { proves(need, $0) })
    guard let gap = gaps.first else { return nil }
    if let weaker = here.first(where: { $0.interval.overlaps(gap) }) {
      return .uncertain(reason: shortfall(need, weaker))
    }
    return .notLookedAt(reason: absence(stretch, gaps))
  }

  /// Lowest depth of good bases over the stretch; of a variant file the lowest that a record over it gives,
  /// for all its bases.
  func depth(over stretch: Interval) -> Int? {
    if let lowest = readDepth?.lowestGood(over: stretch) { return lowest }
    return observations.lazy.filter { $0.interval.overlaps(stretch) }.compactMap(\.depth).min()
  }

  /// What is left of a stretch without the bases that were read, whether or not insertions and deletions
  /// were looked for, and that no doubtful call contradicts.
  func gaps(in stretch: Interval) -> [Interval] {
    let here = observations.filter { $0.interval.overlaps(stretch) }
    let read = here.filter { $0.verdict == .reference || $0.verdict == .alternate }
    let doubtful = here.filter { $0.problem != nil }.map(\.interval)
    return LocusReading.gaps(in: stretch, after: read, doubtful: doubtful)
  }

  private func proves(_ need: Need, _ observation: Observation) -> Bool {
    switch (need, observation.verdict) {
    case (_, .unsettled): false
    case (.substitution, .reference), (.substitution, .alternate): true
    case (.substitution(let change), let verdict): verdict.isReference(against: change)
    case (_, .reference), (_, .alternate): observation.coversIndels
    case (_, .referenceAgainst): false
    }
  }

  private func shortfall(_ need: Need, _ observation: Observation) -> String {
    switch need {
    case .substitution:
      "the record there was called reference against other alleles only"
    case .indel, .anyChange:
      "the records there do not show that insertions and deletions were looked for "
        + "(no <NON_REF> or <*>)"
    }
  }

  private func absence(_ stretch: Interval, _ gaps: [Interval]) -> String {
    guard hasSample else { return "the file has no genotypes" }
    guard listsReference || isCalledFromReads else {
      return "no record covers it; a plain VCF does not list reference positions"
    }
    let (what, verb) =
      isCalledFromReads ? ("read with good bases", "lies over") : ("record", "covers")
    guard gaps != [stretch] else { return "no \(what) \(verb) it" }
    let places = gaps.map { $0.count == 1 ? "\($0.start)" : "\($0.start)-\($0.end)" }
    return "no \(what) \(verb) \(places.joined(separator: ", "))"
  }

  /// What of `stretch` the observations (by start) leave open, plus what is doubtful of it.
  private static func gaps(
    in stretch: Interval, after covering: [Observation], doubtful: [Interval] = []
  ) -> [Interval] {
    var open: [Interval] = []
    var next = stretch.start
    for interval in covering.map(\.interval) where interval.end >= next {
      if interval.start > next { open.append(Interval(next, interval.start - 1)) }
      next = interval.end + 1
    }
    if next <= stretch.end { open.append(Interval(next, stretch.end)) }
    return merged((open + doubtful).compactMap { $0.intersection(stretch) })
  }

  private static func merged(_ intervals: [Interval]) -> [Interval] {
    guard intervals.count > 1 else { return intervals }
    var merged: [Interval] = []
    for interval in intervals.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = merged.last, interval.start <= last.end + 1 {
        merged[merged.count - 1].end = max(last.end, interval.end)
      } else {
        merged.append(interval)
      }
    }
    return merged
  }
}
