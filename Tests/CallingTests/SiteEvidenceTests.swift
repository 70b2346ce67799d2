import Flow
import Genome
import HTS
import Scan
import Testing

@testable import Calling

/// Whether a called site is what the reads show.
@Suite struct SiteEvidenceTests {
  private static let start = 49_255_000
  private static let place = start + 50
  private let reads: AlignedReads

  init() throws { reads = try AlignedReads() }

  /// Bases at the place: the reference's first, the called one, and two more.
  private var texts: [String] {
    let known = [reads.text(Self.place, 1), reads.other(than: Self.place)]
    return known + ["A", "C", "G", "T"].filter { !known.contains($0) }
  }

  /// Reads by `texts`, called of the reference and the second base alone.
  private func evidence(_ counts: [Int], copies: Int) throws -> SiteEvidence {
    var all = reads
    for (text, count) in zip(texts, counts) {
      for number in 0..<count {
        all.add(
          "\(text)\(number)", flags: number % 2 * 16, at: Self.start, "100M",
          reads.text(Self.start, 50) + text + reads.text(Self.place + 1, 49))
      }
    }
    let store = try all.store()
    let region = Interval(Self.place - 1, Self.place + 1)
    let told = store.reads.compactMap { RegionRead($0, store, region, reach: 43) }
    let reference = Array(reads.bases.codes(in: region))
    var changed = reference
    changed[1] = BaseCode.of(try #require(texts[1].utf8.first))
    let pileup = Pileup(store, minimumQuality: 13)
    let rule = ReadLikelihood(
      before: Array(reads.bases.codes(in: Interval(region.start - 43, region.start - 1))),
      behind: Array(reads.bases.codes(in: Interval(region.end + 1, region.end + 43))),
      gaps: GapRate(pileup, reads.bases).logarithms(beside: region), longestRun: 1)
    let haplotypes = [reference, changed]
    let likelihoods = told.map { read in haplotypes.map { rule.value(read, $0) } }
    let genotypes = GenotypeModel(reads: likelihoods, priors: [0, -3.3]).genotypes(copies: copies)
    let differences = HaplotypeDifferences(
      locus: reads.locus, region: region, reference: reference)
    let call = RegionCall(
      region: region, haplotypes: haplotypes, changes: haplotypes.map(differences.changes),
      reads: told, likelihoods: likelihoods, carried: genotypes[0].haplotypes,
      genotypeQuality: 99, variantQuality: 99, genotypes: genotypes, rule: rule)
    let site = try #require(CalledSite.sites(call, on: reads.locus).first)
    return SiteEvidence(site, call)
  }

  @Test func whatTheReadsShowIsNoContradiction() throws {
    for (counts, copies) in [
      ([0, 10, 0], 1), ([0, 6, 1], 1), ([10, 10, 0], 2), ([14, 5, 2], 2), ([0, 6, 0], 2),
      ([0, 30, 2], 2),
    ] {
      #expect(try !evidence(counts, copies: copies).isContradicted, "\(counts)")
    }
  }

  /// Most reads are of an allele that was no candidate.
  @Test func moreReadsOfAnotherAlleleContradict() throws {
    let one = try evidence([0, 4, 20], copies: 1)
    #expect(one.site.genotype == [1])
    #expect(one.isContradicted)
    #expect(try evidence([12, 5, 8], copies: 2).isContradicted)
  }

  /// Of two copies one fits the other allele better than the called one: 30 reads hide one with 3 each.
  @Test func aGenotypeWithAnotherAlleleThatFitsBetterContradicts() throws {
    let two = try evidence([0, 30, 5], copies: 2)
    #expect(two.site.genotype == [1, 1])
    #expect(two.support.depths[1] > two.unlisted.depth)
    #expect(two.isContradicted)
  }
}
