import Flow
import Genome
import Testing

@testable import Assessment

/// One pathogenic variant in a plain VCF: the genotype's spelling, the sex, what is expected.
struct PathogenicCase: Sendable, CustomTestStringConvertible {
  var sex: Sex
  var genotype: String
  var reads: [Int?] = []
  var zygosity: Zygosity
  var finding: Finding
  var word: ConclusionWord
  var note: String?

  var testDescription: String { "\(sex) \(genotype) \(reads.map { $0 ?? -1 })" }

  static let all: [PathogenicCase] = [
    // A male has one copy, however it is written.
    .init(
      sex: .male, genotype: "1", zygosity: .hemizygous, finding: .hemizygousPLP, word: .positive),
    .init(
      sex: .male, genotype: "1/1", zygosity: .hemizygous, finding: .hemizygousPLP, word: .positive),
    .init(
      sex: .male, genotype: "1|1", zygosity: .hemizygous, finding: .hemizygousPLP, word: .positive),
    .init(
      sex: .male, genotype: "1/1", reads: [1, 39], zygosity: .hemizygous, finding: .hemizygousPLP,
      word: .positive),
    .init(
      sex: .male, genotype: "1", reads: [20, 20], zygosity: .conflict, finding: .plpStateUnknown,
      word: .uncertain, note: "only 50% of the reads"),
    .init(
      sex: .male, genotype: "0/1", zygosity: .conflict, finding: .plpStateUnknown,
      word: .uncertain, note: "mosaicism, XXY, contamination or an artefact"),
    .init(
      sex: .male, genotype: "0/1", reads: [20, 20], zygosity: .conflict,
      finding: .plpStateUnknown, word: .uncertain, note: "50% of the reads mosaicism"),
    .init(
      sex: .male, genotype: "0|1", zygosity: .conflict, finding: .plpStateUnknown,
      word: .uncertain, note: "a male has one X"),
    .init(
      sex: .male, genotype: "0/1", reads: [2, 38], zygosity: .conflict,
      finding: .plpStateUnknown, word: .uncertain, note: "95% of the reads probably hemizygous"),
    .init(
      sex: .male, genotype: "0/1", reads: [4, 36], zygosity: .conflict,
      finding: .plpStateUnknown, word: .uncertain, note: "90% of the reads probably hemizygous"),
    .init(
      sex: .male, genotype: "./1", zygosity: .unknown, finding: .plpStateUnknown,
      word: .uncertain, note: "Half of the genotype ./1 is missing"),
    .init(
      sex: .male, genotype: "./1", reads: [0, 40], zygosity: .hemizygous,
      finding: .hemizygousPLP, word: .positive, note: "100% of the reads"),
    .init(
      sex: .male, genotype: "1/2", zygosity: .conflict, finding: .plpStateUnknown,
      word: .uncertain, note: "two different alleles"),
    // A female has two.
    .init(
      sex: .female, genotype: "0/1", zygosity: .heterozygous, finding: .heterozygousPLP,
      word: .carrier),
    .init(
      sex: .female, genotype: "1|0", zygosity: .heterozygous, finding: .heterozygousPLP,
      word: .carrier),
    .init(
      sex: .female, genotype: "0/1", reads: [40, 0], zygosity: .unknown, finding: .plpStateUnknown,
      word: .uncertain, note: "only 0% of the reads"),
    .init(
      sex: .female, genotype: "0/1", reads: [38, 4], zygosity: .unknown, finding: .plpStateUnknown,
      word: .uncertain, note: "only 10% of the reads"),
    .init(
      sex: .female, genotype: "0/1", reads: [36, 6], zygosity: .heterozygous,
      finding: .heterozygousPLP, word: .carrier, note: "14% of the reads"),
    .init(
      sex: .female, genotype: "0/1", reads: [7, 33], zygosity: .unknown,
      finding: .plpStateUnknown, word: .uncertain, note: "83% of the reads"),
    .init(
      sex: .female, genotype: "0/1", reads: [0, 40], zygosity: .unknown,
      finding: .plpStateUnknown, word: .uncertain, note: "the other copy may be lost"),
    // What chance gives of half is no other state.
    .init(
      sex: .female, genotype: "0/1", reads: [1, 6], zygosity: .heterozygous,
      finding: .heterozygousPLP, word: .carrier, note: "86% of the reads"),
    .init(
      sex: .female, genotype: "0/1", reads: [8, 32], zygosity: .heterozygous,
      finding: .heterozygousPLP, word: .carrier),
    .init(
      sex: .female, genotype: "1/2", zygosity: .heterozygous, finding: .plpStateUnknown,
      word: .uncertain),
    .init(
      sex: .female, genotype: "1/1", zygosity: .homozygous, finding: .biallelicPLP,
      word: .positive, note: "or one copy is lost"),
    .init(
      sex: .female, genotype: "1/1", reads: [20, 20], zygosity: .unknown,
      finding: .plpStateUnknown, word: .uncertain, note: "Called homozygous, but only 50%"),
    .init(
      sex: .female, genotype: "1", zygosity: .unknown, finding: .plpStateUnknown,
      word: .uncertain, note: "single allele, as in a male"),
    .init(
      sex: .female, genotype: "./1", zygosity: .unknown, finding: .plpStateUnknown,
      word: .uncertain, note: "missing"),
    // Without a sex the state can't be told; it is never read off these genotypes.
    .init(
      sex: .unknown, genotype: "1", zygosity: .unknown, finding: .plpStateUnknown,
      word: .uncertain, note: "hemizygous in a male and homozygous in a female"),
    .init(
      sex: .unknown, genotype: "1/1", zygosity: .unknown, finding: .plpStateUnknown,
      word: .uncertain, note: "The sex is unknown"),
    .init(
      sex: .unknown, genotype: "0/1", zygosity: .unknown, finding: .plpStateUnknown,
      word: .uncertain, note: "a carrier's in a female and a conflict in a male"),
    .init(
      sex: .female, genotype: "0/0/1", zygosity: .unknown, finding: .plpStateUnknown,
      word: .uncertain, note: "more copies than a person has"),
  ]
}

