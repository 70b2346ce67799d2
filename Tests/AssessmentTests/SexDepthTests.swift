import Flow
import Genome
import Testing

@testable import Assessment

/// The sex by the depth of X and Y against the autosomes. With a share of 0.5 for one X, 1 for two,
/// and about a quarter for one Y, half of which can't be mapped to.
@Suite struct SexDepthTests {
  private static func depth(
    _ x: Double, _ y: Double, reads: Int = 1_000_000, autosomes: Int = 22
  ) -> SexChromosomeDepth {
    SexChromosomeDepth(ofX: x, ofY: y, autosomalReads: reads, evenAutosomes: autosomes)
  }

  private func judge(
    _ declared: Sex, _ depth: SexChromosomeDepth, calls: SexChromosomeCalls? = nil
  ) throws -> SexJudgement {
    SexAssessor(profile: try Fixture.profile())
      .assess(declared: declared, calls: calls, depth: depth)
  }

  @Test(arguments: [
    (depth(0.5, 0.25), Sex.male, "One X and a Y: male"),
    (depth(0.65, 0.1), .male, "One X and a Y: male"),
    (depth(1, 0), .female, "Two X, and no Y seen: female"),
    (depth(0.8, 0.05), .female, "Two X, and no Y seen: female"),
    (depth(1, 0.25), .unknown, "XXY or a contaminated sample"),
    (depth(0.5, 0), .unknown, "X0, or a male whose file leaves Y out"),
    // X was left out of the file.
    (depth(0.01, 0), .unknown, "do not tell"),
    // Between one X and two, and between no Y and one.
    (depth(0.72, 0.25), .unknown, "do not tell"),
    (depth(0.72, 0), .unknown, "do not tell"),
    (depth(0.5, 0.07), .unknown, "One X, and whether there is a Y is open"),
    (depth(1, 0.07), .unknown, "Two X; no Y seen for certain"),
    // More X than two.
    (depth(1.25, 0), .female, "Two X, and no Y seen: female"),
    (depth(1.3, 0), .unknown, "do not tell"),
    (depth(1.5, 0), .unknown, "More than two X, or uneven reads"),
    (depth(1.5, 0.25), .unknown, "More than two X, or uneven reads"),
    (depth(1.8, 0), .unknown, "do not tell"),
    (depth(22.31, 0), .unknown, "do not tell"),
    // A file cut to some chromosomes.
    (depth(1, 0, autosomes: 9), .unknown, "do not tell"),
    (depth(0.5, 0.25, autosomes: 1), .unknown, "do not tell"),
    // Too few reads to compare with.
    (depth(0.5, 0.25, reads: 9_999), .unknown, "do not tell"),
    (depth(1, 0, reads: 9_999), .unknown, "do not tell"),
  ])
  func sexIsInferredOnlyWhereDepthLeavesNoDoubt(
    depth: SexChromosomeDepth, sex: Sex, sentence: String
  ) throws {
    let judgement = try judge(.unknown, depth)
    #expect(judgement.assessment.sex == sex)
    #expect(judgement.assessment.source == (sex == .unknown ? .none : .inferred))
    #expect(judgement.assessment.evidence.contains { $0.contains(sentence) })
  }

  @Test func theFactsAreSaid() throws {
    let enough = try judge(.unknown, Self.depth(0.504, 0.25)).assessment.evidence
    #expect(enough.contains { $0.contains("X has 0.50 and Y 0.25 of the depth of the autosomes") })
    let few = try judge(.unknown, Self.depth(0.5, 0.25, reads: 12)).assessment.evidence
    #expect(few.contains { $0.contains("Only 12 reads lie on the autosomes") })
    let cut = try judge(.unknown, Self.depth(1, 0, autosomes: 1)).assessment.evidence
    #expect(cut.contains { $0.contains("evenly on 1 of the autosomes") })
  }

  @Test(arguments: [
    (Sex.male, depth(1, 0), "male, but two X"),
    (.male, depth(1, 0.25), "male, but two X; XXY"),
    (.female, depth(0.5, 0.25), "female, but one X and a Y"),
    (.female, depth(0.5, 0), "female, but one X; X0"),
    (.female, depth(1, 0.25), "female, but a Y"),
    // Y lies between, and the number of X contradicts by itself.
    (.female, depth(0.5, 0.07), "female, but one X"),
    (.male, depth(1, 0.07), "male, but two X"),
    (.male, depth(1.5, 0.25), "male, but more than two X"),
  ])
  func aDeclaredSexIsContradictedButNeverOverridden(
    declared: Sex, depth: SexChromosomeDepth, sentence: String
  ) throws {
    let judgement = try judge(declared, depth)
    #expect(judgement.isContradicted)
    #expect(judgement.assessment.sex == declared)
    #expect(judgement.assessment.source == .declared)
    #expect(judgement.copies == 2)
    #expect(judgement.assessment.evidence.contains { $0.contains(sentence) })
  }

