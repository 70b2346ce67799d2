import Flow
import Genome
import Testing

@testable import Assessment

/// Reads of a relative's allele in one who is not called with it. Records are in `FamilyDoubtTests`.
@Suite struct RelativesAlleleTests {
  private let change = Fixture.change(49_251_441, "G", "A")

  private func doubt(reads: Int, of all: Int32, at place: Int = 49_251_441) -> String? {
    var input = SampleInput(
      name: "mother", column: 0, records: [], variants: [], declaredSex: .female,
      sexChromosomes: nil, isCalledFromReads: true, provenance: Fixture.provenance)
    let base = ReadDepth.Base(reads: all, good: all, mappingQuality: 60)
    input.readDepth = ReadDepth(
      start: place, bases: [base], substitutions: [change: reads])
    return RelativesAllele(input: input, changes: [change]).doubt
  }

  @Test func twoReadsAndOnePerCentOfThemAreADoubt() {
    #expect(doubt(reads: 1, of: 30) == nil)
    #expect(doubt(reads: 2, of: 30)?.hasPrefix("2 of 30 reads show it") == true)
    #expect(doubt(reads: 9, of: 1000) == nil)
    #expect(doubt(reads: 10, of: 1000) != nil)
  }

  @Test func anotherPlaceTellsNothing() {
    #expect(doubt(reads: 20, of: 30, at: 49_251_442) == nil)
  }
}
