import Flow
import Genome
import Testing

@testable import Assessment

/// The sex by genotypes of reads on X, and by SRY.
@Suite struct SexOfReadsTests {
  private func judge(
    _ declared: Sex, genotypes: Int, heterozygous: Int, sry: Double,
    anySRY: Double? = nil, onY: (all: Int, wellMapped: Int) = (400, 40), lacks: Bool = false,
    depth: SexChromosomeDepth? = nil
  ) throws -> SexJudgement {
    SexAssessor(profile: try Fixture.profile()).assess(
      declared: declared, calls: nil, depth: depth,
      reads: SexChromosomeReads(
        genotypesOnX: genotypes, heterozygousOnX: heterozygous, depthOfSRY: sry,
        anyDepthOfSRY: anySRY ?? sry, readsOnY: onY.all, wellMappedOnY: onY.wellMapped,
        lacksMismatches: lacks))
  }

  @Test(arguments: [
    (120, 4, 30.0, Sex.male, "One X and a Y"), (120, 70, 0.0, .female, "Two X, and no Y seen"),
    (120, 70, 30.0, .unknown, "XXY or a contaminated sample"),
    (120, 4, 0.0, .unknown, "X0, or a male whose file leaves Y out"),
    (99, 0, 30.0, .unknown, "do not tell"), (120, 24, 30.0, .unknown, "do not tell"),
    (120, 4, 5.0, .male, "One X and a Y"),
    (120, 70, 4.9, .unknown, "Two X; no Y seen for certain"),
    (120, 70, 0.5, .unknown, "Two X; no Y seen for certain"),
    (120, 70, 0.49, .female, "Two X, and no Y seen"),
    (120, 4, 3.0, .unknown, "One X, and whether there is a Y is open"),
  ])
  func sexIsInferredWhereBothAreClear(
    _ genotypes: Int, _ heterozygous: Int, _ sry: Double, _ sex: Sex, _ words: String
  ) throws {
    let judgement = try judge(
      .unknown, genotypes: genotypes, heterozygous: heterozygous, sry: sry)
    #expect(judgement.assessment.sex == sex)
    #expect(judgement.assessment.evidence.contains { $0.contains(words) })
  }

  @Test(arguments: [
    (Sex.male, 120, 70, 0.0, "male, but two X"),
    (.female, 120, 4, 30.0, "female, but one X and a Y"),
    (.female, 3, 1, 30.0, "female, but a Y"), (.female, 120, 4, 0.0, "female, but one X"),
  ])
  func aDeclaredSexIsContradicted(
    _ declared: Sex, _ genotypes: Int, _ heterozygous: Int, _ sry: Double, _ words: String
  ) throws {
    let judgement = try judge(
      declared, genotypes: genotypes, heterozygous: heterozygous, sry: sry)
    #expect(judgement.isContradicted)
    #expect(judgement.assessment.sex == declared)
    #expect(judgement.assessment.evidence.contains { $0.contains(words) })
  }

  /// Y was left out or not captured; or its reads are Y's own, and SRY was not captured.
  @Test(arguments: [(0, 0), (400, 200), (3, 3)])
  func noYIsToldOnlyWhereItCouldHaveBeenSeen(_ all: Int, _ wellMapped: Int) throws {
    let judgement = try judge(
      .unknown, genotypes: 120, heterozygous: 70, sry: 0, onY: (all, wellMapped))
    #expect(judgement.assessment.sex == .unknown)
    #expect(judgement.assessment.evidence.contains { $0.contains("it may not be captured") })
    let declared = try judge(
      .female, genotypes: 120, heterozygous: 70, sry: 0, onY: (all, wellMapped))
    #expect(!declared.isConfirmed && !declared.isContradicted)
    #expect(
      declared.assessment.evidence.contains { $0.contains("no read on Y at all") } == (all == 0))
  }

  @Test func agreementIsKnownFromSilence() throws {
    #expect(try judge(.male, genotypes: 120, heterozygous: 4, sry: 30).isConfirmed)
    #expect(try !judge(.male, genotypes: 9, heterozygous: 0, sry: 30).isConfirmed)
    #expect(try !judge(.male, genotypes: 120, heterozygous: 70, sry: 0).isConfirmed)
    #expect(try !judge(.unknown, genotypes: 120, heterozygous: 4, sry: 30).isConfirmed)
  }

  @Test func theFactsAreSaid() throws {
    let facts = try judge(.male, genotypes: 120, heterozygous: 4, sry: 31.5).assessment.evidence
    #expect(
      facts.first
        == "By the reads, 4 of 120 places of X behind FOXP3 that plainly differ from the reference "
        + "are heterozygous, and SRY on Y is read 31.50 times.")
    let without = try judge(.male, genotypes: 0, heterozygous: 0, sry: 31.5, lacks: true)
    #expect(without.assessment.evidence.contains { $0.contains("no tag MD") })
    #expect(!without.isContradicted)
  }

  /// A variant file without calls on Y does not make up for reads that leave Y open.
  @Test func noCallsOnYDoNotSettleWhatReadsLeaveOpen() throws {
    let judgement = SexAssessor(profile: try Fixture.profile()).assess(
      declared: .unknown, calls: Fixture.chromosomes(heterozygous: 120, homozygous: 80),
      reads: SexChromosomeReads(
        genotypesOnX: 120, heterozygousOnX: 70, depthOfSRY: 3.9, anyDepthOfSRY: 3.9, readsOnY: 400,
        wellMappedOnY: 40))
    #expect(judgement.assessment.sex == .unknown)
    #expect(judgement.assessment.evidence.contains { $0.contains("no Y seen for certain") })
  }

  @Test func badlyMappedReadsOfSRYLeaveYOpen() throws {
    let judgement = try judge(
      .unknown, genotypes: 120, heterozygous: 70, sry: 0, anySRY: 20, onY: (400, 0))
    #expect(judgement.assessment.sex == .unknown)
  }
}
