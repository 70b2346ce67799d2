import Flow
import Genome
import Testing

@testable import Classification

/// BS2.
@Suite struct UnaffectedMalesTests {
  @Test(arguments: [1, 50])
  func hemizygotesOfAFrequencyFileNeverCount(males: Int) throws {
    let result = try Bench().result(
      .bs2, of: "c.1190G>A", evidence: .seen(2 * males, of: 1_098_155, males: males))
    #expect(result.outcome == .notEvaluated)
    #expect(result.fact.contains("have \(males), not documented as adults"))
  }
}
