import Flow
import Genome
import Testing

@testable import Assessment

/// A girl with a harmful variant, and beside it, of unknown phase, what may leave her no unchanged copy.
@Suite struct OpenPhaseTests {
  private static func swapped(_ position: Int) -> SequenceChange {
    let base = Fixture.base(position)
    return Fixture.change(position, base, base == "A" ? "C" : "A")
  }

  private static let places = (49_254_021, 49_254_022)
  private static let joint = KnownAllele(
    row: Fixture.row("FX0009", "c.joint", .pathogenic),
    change: SequenceChange(
      start: places.0,
      reference: BaseSequence(Fixture.base(places.0) + Fixture.base(places.1)) ?? BaseSequence(),
      alternate: BaseSequence(
        swapped(places.0).alternate.text + swapped(places.1).alternate.text) ?? BaseSequence()))

  /// `calls` of the two bases, beside c.1189C>T.
  private func besideJoint(
    _ harmful: String, _ calls: [String], filters: [String] = ["PASS"]
  ) throws -> Conclusion {
    let first = Fixture.record(Fixture.substitution, Fixture.call(harmful, phaseSet: "1"))
    var records = [first]
    var variants = [Fixture.variant(Fixture.substitution, first)]
    for (position, text) in zip([OpenPhaseTests.places.0, OpenPhaseTests.places.1], calls) {
      let part = KnownAllele(
        row: Fixture.row("FX9\(position)", "c.\(position)", .uncertain),
        change: OpenPhaseTests.swapped(position))
      let record = Fixture.record(part, Fixture.call(text, phaseSet: "1"), filters: filters)
      records.append(record)
      variants.append(Fixture.variant(part, record))
    }
    let facts = GeneFacts(
      locus: Fixture.locus, transcript: Fixture.transcript,
      alleles: [Fixture.substitution, OpenPhaseTests.joint])
    return try #require(
      Assessor(facts: facts, profile: try Fixture.profile()).assess(
        SampleInput(
          name: "girl", column: 0, records: records, variants: variants, declaredSex: .female,
          sexChromosomes: nil, provenance: Fixture.provenance)
      ).conclusion)
  }

  @Test(arguments: [("0/1", ["0/1", "0/1"]), ("0|1", ["1|0", "0/1"]), ("0/1", ["1|0", "1|0"])])
  func partsOfAHarmfulAlleleLeaveTheOtherCopyOpen(harmful: String, calls: [String]) throws {
    let conclusion = try besideJoint(harmful, calls)
    #expect(conclusion.word == .uncertain && conclusion.finding == .plpStateUnknown)
    #expect(conclusion.openCopies == .phase)
    let told = "beside it c.49254021 and c.49254022 are together c.joint, pathogenic (FX0009)"
    #expect(conclusion.reasons.first?.contains(told) == true)
    #expect(conclusion.reasons.count { $0.contains("are together") } == 1)
  }

  /// On the copy with the harmful variant they change nothing, on different ones they are no such allele.
  @Test(arguments: [("0|1", ["0|1", "0/1"]), ("0/1", ["0|1", "1|0"])])
  func knownPhaseLeavesACarrier(harmful: String, calls: [String]) throws {
    #expect(try besideJoint(harmful, calls).word == .carrier)
  }

  @Test func callsThatAreNotConfirmedHaveNoSay() throws {
    let conclusion = try besideJoint("0/1", ["0/1", "0/1"], filters: ["LowQual"])
    #expect(conclusion.word == .carrier)
    #expect(conclusion.reasons.contains { $0.contains("that has to be settled first") })
  }

  /// Beside c.1189C>T a variant whose class the rules give.
  private func beside(
    _ clinicalClass: ClinicalClass, row: ClinicalClass?, _ impact: Impact,
    _ genotypes: (String, String) = ("0/1", "0/1"),
    _ consequences: [ConsequenceTerm] = [.spliceDonor]
  ) throws -> Conclusion {
    let first = Fixture.record(Fixture.substitution, Fixture.call(genotypes.0, phaseSet: "1"))
    let record = Fixture.record(Fixture.uncertain, Fixture.call(genotypes.1, phaseSet: "1"))
    var other = Fixture.variant(Fixture.uncertain, record)
    other.clinicalClass = clinicalClass
    other.source = .acmg
    other.evidence =
      row.map { [TableEvidence(row: Fixture.row("FX0020", "c.x", $0), relation: .sameAllele)] }
      ?? []
    other.annotated.transcripts[0].impact = impact
    other.annotated.transcripts[0].consequences = consequences
    return try #require(
      Fixture.assess(
        [record, first], [other, Fixture.variant(Fixture.substitution, first)], .female
      ).conclusion)
  }

  @Test(
    arguments: [
      (ClinicalClass.uncertain, ClinicalClass.pathogenic, Impact.moderate),
      (.notEvaluated, .likelyPathogenic, .modifier), (.uncertain, nil, .high),
      (.uncertain, .uncertain, .high),
    ] as [(ClinicalClass, ClinicalClass?, Impact)])
  func whatMayLeaveNoProductLeavesThePhaseOpen(
    clinicalClass: ClinicalClass, row: ClinicalClass?, impact: Impact
  ) throws {
    let conclusion = try beside(clinicalClass, row: row, impact)
    #expect(conclusion.word == .uncertain && conclusion.openCopies == .phase)
    #expect(conclusion.reasons.first?.contains("on one copy of FOXP3 or on both") == true)
    #expect(try beside(clinicalClass, row: row, impact, ("0/1", "./1")).openCopies == .phase)
    #expect(
      try beside(clinicalClass, row: row, impact, ("0|1", "0|1")).word == .carrier)
  }

  /// Of another length than the one told it may be another frame.
  @Test(arguments: [(Impact.high, true), (.moderate, true), (.low, false)])
  func anInsertionOfUnsureLengthLeavesThePhaseOpen(_ impact: Impact, _ isOpen: Bool) throws {
    let first = Fixture.record(Fixture.substitution, Fixture.call("0/1"))
    let base = Fixture.base(49_254_021)
    let record = ReadRecord(
      number: 2, contig: "chrX", position: 49_254_021, end: 49_254_021, reference: base,
      alternates: [base + "CCC"], structuralLengths: [nil], quality: nil, filters: ["PASS"],
      fixedText: "chrX\t49254021\t.\t\(base)\t\(base)CCC\t.\tPASS\tSVTYPE=INS;CILEN=-1,1",
      formatText: "GT", calls: [Fixture.call("0/1")])
    var other = Fixture.variant(
      .sequence(Fixture.change(49_254_022, "", "CCC")),
      [ReadVariant(record: record, alleleIndex: 1)], .uncertain, name: "c.ins")
    other.annotated.transcripts[0].impact = impact
    let conclusion = try #require(
      Fixture.assess(
        [record, first], [other, Fixture.variant(Fixture.substitution, first)], .female
      ).conclusion)
    #expect(conclusion.word == (isOpen ? .uncertain : .carrier))
  }

  @Test(
    arguments: [
      (ClinicalClass.uncertain, nil, Impact.moderate), (.uncertain, .uncertain, .low),
      (.benign, nil, .high),
    ] as [(ClinicalClass, ClinicalClass?, Impact)])
  func otherVariantsLeaveACarrier(
    clinicalClass: ClinicalClass, row: ClinicalClass?, impact: Impact
  ) throws {
    #expect(try beside(clinicalClass, row: row, impact).word == .carrier)
  }

  @Test func aCopyMoreLeavesACarrier() throws {
    let conclusion = try beside(
      .uncertain, row: nil, .high, ("0/1", "0/1"), [.transcriptAmplification])
    #expect(conclusion.word == .carrier)
  }
}
