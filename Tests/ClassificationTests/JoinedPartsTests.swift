import Flow
import Genome
import Testing

@testable import Classification

/// A joined allele with what is known of its parts.
@Suite struct JoinedPartsTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  /// c.1189C>T and c.1190G>A on one copy: TAG, a stop at residue 397.
  private func whole(_ evidence: PopulationEvidence = .noFile) throws -> ClassifiedVariant {
    let parts = try ["c.1189C>T", "c.1190G>A"].map { try bench.classify($0) }
    return try bench.classify(
      "c.1189_1190delinsTA", evidence: VariantEvidence(population: evidence, parts: parts))
  }

  @Test func thePartsClassesAreToldAndDoNotDecide() throws {
    let whole = try whole()
    #expect(whole.source == .acmg)
    // Both are rows, listed once: here as other changes of the residue already.
    #expect(whole.evidence.map(\.row.codingName).sorted() == ["c.1189C>T", "c.1190G>A"])
    let far = try bench.classify("c.227del")
    let parts = JoinedParts([far]).rows(besides: whole.evidence)
    #expect(parts.map(\.relation) == [.part] && parts.first?.row.codingName == "c.227del")
    let beside = try bench.classify(
      "c.1189_1190delinsTA", evidence: VariantEvidence(parts: [far]))
    #expect(beside.evidence.contains { $0.relation == .part && $0.row.codingName == "c.227del" })
    #expect(
      whole.disagreements.contains {
        $0.contains("by themselves would be: c.1189C>T p.(Arg397Trp) pathogenic")
      })
  }

  @Test func aHarmfulPartOfAWholeThatIsNotCalledSoIsSaid() throws {
    let whole = try whole()
    let isSaid = whole.disagreements.contains { $0.contains("has to be judged by a person") }
    #expect(isSaid == !whole.clinicalClass.isPathogenicOrLikely)
    #expect(isSaid)
  }

  /// A file that lists the parts and not the whole does not show the whole to be rare.
  @Test func absenceOfTheWholeIsNoRarity() throws {
    let common = VariantEvidence.seen(40_000, of: 1_000_000)
    let parts = ["c.543C>T", "c.545A>G"].compactMap { name in
      try? bench.classify(name, evidence: common)
    }
    let result = try bench.classify(
      "c.1189_1190delinsTA",
      evidence: VariantEvidence(population: .absent(alleleNumber: 1_000_000), parts: parts)
    ).rules?.result(.pm2)
    #expect(result?.outcome == .notEvaluated)
    let rare = try bench.classify("c.1190G>T", evidence: .absent)
    let other = try bench.classify(
      "c.1189_1190delinsTA",
      evidence: VariantEvidence(
        population: .absent(alleleNumber: 1_000_000), parts: parts + [rare])
    ).rules?.result(.pm2)
    #expect(other?.strength == .supporting && other?.fact.contains("c.1190G>T") == true)
  }

  @Test func anAlleleOfOneRecordHasNoRemark() throws {
    #expect(
      JoinedParts([]).rows(besides: []).isEmpty
        && JoinedParts([]).remarks(beside: .uncertain).isEmpty)
  }
}
