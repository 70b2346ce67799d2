import Flow
import Genome
import Testing

@testable import Assessment

/// A carrier has one unchanged copy: what stands on the other one in its place is said.
@Suite struct OtherCopyTests {
  /// Arg397Trp with another allele in the same record.
  private func conclusion(
    _ other: String, _ clinicalClass: ClinicalClass?, _ genotype: String = "1/2"
  ) throws -> Conclusion {
    let record = Fixture.record(
      Fixture.substitution, Fixture.call(genotype), more: [other])
    var variants = [Fixture.variant(Fixture.substitution, record)]
    if let clinicalClass {
      variants.append(
        Fixture.variant(
          .sequence(Fixture.change(49_251_441, "G", other)),
          [ReadVariant(record: record, alleleIndex: 2)], clinicalClass, name: "c.other"))
    }
    return try #require(try Fixture.assess([record], variants, .female).conclusion)
  }

  @Test(arguments: [ClinicalClass.uncertain, .notEvaluated])
  func anotherChangeInTheSamePlaceIsNoUnchangedCopy(_ clinicalClass: ClinicalClass) throws {
    let conclusion = try conclusion("C", clinicalClass)
    #expect(conclusion.finding == .plpStateUnknown)
    #expect(conclusion.word == .uncertain && conclusion.openCopies == .otherCopy)
    #expect(
      conclusion.reasons.first?.contains(
        "on one copy of FOXP3, and the other copy has c.other (\(clinicalClass.words))") == true)
  }

  @Test func aHarmlessChangeLeavesACarrier() throws {
    #expect(try conclusion("C", .benign).word == .carrier)
    #expect(try conclusion("C", .uncertain, "0/1").word == .carrier)
  }

  @Test(arguments: ["*", "<NON_REF>"]) func anAlleleWithoutNameIsNoUnchangedCopy(
    _ other: String
  ) throws {
    let conclusion = try conclusion(other, nil)
    #expect(conclusion.word == .uncertain)
    #expect(
      conclusion.reasons.first?.contains("an allele that is not named (\(other))") == true)
  }

  /// One base, two heterozygous alleles, split into two records: they stand on different copies.
  @Test(arguments: [
    (Fixture.change(49_251_441, "G", "C"), ConclusionWord.uncertain),
    (Fixture.change(49_251_441, "GC", "CT"), .uncertain),
    (Fixture.change(49_251_440, "CGC", ""), .carrier),
    (Fixture.change(49_251_440, "CG", "TA"), .carrier),
    (Fixture.change(49_251_442, "C", "T"), .carrier),
  ])
  func splitRecordsOfOneBaseAreTwoCopies(
    _ change: SequenceChange, _ word: ConclusionWord
  ) throws {
    let record = Fixture.record(Fixture.substitution, Fixture.call("0/1"))
    let other = ReadRecord(
      number: 2, contig: "chrX", position: change.start, end: change.interval.end,
      reference: change.reference.text, alternates: [change.alternate.text], filters: ["PASS"],
      calls: [Fixture.call("1/0")])
    let result = try Fixture.assess(
      [record, other],
      [
        Fixture.variant(Fixture.substitution, record),
        Fixture.variant(
          .sequence(change), [ReadVariant(record: other, alleleIndex: 1)], .uncertain,
          name: "c.other"),
      ], .female)
    #expect(result.conclusion?.word == word)
  }

  /// What phase says comes first, whatever the spellings look like.
  @Test func phaseComesBeforeTheBases() throws {
    let record = Fixture.record(Fixture.substitution, Fixture.call("0|1", phaseSet: "1"))
    let other = ReadRecord(
      number: 2, contig: "chrX", position: 49_251_441, end: 49_251_441, reference: "G",
      alternates: ["C"], filters: ["PASS"], calls: [Fixture.call("0|1", phaseSet: "1")])
    let result = try Fixture.assess(
      [record, other],
      [
        Fixture.variant(Fixture.substitution, record),
        Fixture.variant(
          .sequence(Fixture.change(49_251_441, "G", "C")),
          [ReadVariant(record: other, alleleIndex: 1)], .uncertain, name: "c.other"),
      ], .female)
    #expect(result.conclusion?.word == .carrier)
  }

  /// `*` is the deletion that it stands for.
  @Test(arguments: [(ClinicalClass.uncertain, ConclusionWord.uncertain), (.benign, .carrier)])
  func aStarIsItsDeletion(_ clinicalClass: ClinicalClass, _ word: ConclusionWord) throws {
    let record = Fixture.record(Fixture.substitution, Fixture.call("1/2"), more: ["*"])
    let deletion = Fixture.change(49_251_440, "CG", "")
    let other = ReadRecord(
      number: 2, contig: "chrX", position: 49_251_439, end: 49_251_441,
      reference: Fixture.base(49_251_439) + "CG", alternates: [Fixture.base(49_251_439)],
      filters: ["PASS"], calls: [Fixture.call("0/1")])
    let result = try Fixture.assess(
      [other, record],
      [
        Fixture.variant(
          .sequence(deletion), [ReadVariant(record: other, alleleIndex: 1)], clinicalClass,
          name: "c.gone"), Fixture.variant(Fixture.substitution, record),
      ], .female)
    #expect(result.conclusion?.word == word)
    #expect(
      (result.conclusion?.reasons.first?.contains("has c.gone") ?? false) == (word == .uncertain))
  }

  /// `*` beside a deletion of the same record stands for another one.
  @Test func aStarIsNotTheDeletionBesideIt() throws {
    let deletion = KnownAllele(
      row: Fixture.row("FX0009", "c.gone", .pathogenic),
      change: Fixture.change(49_251_440, "CG", ""))
    let record = Fixture.record(deletion, Fixture.call("1|2"), more: ["*"])
    let result = try Fixture.assess([record], [Fixture.variant(deletion, record)], .female)
    #expect(result.conclusion?.reasons.first?.contains("that is not named (*)") == true)
  }

  /// What is called on both copies is on the other one, wherever it stands.
  @Test func aChangeOnBothCopiesIsSaid() throws {
    let first = Fixture.record(Fixture.substitution, Fixture.call("0/1"))
    let second = Fixture.record(Fixture.uncertain, Fixture.call("1/1"))
    let result = try Fixture.assess(
      [second, first],
      [
        Fixture.variant(Fixture.uncertain, second), Fixture.variant(Fixture.substitution, first),
      ], .female)
    #expect(result.conclusion?.word == .uncertain)
  }

  /// Called on both copies, and of no known effect: it takes no copy away.
  @Test(
    arguments: [
      ([ConsequenceTerm.synonymous], Impact.low), ([.intron], .modifier),
    ] as [([ConsequenceTerm], Impact)])
  func whatDoesNothingOnBothCopiesLeavesACarrier(
    _ consequences: [ConsequenceTerm], _ impact: Impact
  ) throws {
    let first = Fixture.record(Fixture.substitution, Fixture.call("0/1"))
    let second = Fixture.record(Fixture.uncertain, Fixture.call("1/1"))
    var silent = Fixture.variant(Fixture.uncertain, second)
    silent.evidence = []
    silent.annotated.transcripts[0].consequences = consequences
    silent.annotated.transcripts[0].impact = impact
    let result = try Fixture.assess(
      [second, first], [silent, Fixture.variant(Fixture.substitution, first)], .female)
    #expect(result.conclusion?.word == .carrier)
  }

  /// Proven to stand on the other copy by phase; on the same one, or unphased, it is only beside it.
  @Test(arguments: [
    ("0|1", "1|0", ConclusionWord.uncertain), ("0|1", "0|1", .carrier), ("0/1", "0/1", .carrier),
  ])
  func aChangeInTransIsSaid(_ one: String, _ two: String, _ word: ConclusionWord) throws {
    let first = Fixture.record(Fixture.substitution, Fixture.call(one, phaseSet: "1"))
    let second = Fixture.record(Fixture.uncertain, Fixture.call(two, phaseSet: "1"))
    let result = try Fixture.assess(
      [second, first],
      [
        Fixture.variant(Fixture.uncertain, second), Fixture.variant(Fixture.substitution, first),
      ], .female)
    #expect(result.conclusion?.word == word)
  }
}
