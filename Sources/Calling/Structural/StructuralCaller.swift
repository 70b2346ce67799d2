import Genome

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Calls deletions and duplications that reads do not span: from split reads, pairs and depth.
struct StructuralCaller {
  private let store: ReadStore
  private let splits: [Junction: Int]
  private let discordant: [JunctionEvidence.Pair]
  /// The length of template that nearly all pairs stay under.
  private let reach: Int
  private let segments: DepthSegments?
  private let copies: Int?

  /// Split reads of one junction may be aligned this far apart.
  private static let tolerance = 10
  private static let shortest = CandidateEdits.longest
  /// Aligned bases on both sides that show that a read goes on as the reference does.
  private static let flank = 10
  /// From this length on the depth tells how many copies a duplication is on.
  private static let depthLength = 1_000
  /// Where this many bins lie within a change the depth has to agree.
  private static let depthBins = 2.0
  /// Natural logarithm of the odds of the usual depth against that of a change of one copy of two, from
  /// which on fewer bins disagree.
  private static let usualOdds = 4.6

  /// - Parameters:
  ///   - segments: `nil` where the depth can't be compared.
  ///   - copies: 1 or 2; `nil` where the sex is unknown.
  init(store: ReadStore, evidence: JunctionEvidence, segments: DepthSegments?, copies: Int?) {
    self.store = store
    splits = evidence.splits
    discordant = evidence.discordantPairs
    reach = evidence.longestTemplate
    self.segments = segments
    self.copies = copies
  }

  /// Those that touch the locus, by position. `clipped`: junctions that clipped reads show.
  func calls(_ clipped: [Junction: Int]) -> [StructuralCall] {
    let split = junctions(clipped).map { call($0.junction, $0.reads) }
    let rest = (segments?.segments ?? []).filter { segment in
      !split.contains { Self.explains($0, segment) }
    }
    let byDepth = rest.compactMap(call)
    let all = (split + byDepth).filter { $0.interval.overlaps(store.locus.interval) }
    return all.map { filtered($0, beside: all) }.sorted {
      ($0.interval.start, $0.interval.end) < ($1.interval.start, $1.interval.end)
    }
  }

  /// Inserted bases that stand in the locus too look like the end of a deletion and of a duplication.
  private func filtered(_ call: StructuralCall, beside all: [StructuralCall]) -> StructuralCall {
    let isShared = all.contains { other in
      other.isDeletion != call.isDeletion && other.isPrecise && call.isPrecise
        && [other.interval.start, other.interval.end + 1].contains { end in
          [call.interval.start, call.interval.end + 1].contains {
            abs($0 - end) <= CandidateEdits.repeatedTarget
          }
        }
    }
    guard isShared else { return call }
    var call = call
    call.filters.append(.sharedEnd)
    return call
  }

  /// Longest deletion or duplication that is written with its bases.
  private static let longestWritten = 1_000

  /// The change by its bases; `nil` where it is longer than is written so, or reaches out of the locus.
  private func edit(_ junction: Junction) -> Edit? {
    let whole = Interval(junction.interval.start - 1, junction.interval.end + 1)
    guard junction.interval.count <= Self.longestWritten, store.locus.interval.contains(whole)
    else {
      return nil
    }
    return junction.edit(on: store.locus)
  }

  /// Junctions with their reads, neighbouring ones as one.
  private func junctions(_ clipped: [Junction: Int]) -> [(junction: Junction, reads: Int)] {
    var split: [Junction: Int] = [:]
    for (junction, reads) in splits {
      split[junction.leftmost(on: store.locus), default: 0] += reads
    }
    var groups: [(junction: Junction, clipped: Int, split: Int, best: Int)] = []
    let all = Set(clipped.keys.filter { $0.kind != .insertion })
      .union(split.keys.filter { $0.interval.count > Self.shortest })
    for junction in all.sorted() {
      let (one, other) = (clipped[junction] ?? 0, split[junction] ?? 0)
      guard let place = groups.firstIndex(where: { Self.isNear($0.junction, junction) }) else {
        groups.append((junction, one, other, one + other))
        continue
      }
      groups[place].clipped += one
      groups[place].split += other
      if one + other > groups[place].best {
        groups[place].junction = junction
        groups[place].best = one + other
      }
    }
    return groups.map { ($0.junction, max($0.clipped, $0.split)) }.filter { $0.reads >= 2 }
  }

