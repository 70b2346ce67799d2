import Flow
import TestSupport
import Testing

@testable import Reading

/// LAA, LAD and LPL (VCF 4.5, section 1.6.2).
@Suite struct LocalAllelesTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func call(_ sample: String, format: String = "GT:LAA:LAD:LPL") throws -> SampleCall {
    let record = try ReadText.record(
      ["X", "100", ".", "A", "C,G,<*>", "50", "PASS", ".", format, sample], folder: folder)
    return try #require(record.calls.first)
  }

  @Test(arguments: [
    ("0/2:2:20,18", [20, nil, 18, nil]), ("0/0:.:40", [40, nil, nil, nil]),
    ("1/2:1,2:0,20,18", [0, 20, 18, nil]), ("1/2:2,1:0,20,18", [0, 18, 20, nil]),
  ])
  func readsStandAtTheirAlleles(_ sample: String, _ reads: [Int?]) throws {
    let call = try call(sample, format: "GT:LAA:LAD")
    #expect(call.alleleDepths == reads)
    #expect(!call.hasUnplacedReads)
  }

  /// Too few alleles or too many, one that is not there, one twice; and LAA left out.
  @Test(arguments: [
    "0/0:.:20,20", "0/0:1,2:20,20", "0/0:4:20,20", "0/0:1,1:20,9,9", "0/0:.,1:9,9,9",
  ])
  func readsOfAllelesThatAreNotTold(_ sample: String) throws {
    let call = try call(sample, format: "GT:LAA:LAD")
    #expect(call.alleleDepths.isEmpty)
    #expect(call.hasUnplacedReads)
  }

  @Test func readsOfAllAllelesComeFirst() throws {
    let call = try call("0/0:38,2,0,0:1:20,20", format: "GT:AD:LAA:LAD")
    #expect(call.alleleDepths == [38, 2, 0, 0])
  }

  @Test func likelihoodsOfLocalGenotypes() throws {
    let reference = try call("0/0:2:20,20:300,0,300")
    #expect(reference.likelier == .init(alleles: [0, 2], by: 300))
    #expect(reference.unlistedLikelihood == nil)
    #expect(try call("0/2:2:20,20:300,0,300").likelier == nil)
    #expect(try call("0/1:2:20,20:300,0,300").likelier == nil)
    #expect(try call("0/0:3:30,0:0,45,600").unlistedLikelihood == 45)
    // In the order that LAA gives: 0/0, 0/2, 2/2, 0/1, 2/1, 1/1.
    let turned = try call("0/2:2,1:20,0,20:9,70,9,0,9,9")
    #expect(turned.likelier == .init(alleles: [0, 1], by: 70))
    #expect(try call("0/0:2:20,20:300,0,300:1", format: "GT:LAA:LAD:LPL:LPP").likelier == nil)
  }
}
