public import Flow
public import Genome
import Settings

/// What frequency and score files say, by allele. Coordinates are those of the file's build; the
/// caller asks with the allele on that build.
public struct EvidenceIndex: Sendable {
  /// One allele of a frequency file.
  public struct Site: Sendable, Hashable {
    public var change: SequenceChange?
    /// The record's bases.
    public var interval: Interval
    public var count: PopulationCount?
    /// Filters failed; empty for a record that passes.
    public var filters: [String]

    public init(
      change: SequenceChange?, interval: Interval, count: PopulationCount?, filters: [String]
    ) {
      self.change = change
      self.interval = interval
      self.count = count
      self.filters = filters
    }
  }

  private let source: String
  private let byAllele: [SequenceChange: Site]
  /// Places of passing records with enough chromosomes, in rising order, with their number.
  private let covered: [(position: Int, number: Int)]
  private let reach: Int
  private let longest: Int

  /// `source` names the file for reports, without its folder; `minimum` chromosomes make a record
  /// show that its surroundings, `reach` bases on either side, were looked at. Changes of more than
  /// `longest` bases are not looked for by such a file.
  public init(_ sites: [Site], source: String, minimum: Int, reach: Int, longest: Int) {
    self.source = source
    self.longest = longest
    self.reach = reach
    var byAllele: [SequenceChange: Site] = [:]
    for site in sites {
      guard let change = site.change else { continue }
      // One allele in two records: the one that passes, then the one with more chromosomes.
      if let known = byAllele[change], EvidenceIndex.rank(known) >= EvidenceIndex.rank(site) {
        continue
      }
      byAllele[change] = site
    }
    self.byAllele = byAllele
    covered = sites.filter { $0.filters.isEmpty && ($0.count?.alleleNumber ?? 0) >= minimum }
      .map { ($0.interval.start, $0.count?.alleleNumber ?? 0) }.sorted { $0.0 < $1.0 }
  }

  private static func rank(_ site: Site) -> Int {
    (site.filters.isEmpty ? 1 << 40 : 0) + (site.count?.alleleNumber ?? 0)
  }

  /// What the file says of an allele (trimmed, left-aligned): its count, or that its place was looked at, or
  /// why nothing can be said.
  public func population(of change: SequenceChange) -> PopulationEvidence {
    if let site = byAllele[change] {
      guard site.filters.isEmpty else { return .filtered(site.filters) }
      if let count = site.count { return .seen(count, source: source) }
      return .notCovered(reason: "its record gives no count or no number of chromosomes (AC, AN)")
    }
    if let long = tooLong(max(change.reference.count, change.alternate.count)) { return long }
    let end = max(change.start, change.interval.end)
    let left = firstIndex(above: change.start) - 1
    let right = firstIndex(above: end - 1)
    guard covered.indices.contains(left), covered.indices.contains(right) else {
      return .notCovered(reason: "the file has no passing record on both sides of it")
    }
    let (before, after) = (covered[left], covered[right])
    guard change.start - before.position <= reach,
      after.position - change.interval.end <= reach
    else {
      return .notCovered(
        reason: "no passing record with enough chromosomes stands within \(reach) bases on both "
          + "sides")
    }
    return .absent(alleleNumber: min(before.number, after.number))
  }

  /// Of a change given by its ends, which no allele of the file can be compared with.
  public func population(of change: StructuralChange) -> PopulationEvidence {
    tooLong(change.interval.count)
      ?? .notCovered(reason: "a change given by its ends can't be looked up in it")
  }

  private func tooLong(_ bases: Int) -> PopulationEvidence? {
    bases > longest ? .tooLong(bases: bases, limit: longest) : nil
  }

  /// Index of the first covered place above a position; the count where there is none.
  private func firstIndex(above position: Int) -> Int {
    var low = 0
    var high = covered.count
    while low < high {
      let middle = (low + high) / 2
      if covered[middle].position > position { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
