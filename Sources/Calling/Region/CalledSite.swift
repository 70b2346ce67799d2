import Genome
import Nomenclature

/// One place of a region where the carried haplotypes, or those dropped, differ from the reference: a VCF record.
struct CalledSite: Sendable {
  /// POS to the last base of REF, 1-based.
  var interval: Interval
  var reference: BaseSequence
  var alternates: [BaseSequence]
  /// Allele number of each candidate haplotype here; `nil` for one with something else here.
  var alleles: [Int?]
  /// Where the site stands in each candidate haplotype, offsets from 0; `nil` as in `alleles`.
  var places: [Range<Int>?]
  /// Allele of each carried copy.
  var genotype: [Int]

  /// The sites of a region, in plus-strand order.
  static func sites(_ call: RegionCall, on locus: Locus) -> [CalledSite] {
    let listed = listed(call).flatMap { call.changes[$0] }
    var clusters: [Interval] = []
    for interval in listed.map({ recordInterval($0, locus) }).sorted(by: { $0.start < $1.start }) {
      if let last = clusters.last, interval.start <= last.end {
        clusters[clusters.count - 1].end = max(last.end, interval.end)
      } else {
        clusters.append(interval)
      }
    }
    return clusters.compactMap { site($0, call, locus) }
  }

  /// No copy has one of the alternates: reads of a dropped haplotype show them.
  var isReference: Bool { genotype.allSatisfy { $0 == 0 } }

  /// The alternates carried; where none is, those that the site is written for.
  var judged: [Int] {
    let carried = Set(genotype).subtracting([0]).sorted()
    return carried.isEmpty ? alternates.indices.map { $0 + 1 } : carried
  }

  /// The haplotypes whose alleles are named: those carried first.
  private static func listed(_ call: RegionCall) -> [Int] {
    Set(call.carried).sorted() + call.dropped
  }

  /// The bases of REF: those changed, with the base before an insertion or deletion.
  private static func recordInterval(_ change: SequenceChange, _ locus: Locus) -> Interval {
    let needsAnchor = change.reference.isEmpty || change.alternate.isEmpty
    return Interval(change.start - (needsAnchor ? 1 : 0), change.interval.end)
  }

  private static func site(
    _ cluster: Interval, _ call: RegionCall, _ locus: Locus
  ) -> CalledSite? {
    guard let reference = locus.bases(in: cluster) else { return nil }
    let spellings = call.changes.map { spelling($0, in: cluster, locus) }
    var alternates: [BaseSequence] = []
    for haplotype in listed(call) {
      guard let bases = spellings[haplotype], bases != reference, !alternates.contains(bases)
      else { continue }
      alternates.append(bases)
    }
    let alleles = spellings.map { bases -> Int? in
      guard let bases else { return nil }
      return bases == reference ? 0 : alternates.firstIndex(of: bases).map { $0 + 1 }
    }
    var genotype = call.carried.compactMap { alleles[$0] }
    guard genotype.count == call.carried.count, !alternates.isEmpty else { return nil }
    // The mosaic is elsewhere in the region.
    if call.mosaicShare != nil, genotype.allSatisfy({ $0 == 0 }) { genotype = [0] }
    return CalledSite(
      interval: cluster, reference: reference, alternates: alternates, alleles: alleles,
      places: alleles.indices.map { number in
        guard alleles[number] != nil, let bases = spellings[number] else { return nil }
        return place(of: cluster, bases.count, call, number)
      }, genotype: genotype)
  }

  /// Offsets of a site's `count` bases in a haplotype, those of them that the region holds.
  private static func place(
    of cluster: Interval, _ count: Int, _ call: RegionCall, _ haplotype: Int
  ) -> Range<Int> {
    let before = call.changes[haplotype].filter { $0.interval.end < cluster.start }
    let shift = before.reduce(0) { $0 + $1.alternate.count - $1.reference.count }
    let start = cluster.start - call.region.start + shift
    return (start..<start + count).clamped(to: 0..<call.haplotypes[haplotype].count)
  }

  /// What a haplotype's changes make of a stretch; `nil` where one reaches out of it.
  private static func spelling(
    _ changes: [SequenceChange], in cluster: Interval, _ locus: Locus
  ) -> BaseSequence? {
    var bases = BaseSequence()
    var next = cluster.start
    for change in changes where recordInterval(change, locus).overlaps(cluster) {
      guard cluster.contains(recordInterval(change, locus)), change.start >= next,
        let before = locus.bases(in: Interval(next, change.start - 1))
      else { return nil }
      bases = bases + before + change.alternate
      next = change.interval.end + 1
    }
    guard let rest = locus.bases(in: Interval(next, cluster.end)) else { return nil }
    return bases + rest
  }
}
