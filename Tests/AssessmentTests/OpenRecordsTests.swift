import Flow
import Genome
import Testing

@testable import Assessment

/// Records that list alternates and leave open whether the sample carries them.
@Suite struct OpenRecordsTests {
  private func open(_ calls: [String], column: Int? = 0) throws -> [String?] {
    let records = calls.map { Fixture.record(Fixture.substitution, Fixture.call($0)) }
    return try Fixture.assess(records, [], .female, column: column).openRecords.map(\.genotype)
  }

  @Test func aMissingGenotypeIsOpenAndACalledOneIsNot() throws {
    #expect(
      try open(["./.", ".", "./0", "0/0", "0/1", "./1", "1"]) == ["./.", ".", "./0"])
  }

  @Test func blocksAndWhatLiesBesideTheGeneAreNone() throws {
    let far = KnownAllele(
      row: Fixture.row("FX9", "", .uncertain), change: Fixture.change(49_249_000, "G", "A"))
    let records = [
      Fixture.block(49_251_400, 49_251_500, Fixture.call("./.")),
      Fixture.record(far, Fixture.call("./.")),
    ]
    #expect(try Fixture.assess(records, [], .female).openRecords.isEmpty)
  }

  @Test func whatMayReachIntoTheGeneIsOpen() throws {
    let record = ReadRecord(
      number: 1, contig: "chrX", position: 49_250_000, end: 49_250_000, reference: "G",
      alternates: ["G[chrX:49255001["], calls: [Fixture.call(".")])
    #expect(try Fixture.assess([record], [], .female).openRecords.map(\.position) == [49_250_000])
  }

  @Test func aFileWithoutSamplesHasNone() throws {
    #expect(try open(["./."], column: nil).isEmpty)
  }

  /// Reads of an alternate at a genotype of the reference.
  @Test(arguments: [
    ([40, 0], false), ([38, 2], false), ([34, 6], false), ([20, 20], true), ([0, 40], true),
  ])
  func readsAgainstTheReferenceAreOpen(_ reads: [Int], _ isOpen: Bool) throws {
    let record = Fixture.record(Fixture.substitution, Fixture.call("0", reads: reads))
    let open = try Fixture.assess([record], [], .male).openRecords
    #expect(
      open.map(\.contradiction) == (isOpen ? ["\(reads[1]) of 40 reads show another allele"] : []))
  }

  /// Where no reads are told, the likelihoods speak for them.
  @Test func likelihoodsAgainstTheReferenceAreOpen() throws {
    for (behind, isOpen) in [(300, true), (19, false)] {
      var call = Fixture.call("0/0")
      call.likelier = .init(alleles: [0, 1], by: behind)
      let open = try Fixture.assess(
        [Fixture.record(Fixture.substitution, call)], [], .female
      ).openRecords
      #expect(
        open.count { $0.contradiction?.contains("likelihoods (PL)") == true } == (isOpen ? 1 : 0))
    }
  }

  /// A harmful allele that the genotype lacks, beside one that it has: on a mosaic's share of the reads.
  @Test func readsOfAHarmfulAlleleBesideTheCalledOneAreOpen() throws {
    for (reads, isOpen) in [([20, 15, 5], true), ([22, 15, 3], false), ([8, 16, 16], true)] {
      var record = Fixture.record(Fixture.substitution, Fixture.call("0/1", reads: reads))
      record.alternates = ["C", "A"]
      var variant = Fixture.variant(Fixture.substitution, record)
      variant.annotated.normalised.parts = [ReadVariant(record: record, alleleIndex: 2)]
      let result = try Fixture.assess([record], [], .female, listed: [variant])
      #expect(result.openRecords.map(\.isHarmful) == (isOpen ? [true] : []), "\(reads)")
      #expect(
        result.ledger.first { $0.identifier == "FX0001" }?.state.isSettled == false || !isOpen)
    }
  }

  /// The build's base in ALT and the variant's in REF, as PLINK writes a family in which the variant is the commoner.
  @Test(arguments: [
    ("0", true), ("0/1", true), ("./.", true), ("1", false), ("1/1", false),
  ])
  func aGenotypeOfAnExchangedREFIsOneOfTheVariant(_ genotype: String, _ isOpen: Bool) throws {
    var record = Fixture.record(Fixture.substitution, Fixture.call(genotype))
    (record.reference, record.alternates) = ("A", ["G"])
    let allele = try #require(record.exchangedAllele(on: Fixture.locus))
    #expect(allele.record.reference == "G" && allele.alternate == "A")
    let variant = Fixture.variant(Fixture.substitution, allele.record)
    var input = SampleInput(
      name: "sample", column: 0, records: [record], variants: [], declaredSex: .male,
      sexChromosomes: nil, provenance: Fixture.provenance)
    input.exchanged = [variant]
    let result = Assessor(facts: Fixture.facts, profile: try Fixture.profile()).assess(input)
    #expect(result.openRecords.map(\.isExchanged) == (isOpen ? [true] : []))
    #expect(result.openRecords.map(\.isHarmful) == (isOpen ? [true] : []))
    let told =
      "A genotype with the file's REF is, or may be, one of a variant: chrX:49251441 A>G, c.1189C>T"
    #expect(result.conclusion?.reasons.contains { $0.hasPrefix(told) } == isOpen)
  }

  /// Of an insertion or deletion both alleles can be the build's from POS on.
  @Test func allelesAreExchangedWhereREFIsNotTheBuildsOrProvisional() throws {
    func exchanged(_ reference: String, _ alternates: [String], provisional: Bool = false)
      -> String?
    {
      var record = ReadRecord(
        number: 1, contig: "chrX", position: Fixture.run.start - 1, end: Fixture.run.start,
        reference: reference, alternates: alternates)
      record.hasProvisionalReference = provisional
      return record.exchangedAllele(on: Fixture.locus).map {
        "\($0.record.reference)>\($0.alternate)"
      }
    }
    let anchor = Fixture.base(Fixture.run.start - 1)
    #expect(exchanged(anchor + "TT", [anchor + "TTT"]) == nil)
    #expect(
      exchanged(anchor + "TT", [anchor + "TTT"], provisional: true) == "\(anchor)TTT>\(anchor)TT")
    #expect(exchanged(anchor + "G", ["\(anchor)C", anchor]) == "\(anchor)>\(anchor)G")
    #expect(exchanged(anchor + "G", ["\(anchor)C", "<NON_REF>"]) == nil)
    #expect(exchanged(anchor, ["N"], provisional: true) == nil)
  }
}