  private static func isNear(_ one: Junction, _ other: Junction) -> Bool {
    one.kind == other.kind && abs(one.left - other.left) <= tolerance
      && abs(one.right - other.right) <= tolerance
  }

  /// Whether a change that split reads show is why a segment has the depth it has: one of its kind, whose own depth
  /// does not say no, and that holds half of the segment or more.
  private static func explains(_ call: StructuralCall, _ segment: DepthSegments.Segment) -> Bool {
    guard call.isDeletion == segment.isDeletion, !call.filters.contains(.depthDisagrees),
      let shared = call.interval.intersection(segment.interval)
    else { return false }
    return 2 * shared.count >= segment.interval.count
  }

  private func call(_ junction: Junction, _ reads: Int) -> StructuralCall {
    let isDeletion = junction.kind == .deletion
    let pairs = discordant.count { surrounds($0, junction) }
    let reference = referenceReads(junction)
    let depth = segments?.ratio(in: junction.interval)
    var call = StructuralCall(
      isDeletion: isDeletion, interval: junction.interval, edit: edit(junction), isPrecise: true,
      margin: 0,
      splitReads: reads, pairs: pairs, referenceReads: reference ?? 0, ratio: depth?.measured,
      depthOdds: 0, filters: [], genotype: [], quality: 0)
    if reads < 3, pairs == 0 { call.filters.append(.lowSupport) }
    if let depth, disagrees(depth, isDeletion) { call.filters.append(.depthDisagrees) }
    (call.genotype, call.quality) = genotype(call, depth)
    if reference == nil {
      call.genotype =
        depth.map { genotype(byRatio: $0.measured, isDeletion: isDeletion) } ?? copies.map {
          $0 == 1 ? [1] : [0, 1]
        } ?? [0, 1]
    }
    return call
  }

  /// Mean number of reads that go on as the reference does at the ends within the locus; `nil` where
  /// both lie outside, whose reads are not kept.
  private func referenceReads(_ junction: Junction) -> Int? {
    let ends = [junction.left, junction.right - 1].filter {
      store.locus.interval.contains(Interval($0 - Self.flank, $0 + Self.flank))
    }
    guard !ends.isEmpty else { return nil }
    return (ends.map(spanning).reduce(0, +) + ends.count / 2) / ends.count
  }

  private func call(_ segment: DepthSegments.Segment) -> StructuralCall? {
    guard segment.odds >= 12, segment.interval.count >= 2 * DepthProfile.binSize else { return nil }
    let isDeletion = segment.isDeletion
    let junction =
      isDeletion
      ? Junction(left: segment.interval.start - 1, right: segment.interval.end + 1)
      : Junction(left: segment.interval.end, right: segment.interval.start)
    let pairs = discordant.count { surrounds($0, junction, margin: 2 * DepthProfile.binSize) }
    var call = StructuralCall(
      isDeletion: isDeletion, interval: segment.interval, edit: nil, isPrecise: false,
      margin: DepthProfile.binSize, splitReads: 0, pairs: pairs, referenceReads: 0,
      ratio: segment.measured, depthOdds: segment.odds, filters: [], genotype: [], quality: 0)
    let isLong = segment.interval.count >= 4 * DepthProfile.binSize && segment.odds >= 23
    if !isLong, pairs < 2 { call.filters.append(.lowSupport) }
    call.quality = min(99, Int(segment.odds * 4.34))
    call.genotype = genotype(byRatio: segment.measured, isDeletion: isDeletion)
    return call
  }

  /// Whether a pair's mates lie on both sides of a junction, no further away than a template reaches.
  private func surrounds(
    _ pair: JunctionEvidence.Pair, _ junction: Junction, margin: Int = 5
  ) -> Bool {
    guard pair.isEverted == (junction.kind == .duplication) else { return false }
    if pair.isEverted {
      return (junction.right - margin...junction.right + reach).contains(pair.left)
        && (junction.left - reach...junction.left + margin).contains(pair.right)
    }
    return (junction.left - reach...junction.left + margin).contains(pair.left)
      && (junction.right - margin...junction.right + reach).contains(pair.right)
  }

