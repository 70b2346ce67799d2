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

  struct Balance: Sendable {
    var first: [Int]
    var second: [Int]
    var mayLack = false
    var note: String?
  }

  static let balances: [Balance] = [
    Balance(first: [13, 47], second: [11, 49], mayLack: true, note: "82%"),
    Balance(first: [3, 17], second: [2, 18], note: "85%"),
    Balance(first: [30, 30], second: [11, 49], note: "82%"),
    Balance(first: [1, 39], second: [0, 40], mayLack: true, note: "98%"),
    Balance(first: [20, 20], second: [20, 20]),
  ]

  /// The part with the least share tells whether reads of the other copy are missing; what is said of the other stays.
  @Test(arguments: balances)
  func partsOutOfBalanceAreOneState(_ told: Balance) throws {
    let call = { (reads: [Int]) in Fixture.call("0|1", reads: reads, phaseSet: "1") }
    let variant = try #require(try carried(call(told.first), call(told.second), .female))
    #expect(variant.mayLackOtherCopy == told.mayLack)
    #expect(variant.zygosity == (told.mayLack ? .unknown : .heterozygous))
    guard let note = told.note else {
      #expect(variant.zygosityNote == nil)
      return
    }
    #expect(variant.zygosityNote?.contains(note) == true)
  }
}
