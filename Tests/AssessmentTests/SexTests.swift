import Flow
import Genome
import Testing

@testable import Assessment

@Suite struct SexTests {
  @Test(arguments: [
    (Fixture.chromosomes(heterozygous: 3, homozygous: 200, onY: 50), Sex.male, "One X and a Y"),
    (Fixture.chromosomes(haploid: 200, onY: 50), .male, "One X and a Y"),
    (
      Fixture.chromosomes(heterozygous: 120, homozygous: 80), .female,
      "Two X, and no Y seen: female"
    ),
    (Fixture.chromosomes(heterozygous: 120, homozygous: 80, onY: 50), .unknown, "XXY"),
    // Beside one X a few are enough; beside two they are strays.
    (Fixture.chromosomes(homozygous: 90_000, onY: 25), .male, "One X and a Y"),
    (
      Fixture.chromosomes(heterozygous: 2_000, homozygous: 1_000, onY: 25), .unknown,
      "whether there is a Y is open"
    ),
    (Fixture.chromosomes(homozygous: 200), .unknown, "X0, or a male whose file leaves Y out"),
    (Fixture.chromosomes(heterozygous: 40, homozygous: 160, onY: 50), .unknown, "do not tell"),
    (Fixture.chromosomes(heterozygous: 60, homozygous: 39), .unknown, "do not tell"),
    (Fixture.chromosomes(onY: 50), .unknown, "do not tell"),
  ])
  func sexIsInferredOnlyWhereXAndYLeaveNoDoubt(
    calls: SexChromosomeCalls, sex: Sex, sentence: String
  ) throws {
    let result = try Fixture.assess([], [], .unknown, calls: calls)
    #expect(result.sex.sex == sex)
    #expect(result.sex.source == (sex == .unknown ? .none : .inferred))
    #expect(result.sex.evidence.contains { $0.contains(sentence) })
  }

  @Test(arguments: [
    (Sex.male, Fixture.chromosomes(heterozygous: 120, homozygous: 80), "male, but two X"),
    (.female, Fixture.chromosomes(homozygous: 200, onY: 50), "female, but one X and a Y"),
    (.female, Fixture.chromosomes(homozygous: 200), "X0 or another person's sample"),
    (.female, Fixture.chromosomes(heterozygous: 120, homozygous: 80, onY: 50), "but a Y"),
  ])
  func aContradictionIsSaidAndPreventsANegative(
    declared: Sex, calls: SexChromosomeCalls, sentence: String
  ) throws {
    let result = try Fixture.assess(Fixture.blocks(), [], declared, calls: calls)
    #expect(result.sex.sex == declared)
    #expect(result.sex.source == .declared)
    #expect(result.sex.evidence.contains { $0.contains(sentence) })
    #expect(result.conclusion?.word == .inconclusive)
    #expect(result.conclusion?.reasons.first?.contains("contradict the declared sex") == true)
  }

  @Test func agreementIsSaid() throws {
    let calls = Fixture.chromosomes(homozygous: 200, onY: 50)
    let result = try Fixture.assess(Fixture.blocks(), [], .male, calls: calls)
    #expect(result.sex.evidence.contains { $0.contains("agrees with the declared sex") })
    #expect(result.conclusion?.word == .negativeSequenceOnly)
  }

  @Test func aContradictedFemaleIsNoCarrier() throws {
    let calls = Fixture.chromosomes(homozygous: 200, onY: 50)
    let result = try Fixture.assess(
      Fixture.substitution, Fixture.call("0/1"), .female, calls: calls)
    #expect(result.variants.first?.zygosity == .unknown)
    #expect(result.conclusion?.finding == .plpStateUnknown)
    #expect(result.conclusion?.word == .uncertain)
  }

  /// No sentence on the number of copies can be true of such a sample.
  @Test(arguments: ["1", "1/1", "0/1"])
  func aContradictedSexLeavesTheCopiesOpen(genotype: String) throws {
    let twoX = Fixture.chromosomes(heterozygous: 120, homozygous: 80)
    let oneXAndY = Fixture.chromosomes(homozygous: 200, onY: 50)
    for (sex, calls) in [(Sex.male, twoX), (.female, oneXAndY)] {
      let result = try Fixture.assess(
        Fixture.substitution, Fixture.call(genotype), sex, calls: calls)
      let zygosity = try #require(result.variants.first?.zygosity)
      #expect([.unknown, .conflict].contains(zygosity), "\(sex) \(genotype)")
      #expect(result.conclusion?.finding == .plpStateUnknown)
    }
  }

