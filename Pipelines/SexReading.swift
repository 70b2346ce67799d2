import Assessment
import Calling
import Genome
import HTS
import Isolation
import Settings

/// What the reads of a file show of X and Y where the depth of chromosomes does not tell the sex.
struct SexReading {
  let assembly: Assembly
  let profile: Profile
  let groups: ReadGroups
  /// X as the file names it.
  let contig: String
  /// The stretch around the locus, whose genotypes must not count.
  let window: Interval

  /// Reads looked at on X at the most. Those of a usual exome give enough genotypes long before.
  private static let mostReads = 1_000_000

  /// Of each sample; `nil` where its reads say nothing of X and Y, and for all of them where the file
  /// has no index.
  func read(_ path: String, fasta: String?) throws(HTSError) -> [SexChromosomeReads?] {
    let none: [SexChromosomeReads?] = groups.samples.map { _ in nil }
    guard let stretch = SexChromosomeReads.stretchOfX(behind: window, assembly) else { return none }
    var tallies = groups.samples.map { _ in
      SubstitutionTally(minimumBaseQuality: max(20, profile.minimumBaseQuality))
    }
    let enough = 2 * profile.sexMinimumXGenotypes
    let onX = ReadElsewhereQuery.Stretch(
      names: [contig], interval: stretch, limit: Self.mostReads)
    let isRead = try ReadElsewhereQuery.run(path, fasta: fasta, onX) { record in
      if let sample = groups.sample(of: record) { tallies[sample].add(record) }
      return tallies.contains { $0.genotypes < enough }
    }
    guard isRead else { return none }
    let depths = try depthOfSRY(path, fasta: fasta)
    return zip(tallies, depths).map { tally, depth in
      var tally = tally
      tally.finish()
      let lacksMismatches = tally.genotypes == 0 && tally.withoutMismatches > 0
      guard tally.genotypes > 0 || depth > 0 || lacksMismatches else { return nil }
      return SexChromosomeReads(
        genotypesOnX: tally.genotypes, heterozygousOnX: tally.heterozygous, depthOfSRY: depth,
        lacksMismatches: lacksMismatches)
    }
  }

  /// Good bases per base, of each sample.
  private func depthOfSRY(_ path: String, fasta: String?) throws(HTSError) -> [Double] {
    let gene = SexChromosomeReads.sry(assembly)
    let onY = ReadElsewhereQuery.Stretch(
      names: IsolationRequest.chromosomeYNames, interval: gene, limit: Self.mostReads)
    var bases = groups.samples.map { _ in 0 }
    _ = try ReadElsewhereQuery.run(path, fasta: fasta, onY) { record in
      let isGood =
        record.flags.isDisjoint(with: [.unmapped, .secondary, .failedQuality, .duplicate])
        && record.mappingQuality >= profile.minimumMappingQuality
      if isGood, let sample = groups.sample(of: record) {
        let extent = Interval(record.position, record.end)
        bases[sample] += extent.intersection(gene)?.count ?? 0
      }
      return true
    }
    return bases.map { Double($0) / Double(gene.count) }
  }
}