/// Reads of a male's variant at a depth of 40, and those of them that are of neither allele.
struct MaleReads: Sendable {
  var genotype = "0/1"
  var reads: [Int?]
  var unnamed: Int
  var isMosaic = false

  static let all: [MaleReads] = [
    MaleReads(reads: [2, 20], unnamed: 10), MaleReads(reads: [0, 20], unnamed: 20),
    MaleReads(genotype: "1/0", reads: [0, 20], unnamed: 20),
    MaleReads(reads: [2, 26], unnamed: 12),
    MaleReads(reads: [3, 20], unnamed: 9, isMosaic: true),
    MaleReads(reads: [20, 20], unnamed: 0, isMosaic: true),
    MaleReads(reads: [nil, 20], unnamed: 20, isMosaic: true),
  ]
}

@Suite struct ZygosityTests {
  /// Twelve of a hundred reads are no carrier's half: she is not called one outright.
  @Test(arguments: [([44, 6], false), ([25, 25], true)])
  func aCarrierHasHalfOfTheReads(reads: [Int], isCarrier: Bool) throws {
    let call = Fixture.call("0/1", reads: reads)
    let record = Fixture.record(Fixture.substitution, call)
    let result = try Fixture.assess(
      [record], [Fixture.variant(Fixture.substitution, record)], .female)
    let reasons = try #require(result.conclusion).reasons
    #expect(result.conclusion?.finding == .heterozygousPLP)
    #expect(reasons[0].contains("and a carrier") == isCarrier, "\(reasons[0])")
    #expect(reasons[0].contains("not that of one of two copies") != isCarrier)
    #expect(result.variants.first?.isOfUnknownShare == !isCarrier)
  }

