import Flow
import Genome
import Testing

@testable import Assessment

/// A female's call without reads of the reference, where DP counts reads of neither allele.
@Suite struct UntoldOtherCopyTests {
  private func call(_ genotype: String, _ reads: [Int], of depth: Int) -> SampleCall {
    var call = Fixture.call(genotype, depth: depth, reads: reads)
    call.unnamedReads = depth - reads.reduce(0, +)
    return call
  }

  /// More than chance gives of one of two copies; an ordinary carrier's reads in a repeat are of both alleles.
  @Test(arguments: [
    ([2, 30], 43, true), ([1, 39], 52, true), ([0, 20], 40, true), ([2, 20], 32, true),
    ([10, 10], 40, false), ([7, 20], 40, false), ([20, 20], 40, false),
  ])
  func theOtherCopyMayBeLost(_ reads: [Int], _ depth: Int, _ mayLack: Bool) throws {
    let result = try Fixture.assess(
      Fixture.substitution, call("0/1", reads, of: depth), .female)
    let variant = try #require(result.variants.first)
    #expect(variant.mayLackOtherCopy == mayLack)
    guard mayLack else { return }
    #expect(result.conclusion?.finding == .plpStateUnknown)
    let note = variant.zygosityNote ?? ""
    #expect(note.contains("may have an allele that the file does not tell, or may be lost"))
  }

  @Test func fewReadsMayBeOfEitherCopy() throws {
    let result = try Fixture.assess(
      Fixture.substitution, call("0/1", [0, 9], of: 25), .female)
    #expect(result.variants.first?.mayLackOtherCopy == false)
    #expect(
      result.conclusion?.reasons.first?.contains(
        "the other copy may have an allele that the file does not tell (16 of 25 reads)") == true)
  }

  /// The reads of neither are those of the allele that another record has there.
  @Test func anAlleleThatIsToldIsNone() throws {
    let first = Fixture.record(Fixture.substitution, call("0/1", [0, 20], of: 40))
    var second = first
    second.number = 2
    second.alternates = ["C"]
    let other = Fixture.variant(
      .sequence(Fixture.change(49_251_441, "G", "C")),
      [ReadVariant(record: second, alleleIndex: 1)], .uncertain, name: "c.other")
    let result = try Fixture.assess(
      [first, second], [Fixture.variant(Fixture.substitution, first), other], .female)
    #expect(result.variants.allSatisfy { !$0.mayLackOtherCopy })
    #expect(
      result.conclusion?.reasons.first?.contains("and the other copy has c.other") == true)
  }

  /// A deletion that is called gives the reason; that it does is kept.
  @Test func theCopyLeftByADeletion() throws {
    let deletion = ReadRecord(
      number: 1, contig: "chrX", position: 49_251_439, end: 49_251_445, reference: "TAGCTAG",
      alternates: ["T"], filters: ["PASS"], calls: [Fixture.call("0/1", reads: [20, 20])])
    let inside = Fixture.record(Fixture.substitution, call("0/1", [0, 40], of: 40))
    let removed = Fixture.variant(
      .sequence(Fixture.change(49_251_440, "AGCTAG", "")),
      [ReadVariant(record: deletion, alleleIndex: 1)], .pathogenic, name: "c.removed")
    let result = try Fixture.assess(
      [deletion, inside], [removed, Fixture.variant(Fixture.substitution, inside)], .female)
    #expect(result.conclusion?.finding == .biallelicPLP)
    #expect(result.variants.map(\.isOnCopyLeft) == [false, true])
  }
}
