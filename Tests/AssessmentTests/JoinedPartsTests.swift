import Flow
import Genome
import Testing

@testable import Assessment

/// An allele of two records: its parts are one state, or it is said that they are not.
@Suite struct JoinedPartsTests {
  private func carried(
    _ first: SampleCall, _ second: SampleCall, _ sex: Sex
  ) throws -> SampleVariant? {
    let first = Fixture.record(Fixture.substitution, first)
    let second = Fixture.record(Fixture.second, second)
    let joined = Fixture.variant(
      .sequence(Fixture.change(49_251_441, "GC", "AT")),
      [ReadVariant(record: first, alleleIndex: 1), ReadVariant(record: second, alleleIndex: 1)],
      .pathogenic, name: "c.joined")
    return try Fixture.assess([first, second], [joined], sex).variants.first
  }

  @Test func joinedPartsWithDifferentCallsAreNotOneState() throws {
    let (first, second) = (Fixture.call("1/1"), Fixture.call("0/1"))
    let female = try carried(first, second, .female)
    #expect(female?.zygosity == .unknown)
    #expect(female?.genotypeText == "1/1,0/1")
    #expect(try carried(first, second, .male)?.zygosity == .conflict)
  }

  /// The part with the least share tells whether reads of the other copy are missing.
  @Test(arguments: [
    ([13, 47], [11, 49], true, "82%"), ([3, 17], [2, 18], false, "85%"),
    ([30, 30], [11, 49], false, nil), ([1, 39], [0, 40], true, "98%"),
    ([20, 20], [20, 20], false, nil),
  ])
  func partsOutOfBalanceAreOneState(
    _ first: [Int], _ second: [Int], _ mayLack: Bool, _ note: String?
  ) throws {
    let call = { (reads: [Int]) in Fixture.call("0|1", reads: reads, phaseSet: "1") }
    let variant = try #require(try carried(call(first), call(second), .female))
    #expect(variant.mayLackOtherCopy == mayLack)
    #expect(variant.zygosity == (mayLack ? .unknown : .heterozygous))
    #expect(
      note.map { variant.zygosityNote?.contains($0) == true } ?? (variant.zygosityNote == nil))
  }
}