  @Test(arguments: PathogenicCase.all)
  func aPathogenicVariantIsJudgedBySexAndSpelling(_ expected: PathogenicCase) throws {
    let call = Fixture.call(expected.genotype, reads: expected.reads)
    let record = Fixture.record(Fixture.substitution, call, more: ["C"])
    let result = try Fixture.assess(
      [record], [Fixture.variant(Fixture.substitution, record)], expected.sex)
    let variant = try #require(result.variants.first)
    let conclusion = try #require(result.conclusion)
    #expect(variant.zygosity == expected.zygosity)
    #expect(variant.genotypeText == expected.genotype)
    #expect(conclusion.finding == expected.finding)
    #expect(conclusion.word == expected.word)
    #expect(conclusion.reasons.first?.contains("c.1189C>T (pathogenic)") == true)
    if let note = expected.note {
      #expect(variant.zygosityNote?.contains(note) == true, "\(variant.zygosityNote ?? "no note")")
    } else {
      #expect(variant.zygosityNote == nil)
    }
    // The FOXP3 genotype has no say in the sex.
    #expect(result.sex.sex == expected.sex)
  }

  /// Only of a female whose sex nothing contradicts.
  @Test func aCopyIsMissedWhereTwoAreExpected() throws {
    let call = Fixture.call("0/1", reads: [1, 39])
    let lacks = { (sex: Sex, calls: SexChromosomeCalls?) in
      try Fixture.assess(Fixture.substitution, call, sex, calls: calls).variants.first?
        .mayLackOtherCopy
    }
    #expect(try lacks(.female, nil) == true)
    #expect(try lacks(.male, nil) == false)
    let singleX = Fixture.chromosomes(homozygous: 300, onY: 50)
    #expect(try lacks(.female, singleX) == false)
  }

  @Test func noSpellingMakesAMaleACarrier() throws {
    let spellings = ["0/1", "1/0", "0|1", "1|0", "1", "1/1", "./1", "1/.", "1/2", "0/0/1"]
    for spelling in spellings {
      for reads in [[], [20, 20], [2, 38], [38, 2]] as [[Int?]] {
        for calls in [nil, Fixture.chromosomes(homozygous: 300, onY: 50)] {
          let result = try Fixture.assess(
            Fixture.substitution, Fixture.call(spelling, reads: reads), .male, calls: calls)
          #expect(result.conclusion?.word != .carrier)
          #expect(result.conclusion?.finding != .heterozygousPLP)
          #expect(result.variants.first?.zygosity != .heterozygous)
        }
      }
    }
  }

  /// Of two alleles RNA may show one.
  @Test func ofRNAAGirlsCopiesAreNotTold() throws {
    let sex = SexJudgement(assessment: SexAssessment(sex: .female, source: .declared, evidence: []))
    for isOfRNA in [true, false] {
      let rule = ZygosityRule(profile: try Fixture.profile(), sex: sex, isOfRNA: isOfRNA)
      let verdict = rule.judge(
        Fixture.genotype("1/1"), allele: 1, fraction: 1, reads: 30, depth: 30, quality: 60)
      #expect(verdict.zygosity == (isOfRNA ? .unknown : .homozygous))
      #expect(verdict.note?.contains("RNA") == isOfRNA)
    }
  }