  @Test(arguments: [
    (Sex.male, depth(0.5, 0.25), "agrees with the declared sex"),
    (.male, depth(0.5, 0), "One X and no Y seen: X0, or Y left out of the file."),
    (.male, depth(0.5, 0.07), "One X, and whether there is a Y is open"),
    (.female, depth(1, 0.07), "Two X, and whether there is a Y is open"),
    (.female, depth(1.5, 0), "More than two X, or uneven reads"),
    (.female, depth(1, 0), "agrees with the declared sex"),
    (.male, depth(0.72, 0.25), "too little to check"),
    (.female, depth(0.01, 0), "too little to check"),
    (.male, depth(1, 0, reads: 500), "too little to check"),
    (.female, depth(0.72, 0), "too little to check"),
  ])
  func aDeclaredSexThatFitsIsKept(
    declared: Sex, depth: SexChromosomeDepth, sentence: String
  ) throws {
    let judgement = try judge(declared, depth)
    #expect(!judgement.isContradicted)
    #expect(judgement.assessment.sex == declared)
    #expect(judgement.assessment.evidence.contains { $0.contains(sentence) })
  }

  @Test func agreementNeedsYToo() throws {
    #expect(try judge(.male, Self.depth(0.5, 0.25)).isConfirmed)
    #expect(try judge(.female, Self.depth(1, 0)).isConfirmed)
    for (sex, depth) in [
      (Sex.male, Self.depth(0.5, 0)), (.male, Self.depth(0.5, 0.07)),
      (.female, Self.depth(1, 0.07)), (.female, Self.depth(1.5, 0)),
    ] {
      let judgement = try judge(sex, depth)
      #expect(!judgement.isConfirmed && !judgement.isContradicted)
      #expect(!judgement.assessment.evidence.contains { $0.contains("agrees") })
    }
  }

  @Test func genotypesTellOfYWhereDepthDoesNot() throws {
    let male = Fixture.chromosomes(homozygous: 200, onY: 50)
    #expect(try judge(.male, Self.depth(0.5, 0.07), calls: male).isConfirmed)
    #expect(try judge(.unknown, Self.depth(0.5, 0.07), calls: male).assessment.sex == .male)
  }

  @Test func onlyOneXByDepthIsASingleX() throws {
    #expect(try judge(.male, Self.depth(0.5, 0.25)).showsSingleX)
    #expect(try !judge(.male, Self.depth(1, 0.25)).showsSingleX)
    #expect(try !judge(.male, Self.depth(0.72, 0.25)).showsSingleX)
    #expect(try !judge(.male, Self.depth(0.5, 0.25, reads: 100)).showsSingleX)
  }

  /// Reads of the locus alone must not take away what the genotypes of the same sample tell.
  @Test func genotypesTellWhereTheReadsAreTooFew() throws {
    let male = Fixture.chromosomes(homozygous: 200, onY: 50)
    let judgement = try judge(.unknown, Self.depth(0.5, 0, reads: 12), calls: male)
    #expect(judgement.assessment.sex == .male)
    #expect(judgement.assessment.evidence.contains { $0.contains("Only 12 reads") })
    #expect(judgement.assessment.evidence.contains { $0.contains("200 good genotypes") })
  }

  @Test func readsTellWhereTheGenotypesAreTooFew() throws {
    let few = Fixture.chromosomes(homozygous: 3)
    let judgement = try judge(.unknown, Self.depth(1, 0), calls: few)
    #expect(judgement.assessment.sex == .female)
  }

  /// Genotypes of one person beside the reads of another: nothing is inferred.
  @Test func genotypesAndReadsThatDisagreeTellNothing() throws {
    let male = Fixture.chromosomes(homozygous: 200, onY: 50)
    let judgement = try judge(.unknown, Self.depth(1, 0), calls: male)
    #expect(judgement.assessment.sex == .unknown)
    #expect(judgement.assessment.evidence.contains { $0.contains("disagree") })
    let declared = try judge(.male, Self.depth(1, 0), calls: male)
    #expect(declared.assessment.sex == .male)
    #expect(declared.isContradicted)
  }
}
