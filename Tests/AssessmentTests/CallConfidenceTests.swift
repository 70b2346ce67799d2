import Flow
import Genome
import Testing

@testable import Assessment

@Suite struct CallConfidenceTests {
  /// A call that is not confirmed: never a positive or a carrier, never a negative.
  @Test(arguments: [
    (["LowQual"], Fixture.call("1/1"), "FILTER is LowQual"),
    (["q10", "s50"], Fixture.call("1/1"), "FILTER is q10;s50"),
    (["PASS"], Fixture.call("1/1", filters: ["LowGQ"]), "(FT) is LowGQ"),
    (["PASS"], Fixture.call("1/1", depth: 7), "depth is 7, under 8 for one copy"),
    (["PASS"], Fixture.call("1/1", depth: nil, reads: [0, 5]), "depth is 5"),
    (["PASS"], Fixture.call("1/1", quality: 19.9), "genotype quality is 19.9, under 20"),
    (["PASS"], Fixture.call("1/1", quality: .nan), "genotype quality is"),
    ([], Fixture.call("1/1", depth: nil, quality: nil), "no filter was run"),
  ])
  func doubtfulCallsAreUnconfirmed(filters: [String], call: SampleCall, reason: String) throws {
    let result = try Fixture.assess(Fixture.substitution, call, .male, filters: filters)
    let variant = try #require(result.variants.first)
    #expect(!variant.isConfirmed)
    #expect(variant.unconfirmedReasons.contains { $0.contains(reason) })
    #expect(variant.zygosity == .hemizygous)
    #expect(result.conclusion?.finding == .noneReportable)
    #expect(result.conclusion?.word == .inconclusive)
    #expect(
      result.conclusion?.reasons.first?.contains(
        "c.1189C>T (pathogenic) is called but not confirmed")
        == true)
    #expect(result.ledger.first { $0.identifier == "FX0001" }?.state.name == "uncertain")
  }

  /// Without a filter run QUAL is asked, whatever else is given: bcftools and freebayes write calls that
  /// they hold for nothing, too.
  @Test func aQualityIsAskedWhereNoFilterWasRun() throws {
    let rule = CallConfidence(profile: try Fixture.profile(), copies: 1)
    var record = Fixture.record(Fixture.substitution, Fixture.call("1"), filters: [])
    record.quality = 3.2
    #expect(
      rule.doubts(ofAlternate: record.calls[0], in: record)
        == ["no filter was run, and the quality (QUAL) is 3.2, under 20"])
    record.quality = 20
    #expect(rule.doubts(ofAlternate: record.calls[0], in: record).isEmpty)
    record.quality = 3.2
    record.filters = ["PASS"]
    #expect(rule.doubts(ofAlternate: record.calls[0], in: record).isEmpty)
  }

  /// `bcftools call -m` of all sites: DP counts what AD, of the reference alone, does not.
  @Test func readsThatTheReferenceCallDoesNotNameAreTold() throws {
    let rule = CallConfidence(profile: try Fixture.profile(), copies: 1)
    for (unnamed, doubts) in [(19, ["19 of 73 reads show another allele"]), (7, [])] {
      var call = Fixture.call("0", depth: 73, reads: [73 - unnamed])
      call.unnamedReads = unnamed
      let record = Fixture.block(49_251_441, 49_251_441, call, alternates: [])
      #expect(rule.doubts(ofReference: call, in: record) == doubts)
    }
  }

  /// Two reads may be errors, three are told.
  @Test func threeReadsOfAnotherAlleleAreTold() throws {
    let rule = CallConfidence(profile: try Fixture.profile(), copies: 1)
    for (reads, isTold) in [(3, true), (2, false)] {
      var unnamed = Fixture.call("0", depth: 10, reads: [10 - reads])
      unnamed.unnamedReads = reads
      let counted = Fixture.call("0", depth: 10, reads: [10 - reads, reads])
      for call in [unnamed, counted] {
        #expect((rule.readsBeside(call) != nil) == isTold)
      }
    }
  }

  /// Reads of `<NON_REF>` at a variant: what they show is another allele, or errors that the caller weighed.
  @Test(arguments: [([20, 10, 10], true), ([20, 17, 3], false)])
  func readsOfAnAlleleWithoutNameAreADoubt(_ reads: [Int], _ isDoubt: Bool) throws {
    let rule = CallConfidence(profile: try Fixture.profile(), copies: 2)
    var call = Fixture.call("0/1", reads: reads)
    call.unlistedAllele = 2
    let record = Fixture.record(Fixture.substitution, call, more: ["<NON_REF>"])
    let doubts = rule.doubts(ofAlternate: call, in: record)
    #expect(
      doubts == (isDoubt ? ["10 of 40 reads show an allele that the record does not name"] : []))
  }

  /// What the likelihoods weigh of `<NON_REF>` is not weighed by its reads once more.
  @Test func likelihoodsOfAnAlleleWithoutNameComeBeforeItsReads() throws {
    let rule = CallConfidence(profile: try Fixture.profile(), copies: 2)
    var call = Fixture.call("0/1", reads: [18, 17, 5])
    call.unlistedAllele = 2
    #expect(rule.readsBeside(call) == "5 of 40 reads show another allele")
    call.unlistedLikelihood = 300
    #expect(rule.readsBeside(call) == nil)
  }

  @Test func allelesThatAProgramMayHaveChangedAreNoProof() throws {
    let rule = CallConfidence(profile: try Fixture.profile(), copies: 1)
    var record = Fixture.record(Fixture.deletion, Fixture.call("1"))
    record.doubtOfAlleles = "it was lifted over"
    #expect(rule.doubts(ofAlternate: record.calls[0], in: record) == ["it was lifted over"])
    #expect(rule.doubts(ofReference: record.calls[0], in: record) == ["it was lifted over"])
  }

  /// Neither what is there nor that nothing is.
  @Test func whatIsImputedIsNoProof() throws {
    let rule = CallConfidence(profile: try Fixture.profile(), copies: 1)
    var call = Fixture.call("1")
    call.imputation = .marked
    let record = Fixture.record(Fixture.substitution, call)
    let reason = "it is imputed from other people's haplotypes, not read"
    #expect(rule.doubts(ofAlternate: call, in: record) == [reason])
    #expect(rule.doubts(ofReference: call, in: record) == [reason])
  }

  @Test func readsWithoutAnAlleleAreNoProofOfTheReference() throws {
    let rule = CallConfidence(profile: try Fixture.profile(), copies: 2)
    var call = Fixture.call("0/0")
    call.hasUnplacedReads = true
    let record = Fixture.record(Fixture.substitution, call)
    #expect(
      rule.doubts(ofReference: call, in: record)
        == ["its reads are counted, but not for each of the record's alleles"])
  }

  /// Reads over the ends of a larger change are no depth over it.
  @Test func readsOfJunctionsProveNoReference() throws {
    let rule = CallConfidence(profile: try Fixture.profile(), copies: 2)
    var call = Fixture.call("0/0", depth: nil, reads: [40, 0])
    let record = Fixture.record(Fixture.substitution, call)
    #expect(rule.doubts(ofReference: call, in: record).isEmpty)
    call.hasReadsOfJunctions = true
    #expect(rule.doubts(ofReference: call, in: record) == ["no depth is given"])
  }

  /// PL for other alternates leave a call open; on how many copies the same ones stand is asked of the reads.
  @Test(arguments: [
    ("0/0", [0, 1], 300, true), ("0/1", [0], 300, true), ("0/1", [1, 2], 300, true),
    ("1/1", [0, 1], 25, false), ("1", [0, 1], 40, false), ("0/1", [1], 60, false),
    ("0/0", [0, 1], 19, false),
  ])
  func likelihoodsForOtherAlternates(
    _ genotype: String, _ alleles: [Int], _ behind: Int, _ isContrary: Bool
  ) throws {
    let rule = CallConfidence(profile: try Fixture.profile(), copies: 2)
    var call = Fixture.call(genotype, reads: genotype == "0/0" ? [40, 0] : [1, 40])
    call.likelier = .init(alleles: Set(alleles), by: behind)
    #expect(rule.isContrary(call) == isContrary)
    let record = Fixture.record(Fixture.substitution, call)
    let doubts =
      genotype == "0/0"
      ? rule.doubts(ofReference: call, in: record) : rule.doubts(ofAlternate: call, in: record)
    #expect(doubts.contains { $0.contains("likelihoods (PL)") } == isContrary)
    call.alleleDepths = []
    #expect(rule.isContrary(call) == (behind >= 20))
  }

  /// GLnexus marks alleles so that it did not unify into one site with their neighbours.
  @Test func anAlleleThatWasNotUnifiedIsNoDoubtfulCall() throws {
    let rule = CallConfidence(profile: try Fixture.profile(), copies: 1)
    for (filters, doubts) in [(["MONOALLELIC"], 0), (["MONOALLELIC", "LowQual"], 1)] {
      let record = Fixture.record(Fixture.substitution, Fixture.call("1"), filters: filters)
      #expect(rule.doubts(ofAlternate: record.calls[0], in: record).count == doubts)
    }
  }

  /// RefCall: the caller says that the candidate is the reference.
  @Test(arguments: [(["RefCall"], true), (["LowQual"], false), (["RefCall", "LowQual"], false)])
  func aRefCallIsAReferenceCall(_ filters: [String], _ isProof: Bool) throws {
    let rule = CallConfidence(profile: try Fixture.profile(), copies: 2)
    let record = Fixture.record(
      Fixture.substitution, Fixture.call("0/0", reads: [38, 2]), filters: filters)
    #expect(rule.doubts(ofReference: record.calls[0], in: record).isEmpty == isProof)
    #expect(!rule.isConfirmed(Fixture.call("0/1"), in: record))
    let filtered = Fixture.call("0/0", reads: [38, 2], filters: ["LowGQ"])
    #expect(!rule.doubts(ofReference: filtered, in: record).isEmpty)
  }

  @Test(arguments: [
    (["PASS"], Fixture.call("1/1", depth: 8, quality: 20)),
    ([], Fixture.call("1/1", depth: 8, quality: nil)),
    ([], Fixture.call("1/1", depth: nil, quality: 20)),
    (["PASS"], Fixture.call("1/1", depth: nil, quality: nil)),
  ])
  func callsAtTheThresholdsAreConfirmed(filters: [String], call: SampleCall) throws {
    let result = try Fixture.assess(Fixture.substitution, call, .male, filters: filters)
    #expect(result.variants.first?.isConfirmed == true)
    #expect(result.conclusion?.word == .positive)
  }

  @Test func aCallOnFilterAloneSaysSo() throws {
    let result = try Fixture.assess(
      Fixture.substitution, Fixture.call("1", depth: nil, quality: nil), .male)
    let sentences = result.conclusion?.reasons ?? []
    #expect(sentences.contains { $0.contains("neither depth nor genotype quality for c.1189C>T") })
  }

  @Test func qualVouchesForACallWithoutOtherValues() throws {
    var record = Fixture.record(
      Fixture.substitution, Fixture.call("1", depth: nil, quality: nil), filters: [])
    record.quality = 20
    let good = try Fixture.assess([record], [Fixture.variant(Fixture.substitution, record)], .male)
    #expect(good.variants.first?.isConfirmed == true)
    record.quality = 19
    let bad = try Fixture.assess([record], [Fixture.variant(Fixture.substitution, record)], .male)
    #expect(bad.variants.first?.isConfirmed == false)
  }

  @Test func twoCopiesNeedMoreReads() throws {
    let call = Fixture.call("0/1", depth: 19)
    let female = try Fixture.assess(Fixture.substitution, call, .female)
    #expect(
      female.variants.first?.unconfirmedReasons == ["the depth is 19, under 20 for two copies"])
    #expect(female.conclusion?.word == .inconclusive)
    let enough = try Fixture.assess(Fixture.substitution, Fixture.call("0/1", depth: 20), .female)
    #expect(enough.conclusion?.word == .carrier)
  }
}
