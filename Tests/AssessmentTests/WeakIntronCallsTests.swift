import Flow
import Genome
import Testing

@testable import Assessment

/// A read with an error in an intron that is hardly read.
@Suite struct WeakIntronCallsTests {
  private func result(
    at position: Int = 49_260_000, _ consequences: [ConsequenceTerm] = [.intron], depth: Int = 1,
    filter: String = "LowQual", clinicalClass: ClinicalClass = .notEvaluated,
    spliceNotes: [String] = [], criteria: [String] = [], mayActBeyondTerms: Bool = false
  ) throws -> SampleResult {
    let other = Fixture.base(position) == "A" ? "G" : "A"
    let change = Fixture.change(position, Fixture.base(position), other)
    let record = ReadRecord(
      number: 1, contig: "chrX", position: position, end: position,
      reference: Fixture.base(position), alternates: [other], filters: [filter],
      calls: [Fixture.call("1", depth: depth)])
    var variant = Fixture.variant(
      .sequence(change), [ReadVariant(record: record, alleleIndex: 1)], clinicalClass,
      name: "c.x")
    variant.annotated.transcripts[0].consequences = consequences
    variant.spliceNotes = spliceNotes
    variant.criteria = criteria
    variant.annotated.mayActBeyondTerms = mayActBeyondTerms
    let blocks = Fixture.blocks(around: record, Fixture.call("0", minimumDepth: 30))
    return try Fixture.assess(blocks, [variant], .male)
  }

  @Test func itIsToldAndPreventsNoNegative() throws {
    let result = try result()
    #expect(result.conclusion?.word == .negativeSequenceOnly)
    #expect(result.variants.map(\.isConfirmed) == [false])
    #expect(result.notes.contains { $0.contains("c.x") && $0.contains("hardly any read") })
  }

  @Test func whatHasToBeSettledPreventsIt() throws {
    #expect(try result([.spliceRegion, .intron]).conclusion?.word == .inconclusive)
    #expect(try result([.missense]).conclusion?.word == .inconclusive)
    #expect(try result(depth: 3).conclusion?.word == .negativeSequenceOnly)
    #expect(try result(depth: 4).conclusion?.word == .inconclusive)
    #expect(try result(mayActBeyondTerms: true).conclusion?.word == .inconclusive)
    #expect(try result(filter: "StrandBias").conclusion?.word == .inconclusive)
    #expect(try result(clinicalClass: .likelyPathogenic).conclusion?.word == .inconclusive)
    #expect(try result(spliceNotes: ["A branch point."]).conclusion?.word == .inconclusive)
    #expect(try result(criteria: ["PP3"]).conclusion?.word == .inconclusive)
    let known = try #require(Fixture.facts.sought.first).evidence.start
    #expect(try result(at: known).conclusion?.word == .inconclusive)
  }
}