  @Test func withoutGenotypesElsewhereNothingIsInferred() throws {
    let result = try Fixture.assess(Fixture.substitution, Fixture.call("1"), .unknown)
    #expect(result.sex.sex == .unknown)
    #expect(result.sex.source == .none)
  }

  @Test func foxp3AndPseudoautosomalGenotypesDoNotCount() {
    var calls = SexChromosomeCalls(
      assembly: .grch38, locus: Fixture.locus.interval, minimumGenotypeQuality: 20,
      minimumReads: 8, oneAlleleMinimumShare: 0.9)
    // Ends of the regions as Ensembl gives them for GRCh38.
    for position in [10_001, 2_781_479, 155_701_383, 156_030_895, 49_248_436, 49_269_825] {
      calls.count(Fixture.elsewhere(position, "0/1"), column: 0, on: .x)
    }
    #expect(calls.genotypesOnX == 0)
    for position in [2_781_480, 155_701_382, 49_248_435, 49_269_826] {
      calls.count(Fixture.elsewhere(position, "0/1"), column: 0, on: .x)
    }
    #expect(calls.heterozygousOnX == 4)
    for position in [2_781_479, 56_887_903] {
      calls.count(Fixture.elsewhere(position, "1"), column: 0, on: .y)
    }
    #expect(calls.callsOnY == 0)
  }

  /// Mutect2 writes 0/1 of whatever it calls: with all of the reads it is of one allele.
  @Test func aHeterozygousCallWithTheReadsOfOneAlleleIsOfOne() {
    var calls = SexChromosomeCalls(
      assembly: .grch38, locus: Fixture.locus.interval, minimumGenotypeQuality: 20,
      minimumReads: 8, oneAlleleMinimumShare: 0.9)
    for reads in [[0, 40], [1, 39], [20, 20], [8, 32], [0, 2]] {
      calls.count(Fixture.elsewhere(60_000_000, "0/1", reads: reads), column: 0, on: .x)
      calls.count(Fixture.elsewhere(20_000_000, "0/1", reads: reads), column: 0, on: .y)
    }
    #expect(calls.heterozygousOnX == 3 && calls.homozygousOnX == 2 && calls.callsOnY == 2)
    calls.count(
      position: 60_000_000, ploidy: 2, isHeterozygous: true, quality: nil, most: 19, reads: 20,
      on: .x)
    #expect(calls.heterozygousOnX == 3 && calls.homozygousOnX == 3)
  }

  @Test func onlyGoodSubstitutionsCount() {
    var calls = SexChromosomeCalls(
      assembly: .grch38, locus: Fixture.locus.interval, minimumGenotypeQuality: 20,
      minimumReads: 8, oneAlleleMinimumShare: 0.9)
    var filtered = Fixture.elsewhere(60_000_000, "0/1")
    filtered.filters = ["LowQual"]
    var deletion = Fixture.elsewhere(60_000_000, "0/1")
    deletion.reference = "AC"
    deletion.alternates = ["A"]
    let poor = Fixture.elsewhere(60_000_000, "0/1", quality: 10)
    let half = Fixture.elsewhere(60_000_000, "./1")
    let reference = Fixture.elsewhere(60_000_000, "0/0")
    for record in [filtered, deletion, poor, half, reference] {
      calls.count(record, column: 0, on: .x)
      calls.count(record, column: 3, on: .x)
    }
    calls.count(
      position: 60_000_000, ploidy: 2, isHeterozygous: true, quality: 19, most: 20, reads: 40,
      on: .x)
    #expect(calls.genotypesOnX == 0)
    calls.count(Fixture.elsewhere(20_000_000, "0/1"), column: 0, on: .y)
    #expect(calls.callsOnY == 0)
  }
}
