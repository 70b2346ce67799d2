import Flow
import Genome
import Testing

@testable import Classification

/// What a file of frequencies says of a change given by its ends.
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
}