  @Test func mosaicNeedsASingleXElsewhereAndGoodData() throws {
    let singleX = Fixture.chromosomes(homozygous: 300, onY: 50)
    func zygosity(_ call: SampleCall, _ calls: SexChromosomeCalls?) throws -> Zygosity? {
      try Fixture.assess(Fixture.substitution, call, .male, calls: calls).variants.first?.zygosity
    }
    let good = Fixture.call("0/1", reads: [28, 12])
    #expect(try zygosity(good, singleX) == .mosaic)
    #expect(try zygosity(good, nil) == .conflict)
    #expect(
      try zygosity(good, Fixture.chromosomes(heterozygous: 150, homozygous: 150, onY: 50))
        == .conflict)
    #expect(
      try zygosity(Fixture.call("0/1", depth: 12, reads: [8, 4]), singleX) == .conflict)
    #expect(
      try zygosity(Fixture.call("0/1", quality: 19, reads: [28, 12]), singleX) == .conflict)
    // What the file does not give is not asked for.
    #expect(
      try zygosity(Fixture.call("0/1", quality: nil, reads: [28, 12]), singleX) == .mosaic)
    #expect(try zygosity(Fixture.call("0/1", reads: [38, 2]), singleX) == .conflict)
    let result = try Fixture.assess(Fixture.substitution, good, .male, calls: singleX)
    #expect(result.conclusion?.finding == .mosaicPLP)
    #expect(result.conclusion?.word == .positive)
  }

  /// A mosaic's other cells show the reference: reads of neither allele are not theirs. Where the reference's are not
  /// counted, DP stands in for them.
  @Test(arguments: MaleReads.all)
  func mosaicNeedsReadsOfTheReference(_ told: MaleReads) throws {
    var call = Fixture.call(told.genotype, reads: told.reads)
    call.unnamedReads = told.unnamed
    let variant = try Fixture.assess(
      Fixture.substitution, call, .male,
      calls: Fixture.chromosomes(homozygous: 300, onY: 50)
    ).variants.first
    let note = variant?.zygosityNote ?? ""
    let isTold = note.contains(
      "\(told.unnamed) of 40 show neither allele: hemizygous, or beside another allele")
    #expect(variant?.zygosity == (told.isMosaic ? .mosaic : .conflict))
    #expect(isTold != told.isMosaic, "\(note)")
  }

  /// Neither of the alleles called is the reference, which a mosaic's other cells have.
  @Test func twoAllelesOfOneRecordAreNoMosaic() throws {
    let call = Fixture.call("1/2", reads: [10, 20, 10])
    let record = Fixture.record(Fixture.substitution, call, more: ["C"])
    let variant = try Fixture.assess(
      [record], [Fixture.variant(Fixture.substitution, record)], .male,
      calls: Fixture.chromosomes(homozygous: 300, onY: 50)
    ).variants.first
    #expect(variant?.zygosity == .conflict)
  }

  /// Of so few reads nothing follows.
  @Test func fewReadsOfManyAreNotHemizygous() throws {
    var call = Fixture.call("0/1", reads: [0, 3])
    call.unnamedReads = 37
    let variant = try Fixture.assess(Fixture.substitution, call, .male).variants.first
    #expect(variant?.zygosity == .conflict)
    #expect(variant?.zygosityNote?.contains("with 8% of the reads mosaicism") == true)
  }

  /// Two alleles of one place, each in a record of its own, without a read of the reference.
  @Test func twoAllelesOfOnePlaceAreNoMosaic() throws {
    var call = Fixture.call("1/0", reads: [0, 20])
    (call.unnamedReads, call.splitReads, call.standsBesideOthers) = (20, 20, true)
    let variant = try Fixture.assess(
      Fixture.substitution, call, .male,
      calls: Fixture.chromosomes(homozygous: 300, onY: 50)
    ).variants.first
    #expect(variant?.zygosity == .conflict)
    #expect(variant?.zygosityNote?.contains("with 50% of the reads mosaicism") == true)
  }

  @Test(arguments: ["0/0", "./.", ".", "0", "0|0"])
  func genotypesWithoutTheAlleleCarryNothing(genotype: String) throws {
    let result = try Fixture.assess(Fixture.substitution, Fixture.call(genotype), .male)
    #expect(result.variants.isEmpty)
    #expect(result.conclusion?.finding == .noneReportable)
    #expect(result.conclusion?.word == .inconclusive)
  }
}
