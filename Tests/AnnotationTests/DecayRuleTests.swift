import Flow
import Genome
import Nomenclature
import Testing

@testable import Annotation

/// By hand: the last junction of NM_014009.4 lies behind c.1146; bases before it are counted from
/// the new stop codon's last base.
@Suite struct DecayRuleTests {
  private func decay(_ name: String) throws -> DecayPrediction? {
    try Fixture().annotated(name).mane?.decay
  }

  /// c.1009C>T: stop c.1009-1011, 1146 - 1011 = 135 bases before, exon 10 (c.968-1044).
  @Test func aStopWellBeforeTheLastJunctionIsExpectedToDecay() throws {
    let found = try #require(try decay("c.1009C>T"))
    #expect(
      found
        == DecayPrediction(
          isExpected: true, stopResidue: 337, stopExon: 10, basesBeforeLastJunction: 135))
  }

  /// Codon 364 is c.1090-1092, 54 bases before; codon 366 is c.1096-1098, 48 bases before; exon 11.
  @Test(arguments: [("c.1090_1092delinsTAA", 54, true), ("c.1096_1098delinsTAA", 48, false)])
  func fiftyBasesDecide(_ name: String, _ bases: Int, _ isExpected: Bool) throws {
    let found = try #require(try decay(name))
    #expect(found.basesBeforeLastJunction == bases)
    #expect(found.isExpected == isExpected)
    #expect(found.stopExon == 11)
  }

  @Test func aStopInTheLastExonDoesNotDecay() throws {
    let found = try #require(try decay("c.1189_1191delinsTAA"))
    #expect(!found.isExpected)
    #expect(found.stopExon == 12)
    #expect(found.basesBeforeLastJunction == 1146 - 1191)
  }

  /// c.227del stands in exon 3, its stop at residue 128 of the changed protein in exon 4: by the
  /// stop's place. The stop is c.382-384 of the changed transcript, the junction one base nearer.
  @Test func theStopsPlaceCountsNotTheVariants() throws {
    let found = try #require(try decay("c.227del"))
    #expect(
      found
        == DecayPrediction(
          isExpected: true, stopResidue: 128, stopExon: 4,
          basesBeforeLastJunction: 1145 - 384))
  }

  /// c.906del in exon 9 reads into the last exon: residue 389 is c.1165-1167.
  @Test func aFrameShiftThatReadsIntoTheLastExonDoesNotDecay() throws {
    let found = try #require(try decay("c.906del"))
    #expect(!found.isExpected)
    #expect(found.stopResidue == 389)
    #expect(found.stopExon == 12)
  }

  @Test(arguments: ["c.1189C>T", "c.751_753del", "c.3G>A", "c.210+1G>A", "c.*876A>G"])
  func withoutANewStopNothingIsPredicted(_ name: String) throws {
    #expect(try decay(name) == nil)
  }
}
