import Flow
import Genome
import Nomenclature
import Testing

@testable import Assessment

/// One allele in two records, however they are spelled.
@Suite struct RepeatedCallsTests {
  /// The run of T at 49,257,750-49,257,755: a deletion of one of them.
  private let deletion = Fixture.deletion

  private func spelled(
    _ number: Int, _ position: Int, _ reference: String, _ alternate: String, _ call: SampleCall
  ) -> ReadRecord {
    ReadRecord(
      number: number, contig: "chrX", position: position, end: position + reference.count - 1,
      reference: reference, alternates: [alternate], filters: ["PASS"], calls: [call])
  }

  private func doubts(
    _ other: ReadRecord, of allele: KnownAllele = Fixture.substitution
  ) throws -> [String] {
    let record = Fixture.record(allele, Fixture.call("1"), number: 1)
    let result = try Fixture.assess([record, other], [Fixture.variant(allele, record)], .male)
    return try #require(result.variants.first).unconfirmedReasons
  }

  private let told = "another record of the same allele says 0"

  @Test func theReferenceOfTheSameAlleleIsSeenInEverySpelling() throws {
    let next = Fixture.base(49_251_442)
    let before = Fixture.base(49_251_440)
    let call = Fixture.call("0")
    #expect(try doubts(spelled(2, 49_251_441, "G", "A", call)) == [told])
    #expect(try doubts(spelled(2, 49_251_441, "g", "a", call)) == [told])
    #expect(try doubts(spelled(2, 49_251_441, "G" + next, "A" + next, call)) == [told])
    #expect(try doubts(spelled(2, 49_251_440, before + "G", before + "A", call)) == [told])
  }

  @Test func aDeletionInARunIsSeenAtEachOfItsPlaces() throws {
    let call = Fixture.call("0")
    for position in Fixture.run.start..<Fixture.run.end {
      #expect(try doubts(spelled(2, position, "TT", "T", call), of: deletion) == [told])
    }
    #expect(try doubts(spelled(2, 49_257_751, "TTT", "T", call), of: deletion).isEmpty)
  }

  @Test func otherAllelesAndDoubtfulReferencesSayNothing() throws {
    #expect(try doubts(spelled(2, 49_251_441, "G", "T", Fixture.call("0"))).isEmpty)
    #expect(try doubts(spelled(2, 49_251_445, "G", "A", Fixture.call("0"))).isEmpty)
    #expect(try doubts(spelled(2, 49_251_441, "GC", "AC", Fixture.call("0", depth: 2))).isEmpty)
    #expect(try doubts(spelled(2, 49_251_441, "GC", "AC", Fixture.call("."))).isEmpty)
  }

  @Test func aDeletionByItsEndsIsTheOneInBases() throws {
    let bases = try #require(Fixture.locus.bases(in: Interval(49_260_000, 49_260_080))).text
    let change = Fixture.change(49_260_001, String(bases.dropFirst()), "")
      .leftAligned(on: Fixture.locus)
    let allele = KnownAllele(row: Fixture.row("FX0008", "c.large", .pathogenic), change: change)
    func symbol(_ end: Int) -> ReadRecord {
      ReadRecord(
        number: 2, contig: "chrX", position: 49_260_000, end: end, reference: "N",
        alternates: ["<DEL>"], filters: ["PASS"], calls: [Fixture.call("0")])
    }
    #expect(try doubts(symbol(49_260_080), of: allele) == [told])
    #expect(try doubts(symbol(49_260_090), of: allele).isEmpty)
  }

  /// Two deletions that begin at one place are not one.
  @Test func symbolsAreOneAlleleWithOneEnd() throws {
    func record(_ number: Int, _ end: Int, _ genotype: String) -> ReadRecord {
      ReadRecord(
        number: number, contig: "chrX", position: 49_251_000, end: end, reference: "N",
        alternates: ["<DEL>"], filters: ["PASS"], calls: [Fixture.call(genotype)])
    }
    func doubts(_ end: Int) throws -> [String] {
      let called = record(1, 49_256_000, "1")
      let variant = Fixture.variant(
        .structural(StructuralChange(kind: .deletion, interval: Interval(49_251_001, 49_256_000))),
        [ReadVariant(record: called, alleleIndex: 1)], .pathogenic, name: "c.x")
      return try #require(
        try Fixture.assess([called, record(2, end, "0")], [variant], .male).variants.first
      ).unconfirmedReasons
    }
    #expect(try doubts(49_256_000) == [told])
    #expect(try doubts(49_255_000).isEmpty)
  }
}
