import Flow
import Genome
import Nomenclature
import Testing

@testable import Assessment

/// One event that two programs tell, whole and in pieces.
@Suite struct ToldInPiecesTests {
  private let start = 49_255_500

  private func allele(_ record: ReadRecord, _ clinicalClass: ClinicalClass) throws -> (
    ReadRecord, ClassifiedVariant
  ) {
    let part = ReadVariant(record: record, alleleIndex: 1)
    let change = try #require(part.spelledChange).trimmed().leftAligned(on: Fixture.locus)
    return (
      record,
      Fixture.variant(.sequence(change), [part], clinicalClass, name: "c.\(record.number)")
    )
  }

  private func record(
    _ number: Int, _ offset: Int, _ reference: String, _ alternate: String, _ call: SampleCall
  ) -> ReadRecord {
    ReadRecord(
      number: number, contig: "chrX", position: start + offset,
      end: start + offset + reference.count - 1,
      reference: reference, alternates: [alternate], filters: ["PASS"], calls: [call])
  }

  /// The whole of six bases, of which the first is exchanged and the fifth lost, and both pieces.
  private func assess(
    _ sex: Sex, _ genotypes: [String], _ classes: [ClinicalClass], wholeAlternate: String? = nil
  ) throws -> SampleResult {
    let bases = try #require(Fixture.locus.bases(in: Interval(start, start + 5))).text.map(
      String.init)
    let exchanged = bases[0] == "A" ? "C" : "A"
    let whole = wholeAlternate ?? exchanged + bases[1...3].joined() + bases[5]
    let alleles = try [
      allele(record(1, 0, bases.joined(), whole, Fixture.call(genotypes[0])), classes[0]),
      allele(record(2, 0, bases[0], exchanged, Fixture.call(genotypes[1])), classes[1]),
      allele(record(3, 3, bases[3] + bases[4], bases[3], Fixture.call(genotypes[2])), classes[2]),
    ]
    return try Fixture.assess(alleles.map(\.0), alleles.map(\.1), sex)
  }

  private func counted(_ result: SampleResult) -> [String?] {
    DistinctAlleles.of(result.variants).map { $0.classified.annotated.mane?.codingName }
  }

  @Test(arguments: [
    (Sex.male, ["1", "1", "1"], Finding.hemizygousPLP),
    (.female, ["0/1", "0/1", "0/1"], .heterozygousPLP),
    (.female, ["1/1", "1/1", "1/1"], .biallelicPLP),
  ])
  func theyAreCountedOnce(_ sex: Sex, _ genotypes: [String], _ finding: Finding) throws {
    let result = try assess(sex, genotypes, [.likelyPathogenic, .uncertain, .pathogenic])
    #expect(result.variants.count == 3)
    #expect(counted(result) == ["c.1"])
    #expect(result.conclusion?.finding == finding)
    #expect(result.conclusion?.openCopies == nil)
    #expect(result.conclusion?.reasons.contains { $0.hasPrefix("Reportable variants") } == false)
  }

  @Test func aPieceThatAloneIsHarmfulStandsForTheWhole() throws {
    let result = try assess(.female, ["0/1", "0/1", "0/1"], [.uncertain, .uncertain, .pathogenic])
    #expect(Set(counted(result)) == ["c.2", "c.3"])
    #expect(result.conclusion?.finding == .heterozygousPLP)
  }

  @Test func whatIsNotShownToBeOneStaysTwo() throws {
    let classes: [ClinicalClass] = [.likelyPathogenic, .uncertain, .pathogenic]
    let copies = try assess(.female, ["0|1", "1|0", "1|0"], classes)
    #expect(counted(copies).count == 3)
    #expect(try counted(assess(.female, ["0/1", "1/1", "0/1"], classes)).count == 3)
    #expect(try counted(assess(.male, ["1", "1", "1"], classes, wholeAlternate: "A")).count == 3)
    #expect(try counted(assess(.unknown, ["1", "1", "1"], classes)).count == 3)
  }
}
