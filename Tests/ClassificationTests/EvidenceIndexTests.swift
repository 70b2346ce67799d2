import Flow
import Genome
import Testing

@testable import Classification

/// What a file of frequencies says of an allele, and of a change given by its ends.
@Suite struct EvidenceIndexTests {
  private let index = EvidenceIndex([], source: "f.vcf", minimum: 1, reach: 50, longest: 50)

  @Test(arguments: StructuralChange.Kind.allCases)
  func aLongOneIsNeverAbsent(kind: StructuralChange.Kind) {
    let long = StructuralChange(kind: kind, interval: Interval(49_250_001, 49_250_051))
    #expect(index.population(of: long) == .tooLong(bases: 51, limit: 50))
    let short = StructuralChange(kind: kind, interval: Interval(49_250_001, 49_250_050))
    guard case .notCovered(let reason) = index.population(of: short) else {
      Issue.record("A change given by its ends was looked up.")
      return
    }
    #expect(reason.contains("given by its ends"))
  }

  private func site(
    _ position: Int, _ count: Int = 1, of number: Int, filters: [String] = []
  ) -> EvidenceIndex.Site {
    EvidenceIndex.Site(
      change: substitution(position), interval: Interval(position, position),
      count: PopulationCount(alleleCount: count, alleleNumber: number, hemizygotes: 0),
      filters: filters)
  }

  private func substitution(_ position: Int) -> SequenceChange {
    SequenceChange(
      start: position, reference: BaseSequence("C") ?? BaseSequence(),
      alternate: BaseSequence("T") ?? BaseSequence())
  }

  /// Between two records with chromosomes enough, none of them farther away than the reach.
  @Test(arguments: [(1_050, true), (1_049, false), (1_051, false)])
  func absenceNeedsRecordsOnBothSides(position: Int, isAbsent: Bool) {
    let index = EvidenceIndex(
      [site(1_000, of: 1_000), site(1_100, of: 2_000)], source: "f.vcf", minimum: 1_000,
      reach: 50, longest: 50)
    let population = index.population(of: substitution(position))
    #expect((population == .absent(alleleNumber: 1_000)) == isAbsent)
    guard !isAbsent else { return }
    #expect(
      population
        == .notCovered(
          reason: "no passing record with enough chromosomes stands within 50 bases on both sides"))
  }

  @Test func ofTwoRecordsOfAnAlleleTheBetterCounts() {
    let good = site(1_000, 3, of: 2_000)
    for poor in [site(1_000, of: 9_000, filters: ["AC0"]), site(1_000, of: 1_000)] {
      for sites in [[good, poor], [poor, good]] {
        let index = EvidenceIndex(sites, source: "f.vcf", minimum: 1, reach: 50, longest: 50)
        guard case .seen(let count, _) = index.population(of: substitution(1_000)) else {
          Issue.record("The record that passes was not taken.")
          continue
        }
        #expect(count.alleleNumber == 2_000)
      }
    }
  }
}