  /// Whether the depth of a change is that of the usual copies: near it over some bins, or surely (by
  /// Poisson counts) over one.
  private func disagrees(
    _ depth: (measured: Double, expected: Double), _ isDeletion: Bool
  ) -> Bool {
    guard let usual = segments?.baseline.mean else { return false }
    let isNear = isDeletion ? depth.measured > 0.85 : depth.measured < 1.15
    if isNear, depth.expected >= Self.depthBins * usual { return true }
    let other = isDeletion ? 0.5 : 1.5
    let seen = depth.measured * depth.expected
    return depth.expected * (other - 1) - seen * log(other) > Self.usualOdds
  }

  /// Reads that are aligned without a break over a base and the one behind it.
  private func spanning(_ position: Int) -> Int {
    store.reads.count { read in
      guard let block = store.block(read, at: position) else { return false }
      return position - block.position >= Self.flank && block.end - position >= Self.flank
    }
  }

  /// By the reads over the junction and beside it: an error in a thousand, or a half.
  private func genotype(
    _ call: StructuralCall, _ depth: (measured: Double, expected: Double)?
  ) -> ([Int], Int) {
    let (split, reference) = (Double(call.splitReads), Double(call.referenceReads))
    let rare = -3.0
    let none = split * rare
    let all = reference * rare
    let half = (split + reference) * log10(0.5)
    let scored =
      copies == 1
      ? [([0], none), ([1], all), ([0, 1], half - 3)]
      : [([0, 0], none), ([0, 1], half), ([1, 1], all)]
    guard call.isDeletion else {
      return duplicated(call, depth, quality: min(99, Int(-10 * none)))
    }
    let ranked = scored.sorted { $0.1 > $1.1 }
    return (ranked[0].0, min(99, Int(10 * (ranked[0].1 - ranked[1].1))))
  }

  /// Of the reads over a seam those that are seen: an overhang of few bases is aligned with mismatches.
  private static let seenSeam = 0.85
  /// Natural logarithm of the odds before any read is seen: a duplication in a part of a male's cells
  /// is rarer than one in all, and one on both copies of a female than one on one.
  private static let everyCopyOfMale = 4.6
  private static let everyCopyOfFemale = -2.3

  /// A tandem duplication keeps the reference's junctions on its own copy: there are as many reads over
  /// its seam as over each end where every copy has it, and half as many where half of them do (both
  /// as Poisson counts of templates, whose mates may both read the same base); and twice the depth, or one and a half.
  /// Where the two are alike the genotype is open.
  private func duplicated(
    _ call: StructuralCall, _ depth: (measured: Double, expected: Double)?, quality: Int
  ) -> ([Int], Int) {
    let share = templatesPerRead(at: [call.interval.start, call.interval.end])
    let seam = Double(call.splitReads) * share
    let ends = Double(call.referenceReads) * Self.seenSeam * share
    var odds = seam * log(2.0) - ends / 2
    if let depth, let spread = segments?.baseline.spread,
      call.interval.count >= Self.depthLength
    {
      odds += Self.depthOdds(depth.measured, expected: depth.expected, spread)
    }
    let whole = odds + (copies == 1 ? Self.everyCopyOfMale : Self.everyCopyOfFemale)
    // What was expected before must not overrule what is seen.
    let isOpen = abs(whole) * 4.34 < 10 || whole * odds < 0
    let every = copies == 1 ? [1] : [1, 1]
    return (whole > 0 ? every : [0, 1], isOpen ? min(quality, Int(abs(whole) * 4.34)) : quality)
  }

  private func templatesPerRead(at positions: [Int]) -> Double {
    let over = store.reads.filter { read in
      positions.contains { store.block(read, at: $0) != nil }
    }
    return over.isEmpty ? 1 : Double(Set(over.map(\.template)).count) / Double(over.count)
  }

  /// Natural logarithm of the odds of twice the depth against one and a half times it: normal
  /// distributions with the variance of chance and of the sample's own spread, and no more than the
  /// reads over the seam can outweigh.
  private static func depthOdds(_ ratio: Double, expected: Double, _ spread: Double) -> Double {
    func score(_ mean: Double) -> Double {
      let variance = mean / expected + (spread * mean) * (spread * mean)
      return -0.5 * ((ratio - mean) * (ratio - mean) / variance + log(variance))
    }
    return max(-10, min(10, score(2) - score(1.5)))
  }

  private func genotype(byRatio ratio: Double, isDeletion: Bool) -> [Int] {
    let isEveryCopy = isDeletion ? ratio < 0.25 : ratio > 1.75
    if copies == 1 { return isEveryCopy ? [1] : [0, 1] }
    return isEveryCopy ? [1, 1] : [0, 1]
  }
}
