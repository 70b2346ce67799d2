import Flow
import Flow
import Genome
import Settings
import TestSupport
import Testing

@testable import Classification

/// PM1.
@Suite struct HotspotTests {
  @Test(arguments: [
    // Forkhead (337-423), leucine zipper (239-260), between them, and the repressor region.
    ("c.1157G>A", true), ("c.751_753del", true), ("c.826G>A", false), ("c.112G>T", false),
    // A stop there is PVS1's, a silent change nobody's.
    ("c.1009C>T", false), ("c.711G>A", false),
  ])
  func domains(name: String, isMet: Bool) throws {
    let result = try Bench(isTableOn: false).result(.pm1, of: name)
    #expect((result.strength == .moderate) == isMet, "\(name): \(result.fact)")
  }

  @Test func notBesideAStrongerComparator() throws {
    // Another change of residue 397, whose row is pathogenic: PM5 stands, PM1 does not count.
    let rules = try #require(try Bench().classify("c.1190G>T").rules)
    #expect(rules.codes == ["PM5"])
    #expect(rules.result(.pm1)?.caveats.isEmpty == false)
    #expect(rules.result(.pm1)?.sources.contains { $0.hasPrefix("policy:") } == true)
  }

  @Test func aLaboratorysPolicyMayCountBoth() throws {
    var policy = try EmbeddedReference.policy()
    policy.hotspots.besideSameResidue.value = true
    let rules = try #require(try Bench(policy: policy).classify("c.1190G>T").rules)
    #expect(rules.codes == ["PM1", "PM5"])
  }
}
