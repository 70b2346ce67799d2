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

  /// Of each sample; `nil` where its reads say nothing of X and Y, and for all of them where the file
  /// has no index.
  func read(_ path: String, fasta: String?) throws(HTSError) -> [SexChromosomeReads?] {
    let none: [SexChromosomeReads?] = groups.samples.map { _ in nil }
    guard let stretch = SexChromosomeReads.stretchOfX(behind: window, assembly) else { return none }
    let gene = SexChromosomeReads.sry(assembly)
    var tallies = groups.samples.map { _ in
      SubstitutionTally(minimumBaseQuality: max(20, profile.minimumBaseQuality))
    }
    var basesOfSRY = groups.samples.map { _ in 0 }
    let enough = 2 * profile.sexMinimumXGenotypes
    let stretches = [
      ReadElsewhereQuery.Stretch(names: [contig], interval: stretch, limit: Self.mostReads),
      ReadElsewhereQuery.Stretch(
        names: chromosomeYNames, interval: gene, limit: Self.mostReads),
    ]
    let isRead = try ReadElsewhereQuery.run(path, fasta: fasta, stretches) { record, number in
      let sample = groups.sample(of: record)
      if number > 0 {
        if let sample { basesOfSRY[sample] += bases(of: record, in: gene) }
        return true
      }
      if let sample { tallies[sample].add(record) }
      return tallies.contains { $0.genotypes < enough }
    }
    guard isRead else { return none }
    return zip(tallies, basesOfSRY).map { tally, bases in
      found(tally, depthOfSRY: Double(bases) / Double(gene.count))
    }
  }

  private func found(_ tally: SubstitutionTally, depthOfSRY: Double) -> SexChromosomeReads? {
    var tally = tally
    tally.finish()
    let lacksMismatches = tally.genotypes == 0 && tally.withoutMismatches > 0
    guard tally.genotypes > 0 || depthOfSRY > 0 || lacksMismatches else { return nil }
    return SexChromosomeReads(
      genotypesOnX: tally.genotypes, heterozygousOnX: tally.heterozygous, depthOfSRY: depthOfSRY,
      lacksMismatches: lacksMismatches)
  }

  /// Bases of the gene that a read spans; none for one that may belong elsewhere.
  private func bases(of record: borrowing AlignmentRecord, in gene: Interval) -> Int {
    guard record.flags.isDisjoint(with: [.unmapped, .secondary, .failedQuality, .duplicate]),
      record.mappingQuality >= profile.minimumMappingQuality
    else { return 0 }
    return Interval(record.position, record.end).intersection(gene)?.count ?? 0
  }
}
