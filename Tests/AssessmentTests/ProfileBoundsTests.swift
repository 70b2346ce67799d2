import Flow
import Genome
import Testing

@testable import Assessment

/// A value that stands on a bound of the profile belongs to the state that the bound is named for.
@Suite struct ProfileBoundsTests {
  private let singleX = Fixture.chromosomes(homozygous: 300, onY: 50)

  private func zygosity(_ call: SampleCall, _ sex: Sex) throws -> Zygosity? {
    let record = Fixture.record(Fixture.substitution, call, more: ["C"])
    return try Fixture.assess(
      [record], [Fixture.variant(Fixture.substitution, record)], sex,
      calls: sex == .male ? singleX : nil
    ).variants.first?.zygosity
  }

  @Test(arguments: [
    ("./1", [2, 18], Sex.male, Zygosity.hemizygous), ("1", [8, 32], .male, .hemizygous),
    ("1/1", [8, 32], .female, .homozygous), ("0/1", [36, 4], .female, .heterozygous),
  ])
  func aShareOfTheReads(_ genotype: String, _ reads: [Int?], _ sex: Sex, _ zygosity: Zygosity)
    throws
  {
    #expect(try self.zygosity(Fixture.call(genotype, reads: reads), sex) == zygosity)
  }

  @Test func theDepthOfAMosaic() throws {
    for (depth, zygosity) in [(20, Zygosity.mosaic), (19, .conflict)] {
      let call = Fixture.call("0/1", depth: depth, reads: [depth - 6, 6])
      #expect(try self.zygosity(call, .male) == zygosity)
    }
  }

  @Test func likelihoods() throws {
    let rule = CallConfidence(profile: try Fixture.profile(), copies: 2)
    var call = Fixture.call("0/0", reads: [40, 0])
    for (behind, isContrary) in [(20, true), (19, false)] {
      call.likelier = .init(alleles: [0, 1], by: behind)
      #expect(rule.isContrary(call) == isContrary)
    }
  }

  @Test(arguments: [
    (30, 270, 20, Sex.male), (31, 269, 20, .unknown), (30, 270, 19, .unknown),
    (90, 210, 0, .female), (89, 211, 0, .unknown),
  ])
  func sharesOfXAndCallsOnY(_ heterozygous: Int, _ homozygous: Int, _ onY: Int, _ sex: Sex) throws {
    let calls = Fixture.chromosomes(
      heterozygous: heterozygous, homozygous: homozygous, onY: onY)
    let judgement = SexAssessor(profile: try Fixture.profile()).assess(
      declared: .unknown, calls: calls)
    #expect(judgement.assessment.sex == sex)
  }
}
