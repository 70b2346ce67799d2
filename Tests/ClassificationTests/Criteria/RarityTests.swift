import Flow
import Genome
import Testing

@testable import Classification

/// PM2.
@Suite struct RarityTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  @Test func absentFromAFileThatCoversThePlace() throws {
    let result = try bench.result(.pm2, of: "c.1009C>T", evidence: .absent)
    #expect(result.strength == .supporting && result.code == "PM2_Supporting")
  }

  @Test(arguments: [
    VariantEvidence.none,
    VariantEvidence(population: .notCovered(reason: "no record near")),
    VariantEvidence(population: .filtered(["AC0"])),
    VariantEvidence(population: .shareOnly(0.0000001, source: "a list")),
  ])
  func absenceThatIsNotShownIsNone(evidence: VariantEvidence) throws {
    let result = try bench.result(.pm2, of: "c.1009C>T", evidence: evidence)
    #expect(result.outcome == .notEvaluated)
    #expect(result.missing != nil)
  }

  /// The share decides; that a male has it is for a person to weigh.
  @Test(arguments: [(0, false), (1, true)])
  func malesAmongThoseCountedAreTold(males: Int, isTold: Bool) throws {
    let result = try bench.result(
      .pm2, of: "c.1190G>A", evidence: .seen(2, of: 1_098_155, males: males))
    #expect(result.caveats.contains { $0.contains("1 male has it on the only X") } == isTold)
  }

  /// c.1190G>A: 2 alleles of 1,098,155 chromosomes, one of them in a male; c.1189C>T: 2 of 112,222.
  @Test func rareIsWhatIPEXAllows() throws {
    #expect(
      try bench.result(.pm2, of: "c.1190G>A", evidence: .seen(2, of: 1_098_155, males: 1)).strength
        == .supporting)
    #expect(
      try bench.result(.pm2, of: "c.1189C>T", evidence: .seen(2, of: 112_222)).outcome == .notMet)
    #expect(
      try bench.result(.pm2, of: "c.1189C>T", evidence: .seen(0, of: 2000)).outcome == .notEvaluated
    )
  }
}
