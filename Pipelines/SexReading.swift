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
  let chromosomeYNames: Set<String>
  /// X as the file names it.
  let contig: String
  /// The stretch around the locus, whose genotypes must not count.
  let window: Interval

  /// Reads looked at on X at the most. Those of a usual exome give enough genotypes long before.
  private static let mostReads = 1_000_000

  /// Reads looked at along Y at the most.
  private static let mostReadsOnY = 10_000

  private struct ReadsOnY {
    /// Bases of SRY by reads of enough mapping quality, and of any.
    var basesOfSRY = 0
    var anyBasesOfSRY = 0
    var all = 0
    var wellMapped = 0
  }

  /// Of each sample; `nil` where its reads say nothing of X and Y, and for all of them where the file
  /// has no index.
  func read(_ path: String, fasta: String?) throws(HTSError) -> [SexChromosomeReads?] {
    let none: [SexChromosomeReads?] = groups.samples.map { _ in nil }
    guard let stretch = SexChromosomeReads.stretchOfX(behind: window, assembly) else { return none }
    let gene = SexChromosomeReads.sry(assembly)
    var tallies = groups.samples.map { _ in
      SubstitutionTally(minimumBaseQuality: max(20, profile.minimumBaseQuality))
    }
    var onY = groups.samples.map { _ in ReadsOnY() }
    let enough = 2 * profile.sexMinimumXGenotypes
    let stretches = [
      ReadElsewhereQuery.Stretch(names: [contig], interval: stretch, limit: Self.mostReads),
      ReadElsewhereQuery.Stretch(
        names: chromosomeYNames, interval: gene, limit: Self.mostReads),
      ReadElsewhereQuery.Stretch(
        names: chromosomeYNames, interval: SexChromosomeReads.stretchOfY(assembly),
        limit: Self.mostReadsOnY),
    ]
    let isRead = try ReadElsewhereQuery.run(path, fasta: fasta, stretches) { record, number in
      let sample = groups.sample(of: record)
      guard number == 0 else {
        if let sample { count(record, on: &onY[sample], gene: number == 1 ? gene : nil) }
        return true
      }
      if let sample { tallies[sample].add(record) }
      return tallies.contains { $0.genotypes < enough }
    }
    guard isRead else { return none }
    return zip(tallies, onY).map { tally, onY in
      found(tally, onY, lengthOfSRY: gene.count)
    }
  }

  private func found(
    _ tally: SubstitutionTally, _ onY: ReadsOnY, lengthOfSRY: Int
  ) -> SexChromosomeReads? {
    var tally = tally
    tally.finish()
    let lacksMismatches = tally.genotypes == 0 && tally.withoutMismatches > 0
    guard tally.genotypes > 0 || onY.basesOfSRY > 0 || lacksMismatches else { return nil }
    return SexChromosomeReads(
      genotypesOnX: tally.genotypes, heterozygousOnX: tally.heterozygous,
      depthOfSRY: Double(onY.basesOfSRY) / Double(lengthOfSRY),
      anyDepthOfSRY: Double(onY.anyBasesOfSRY) / Double(lengthOfSRY),
      readsOnY: onY.all, wellMappedOnY: onY.wellMapped, lacksMismatches: lacksMismatches)
  }

  /// Counts a read of Y by its bases of the gene, or, without one, by itself.
  private func count(
    _ record: borrowing AlignmentRecord, on tally: inout ReadsOnY, gene: Interval?
  ) {
    guard record.flags.isDisjoint(with: [.unmapped, .secondary, .failedQuality, .duplicate])
    else { return }
    let isWellMapped = record.mappingQuality >= profile.minimumMappingQuality
    guard let gene else {
      tally.all += 1
      tally.wellMapped += isWellMapped ? 1 : 0
      return
    }
    let bases = Interval(record.position, record.end).intersection(gene)?.count ?? 0
    tally.anyBasesOfSRY += bases
    tally.basesOfSRY += isWellMapped ? bases : 0
  }
}
