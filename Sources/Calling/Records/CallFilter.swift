import Genome

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a call is not to be trusted by itself. Each is a FILTER value with its header line.
enum CallFilter: String, Sendable, CaseIterable, Hashable {
  case lowQuality = "LowQual"
  case strandBias = "StrandBias"
  case mappingQuality = "LowMapQ"
  case baseQuality = "LowBaseQ"
  case readPosition = "ReadPosition"
  case homopolymer = "Homopolymer"
  case mosaicShare = "LowMosaic"
  case poorFit = "PoorFit"

  var description: String {
    switch self {
    case .lowQuality: "QUAL is under 10"
    case .strandBias:
      "The reads with the alternate lie on one strand (Fisher's exact test, p < 0.0001; of a mosaic: "
        + "any, where other reads lie on the other one)"
    case .mappingQuality: "Mean mapping quality of the reads with the alternate is under 30"
    case .baseQuality: "Mean base quality of the alternate is under that of a good base"
    case .readPosition: "No read with the alternate goes on beyond it, and most end within 8 bases"
    case .homopolymer:
      "An insertion or deletion in a run of 10 or more equal bases, in less than 0.35 of the reads "
        + "or in reads that have gaps of their own in a thousandth of their bases"
    case .mosaicShare:
      "Of a mosaic: an insertion or deletion in a run of 4 or more equal bases, in fewer reads than the "
        + "profile's mosaic_minimum_fraction"
    case .poorFit:
      "A fifth of the reads there fit none of the sequences that were looked at, or differ from the "
        + "reference far more than the calls say, or they fit an allele that is not listed better than a "
        + "called one"
    }
  }

  /// Those that a site fails, in the order above.
  static func failed(
    _ site: CalledSite, _ support: AlleleSupport, _ call: RegionCall, _ bases: LocusBases,
    _ settings: CallingSettings
  ) -> [CallFilter] {
    let own = site.judged.flatMap { support.reads[$0] }.map { call.reads[$0] }
    return allCases.filter { filter in
      switch filter {
      case .lowQuality: !site.isReference && call.variantQuality < 10
      case .strandBias: isOneSided(site, support, isMosaic: call.mosaicShare != nil)
      case .mappingQuality:
        own.contains(where: \.tellsMappingQuality)
          && mean(own.filter(\.tellsMappingQuality).map(\.mappingQuality)) < 30
      case .baseQuality:
        mean(own.map(Self.quality))
          < mean(own.map { min(settings.minimumBaseQuality, $0.mappingQuality) })
      case .readPosition:
        own.count >= 3 && median(own.map(\.distanceFromEnd)) <= 8
          && own.allSatisfy { $0.anchor != .both }
      case .homopolymer: isWeakInRun(site, support, call, bases)
      case .mosaicShare:
        call.mosaicShare != nil && isInRun(of: 4, site, bases)
          && share(site, support) < settings.mosaicFraction
      case .poorFit: call.isOpen
      }
    }
  }

  private static func quality(_ read: RegionRead) -> Int {
    let counted = read.qualities.filter { $0 > 0 }.map(Int.init)
    return counted.isEmpty ? 0 : Int(mean(counted))
  }

  private static func mean(_ values: [Int]) -> Double {
    Double(values.reduce(0, +)) / Double(max(1, values.count))
  }

  private static func median(_ values: [Int]) -> Int { values.sorted()[values.count / 2] }

  private static func isOneSided(
    _ site: CalledSite, _ support: AlleleSupport, isMosaic: Bool
  ) -> Bool {
    let alternate = (
      site.judged.reduce(0) { $0 + support.forward[$1] },
      site.judged.reduce(0) { $0 + support.reverse[$1] }
    )
    guard min(alternate.0, alternate.1) == 0 else { return false }
    if isMosaic { return (alternate.0 == 0 ? support.forward : support.reverse)[0] > 0 }
    return FisherTest.probability(
      support.forward[0], support.reverse[0], alternate.0, alternate.1) < 0.0001
  }

  private static func isWeakInRun(
    _ site: CalledSite, _ support: AlleleSupport, _ call: RegionCall, _ bases: LocusBases
  ) -> Bool {
    isInRun(of: 10, site, bases) && (call.readsHaveGaps || share(site, support) < 0.35)
  }

  /// Whether an insertion or deletion lies in a run of so many equal bases.
  private static func isInRun(of count: Int, _ site: CalledSite, _ bases: LocusBases) -> Bool {
    let around = Interval(site.interval.start, site.interval.end + 1)
    return site.alternates.contains { $0.count != site.reference.count }
      && bases.longestRun(in: bases.repeatContext(of: around)) >= count
  }

  /// Share of the reads with the alternate among these and those of the reference; 1 without any.
  private static func share(_ site: CalledSite, _ support: AlleleSupport) -> Double {
    let depths = support.depths
    let own = site.judged.reduce(0) { $0 + depths[$1] }
    let all = depths[0] + own
    return all > 0 ? Double(own) / Double(all) : 1
  }
}

extension SampleCalls {
  /// FILTER of a call whose quality is too low to be held against another program's.
  public static let lowQuality = CallFilter.lowQuality.rawValue
}

/// Fisher's exact test on a table of two rows and two columns, two-sided.
enum FisherTest {
  static func probability(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Double {
    let (row, column, total) = (a + b, a + c, a + b + c + d)
    let observed = logProbability(a, row, column, total)
    let lowest = max(0, row + column - total)
    return (lowest...min(row, column)).reduce(0.0) { sum, value in
      let own = logProbability(value, row, column, total)
      return own <= observed + 1e-9 ? sum + exp(own) : sum
    }
  }

  private static func logProbability(_ a: Int, _ row: Int, _ column: Int, _ total: Int) -> Double {
    logChoose(column, a) + logChoose(total - column, row - a) - logChoose(total, row)
  }

  private static func logChoose(_ n: Int, _ k: Int) -> Double {
    lgamma(Double(n) + 1) - lgamma(Double(k) + 1) - lgamma(Double(n - k) + 1)
  }
}
