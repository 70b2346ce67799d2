import Genome

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How well a read's bases fit a haplotype of a region: log10 of their probability, up to a constant
/// that is the same for every haplotype.
///
/// Bases are compared one by one along the haplotype from the side the read is anchored at; a read
/// anchored on both sides whose length differs takes the best place of a single gap. How rare a gap
/// of the sequencing itself is, `GapRate` tells.
struct ReadLikelihood: Sendable {
  /// Codes of the region's reference beyond its end, and before its start, for reads that go on there.
  let before: [UInt8]
  let behind: [UInt8]
  /// log10 of the probability of a gap made by the sequencing.
  let gap: Double
  private let mismatch: [Double]
  /// For reads that have gaps of their own in many regions; `nil` for others.
  private let gapped: GappedFit?

  /// log10: from this share of reads with a gap at a place on, a region may hold several.
  private static let frequentGap = -3.0
  private static let extending = -0.2

  /// `gaps`: log10 of the probability of a gap made by the sequencing, by length of run, from 1 on;
  /// `longestRun`: the region's.
  init(before: [UInt8], behind: [UInt8], gaps: [Double], longestRun: Int) {
    self.before = before
    self.behind = behind
    gap = gaps[min(max(1, longestRun), gaps.count - 1)]
    // An error makes one of three other bases (Li 2011, doi 10.1093/bioinformatics/btr509).
    mismatch = (0...93).map { $0 < 3 ? 0 : -Double($0) / 10 - log10(3) }
    gapped =
      gaps[1] > Self.frequentGap
      ? GappedFit(gaps: gaps, extending: Self.extending, mismatch: mismatch) : nil
  }

  /// Whether the sequencing itself makes gaps in a thousandth of the bases or more.
  var readsHaveGaps: Bool { gapped != nil }

  /// log10; one read can't speak more strongly against a haplotype than its mapping allows, which
  /// is the caller's to bound.
  func value(_ read: RegionRead, _ haplotype: [UInt8]) -> Double {
    if let gapped { return value(read, haplotype, gapped) }
    switch read.anchor {
    case .left: return forward(read, haplotype + behind)
    case .right: return backward(read, before + haplotype)
    case .both: return spanning(read, haplotype)
    }
  }

  private func value(_ read: RegionRead, _ haplotype: [UInt8], _ gapped: GappedFit) -> Double {
    let codes = Array(read.codes)
    switch read.anchor {
    case .left:
      return gapped.value(codes, read.qualities, haplotype + behind, isOpen: true)
    case .right:
      return gapped.value(
        codes.reversed(), read.qualities.reversed(), (before + haplotype).reversed(), isOpen: true)
    case .both: return gapped.value(codes, read.qualities, haplotype, isOpen: false)
    }
  }

  private func cost(_ read: RegionRead, _ index: Int, _ base: UInt8) -> Double {
    let code = read.codes[read.codes.startIndex + index]
    return code == base || code >= BaseCode.unknown || base == BaseCode.open
      ? 0 : mismatch[Int(read.qualities[index])]
  }

  private func forward(_ read: RegionRead, _ sequence: [UInt8]) -> Double {
    var sum = 0.0
    for index in 0..<min(read.codes.count, sequence.count) {
      sum += cost(read, index, sequence[index])
    }
    return sum
  }

  private func backward(_ read: RegionRead, _ sequence: [UInt8]) -> Double {
    var sum = 0.0
    let count = read.codes.count
    for step in stride(from: 1, through: min(count, sequence.count), by: 1) {
      sum += cost(read, count - step, sequence[sequence.count - step])
    }
    return sum
  }

  private func spanning(_ read: RegionRead, _ haplotype: [UInt8]) -> Double {
    let difference = read.codes.count - haplotype.count
    if difference == 0 { return forward(read, haplotype) }
    return gap + Self.extending * Double(abs(difference) - 1)
      + bestSplit(read, haplotype, difference)
  }

  /// The best place for one gap: bases before it are compared from the left, those behind from the
  /// right.
  private func bestSplit(_ read: RegionRead, _ haplotype: [UInt8], _ difference: Int) -> Double {
    let count = read.codes.count
    let inserted = max(0, difference)
    let kept = count - inserted
    guard kept > 0 else { return 0 }
    var tail = [Double](repeating: 0, count: kept + 1)
    for step in 1...kept {
      tail[step] = tail[step - 1] + cost(read, count - step, haplotype[haplotype.count - step])
    }
    var head = 0.0
    var best = tail[kept]
    for split in 1...kept {
      head += cost(read, split - 1, haplotype[split - 1])
      best = max(best, head + tail[kept - split])
    }
    return best
  }
}
