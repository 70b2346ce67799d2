import Flow
import Genome
import Testing

@testable import Assessment

/// A reference block over a base that another record says is replaced.
@Suite struct CoveringBlocksTests {
  private func doubts(
    _ block: ReadRecord, of allele: KnownAllele = Fixture.substitution,
    _ call: SampleCall = Fixture.call("1", reads: [0, 40]), filters: [String] = ["PASS"]
  ) throws -> [String] {
    var record = Fixture.record(allele, call, filters: filters, number: 1)
    record.quality = 800
    let result = try Fixture.assess([record, block], [Fixture.variant(allele, record)], .male)
    return try #require(result.variants.first).unconfirmedReasons
  }

  private func told(_ position: Int) -> [String] {
    ["the record of the reference at chrX:\(position) says 0/0 of the same place"]
  }

  @Test func aStandingBlockOverTheBaseContradicts() throws {
    #expect(try doubts(Fixture.block(49_251_400, 49_251_500)) == told(49_251_400))
    #expect(try doubts(Fixture.block(49_251_441, 49_251_441)) == told(49_251_441))
    #expect(
      try doubts(Fixture.block(49_251_441, 49_251_441, alternates: [])) == told(49_251_441))
  }

  @Test func besideTheBaseOrWithoutProofItDoesNot() throws {
    #expect(try doubts(Fixture.block(49_251_400, 49_251_440)).isEmpty)
    #expect(try doubts(Fixture.block(49_251_442, 49_251_500)).isEmpty)
    let shallow = Fixture.call("0/0", depth: 3, minimumDepth: 2)
    #expect(try doubts(Fixture.block(49_251_400, 49_251_500, shallow)).isEmpty)
    // freebayes gives its blocks no genotype.
    #expect(try doubts(Fixture.block(49_251_400, 49_251_500, Fixture.call("./."))).isEmpty)
  }

  /// Strelka2 and `bcftools call -g` call the base before a deletion, and what the other copy has
  /// in its place.
  @Test func insertionsAndDeletionsAreLeftAlone() throws {
    let block = Fixture.block(49_257_700, 49_257_800)
    #expect(try doubts(block, of: Fixture.deletion).isEmpty)
  }

  /// `bcftools norm -m -` makes two records of `G>A,<NON_REF>`.
  @Test func theRestOfASplitRecordIsNoBlock() throws {
    func rest(_ call: SampleCall, quality: Double?) -> ReadRecord {
      var block = Fixture.block(49_251_441, 49_251_441, call)
      block.quality = quality
      return block
    }
    let shared = Fixture.call("0/0", reads: [0, 0])
    #expect(try doubts(rest(shared, quality: 800)).isEmpty)
    #expect(try doubts(rest(shared, quality: nil)).isEmpty)
    #expect(try !doubts(rest(Fixture.call("0/0", reads: [40, 0]), quality: 800)).isEmpty)
  }

  /// Another allele's record, split at the same place as a deletion that begins before the base.
  @Test func theRestOfAnotherRecordIsNoBlock() throws {
    let deletion = ReadRecord(
      number: 2, contig: "chrX", position: 49_251_438, end: 49_251_443, reference: "CCCGCA",
      alternates: ["C"], quality: 700, filters: ["PASS"],
      calls: [Fixture.call("0/1", reads: [15, 15])])
    let call = Fixture.call("0/0", depth: 30, reads: [15, 0])
    var rest = Fixture.block(49_251_438, 49_251_443, call)
    rest.reference = "CCCGCA"
    let record = Fixture.record(
      Fixture.substitution, Fixture.call("0/1", reads: [0, 15]), number: 1)
    let result = try Fixture.assess(
      [record, deletion, rest], [Fixture.variant(Fixture.substitution, record)], .female)
    #expect(result.variants.first?.isConfirmed == true)
  }

  /// Small variants' programs read the bases within an inversion as the reference.
  @Test func anInversionByASymbolIsLeftAlone() throws {
    let block = Fixture.block(49_251_400, 49_251_500)
    var record = Fixture.record(Fixture.substitution, Fixture.call("1", reads: [0, 40]), number: 1)
    record.alternates = ["<INV>"]
    let result = try Fixture.assess(
      [record, block], [Fixture.variant(Fixture.substitution, record)], .male)
    #expect(result.variants.first?.isConfirmed == true)
  }

  /// A variant that `--alignments` adds is doubtful by itself, and a block is what the file has there.
  @Test func whatReadsAloneShowIsNotDoubtedTwice() throws {
    let doubts = try doubts(
      Fixture.block(49_251_400, 49_251_500), filters: [ReadRecord.seenInReadsOnly])
    #expect(doubts.count == 1 && doubts[0].hasPrefix("the reads show it"))
  }
}
