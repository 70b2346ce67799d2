public import Genome

/// What reads show of X and Y where their depth does not tell the sex: in exomes, panels and files of
/// several samples.
public struct SexChromosomeReads: Sendable, Hashable {
  /// Places of X, behind FOXP3 and before the pseudoautosomal region, that plainly differ from the
  /// reference in all reads or in half of them.
  public var genotypesOnX: Int
  /// Those in half.
  public var heterozygousOnX: Int
  /// Mean depth over SRY, by reads of enough mapping quality.
  public var depthOfSRY: Double
  /// The same by reads of any mapping quality: they may be Y's all the same.
  public var anyDepthOfSRY: Double
  /// Reads on Y between its pseudoautosomal regions, of any mapping quality: 0 where Y was left out.
  public var readsOnY: Int
  /// Those of enough mapping quality: most where there is a Y, few among strays of X.
  public var wellMappedOnY: Int
  /// The reads do not tell where they differ from the reference (no MD).
  public var lacksMismatches: Bool

  public init(
    genotypesOnX: Int, heterozygousOnX: Int, depthOfSRY: Double, anyDepthOfSRY: Double,
    readsOnY: Int,
    wellMappedOnY: Int, lacksMismatches: Bool = false
  ) {
    self.genotypesOnX = genotypesOnX
    self.heterozygousOnX = heterozygousOnX
    self.depthOfSRY = depthOfSRY
    self.anyDepthOfSRY = anyDepthOfSRY
    self.readsOnY = readsOnY
    self.wellMappedOnY = wellMappedOnY
    self.lacksMismatches = lacksMismatches
  }

  /// The stretch of X behind `window` whose genotypes count, 1-based.
  public static func stretchOfX(behind window: Interval, _ assembly: Assembly) -> Interval? {
    let ends = PseudoautosomalRegions.regions(assembly, .x).map(\.start)
    guard let end = ends.filter({ $0 > window.end }).min() else { return nil }
    return Interval(window.end + 1, end - 1)
  }

  /// The stretch of Y between its pseudoautosomal regions, 1-based.
  public static func stretchOfY(_ assembly: Assembly) -> Interval {
    let regions = PseudoautosomalRegions.regions(assembly, .y)
    return Interval(regions[0].end + 1, regions[1].start - 1)
  }

  /// SRY on Y, 1-based: the gene's one exon.
  ///
  /// Source: Ensembl's gene page of ENSG00000184895 (GRCh38, Y:2786855-2787699); for GRCh37 the
  /// male-specific locus that the documentation of ascatNgs names (Y:2654896-2655740), of the same
  /// 845 bases.
  public static func sry(_ assembly: Assembly) -> Interval {
    switch assembly {
    case .grch37: Interval(2_654_896, 2_655_740)
    case .grch38: Interval(2_786_855, 2_787_699)
    }
  }
}
