import Flow
import Genome
import Nomenclature
import ReferenceBundle
import Settings
import Testing

@testable import Assessment

/// The assessment over the table and the sequences that ship with the program, on both builds.
@Suite struct CuratedTableTests {
  private func facts(_ assembly: Assembly) throws -> GeneFacts {
    let bundle = try ReferenceBundle.embedded()
    return GeneFacts(
      locus: bundle.locus(assembly), transcript: try #require(bundle.transcripts(assembly).first),
      alleles: try alleles(assembly))
  }

  private func alleles(_ assembly: Assembly) throws -> [KnownAllele] {
    try ReferenceBundle.embedded().table.resolved.map {
      KnownAllele(row: $0.row, change: $0.change(assembly))
    }
  }

  private func blocks(
    _ facts: GeneFacts, without hole: Interval? = nil, alternates: [String] = ["<NON_REF>"],
    call: SampleCall = Fixture.call("0", minimumDepth: 30)
  ) -> [ReadRecord] {
    let whole = facts.locus.interval
    let stretches =
      hole.map { [Interval(whole.start, $0.start - 1), Interval($0.end + 1, whole.end)] } ?? [whole]
    return stretches.map { stretch in
      ReadRecord(
        number: stretch.start, contig: "X", position: stretch.start, end: stretch.end,
        reference: facts.locus.bases(in: Interval(stretch.start, stretch.start))?.text ?? "N",
        alternates: alternates, calls: [call])
    }
  }

  private func assess(
    _ facts: GeneFacts, _ records: [ReadRecord], _ variants: [ClassifiedVariant], _ sex: Sex
  ) throws -> SampleResult {
    Assessor(facts: facts, profile: try Fixture.profile()).assess(
      SampleInput(
        name: "sample", column: 0, records: records, variants: variants, declaredSex: sex,
        sexChromosomes: nil, provenance: Fixture.provenance))
  }

  /// The VCF record of an allele, anchored where it has to be.
  private func record(
    _ change: SequenceChange, _ facts: GeneFacts, _ genotype: String
  ) -> ReadRecord {
    let needsAnchor = change.reference.isEmpty || change.alternate.isEmpty
    let start = needsAnchor ? change.start - 1 : change.start
    let anchor = needsAnchor ? facts.locus.bases(in: Interval(start, start))?.text ?? "" : ""
    return ReadRecord(
      number: start, contig: "X", position: start, end: change.interval.end,
      reference: anchor + change.reference.text,
      alternates: [anchor + change.alternate.text, "<NON_REF>"], filters: ["PASS"],
      calls: [Fixture.call(genotype)])
  }

  private func known(
    _ facts: GeneFacts
  ) throws -> [(row: CuratedVariant, change: SequenceChange)] {
    try alleles(facts.locus.assembly).compactMap { allele in
      guard allele.row.clinicalClass.isPathogenicOrLikely, let change = allele.change else {
        return nil
      }
      return (allele.row, change)
    }
  }

  @Test(arguments: Assembly.allCases)
  func fullBlocksOfAMaleAreANegativeOfTheSequence(assembly: Assembly) throws {
    let facts = try facts(assembly)
    let result = try assess(facts, blocks(facts), [], .male)
    #expect(result.conclusion?.word == .negativeSequenceOnly)
    let count = try known(facts).count
    #expect(result.ledger.count { $0.kind == .knownVariant } == count)
    #expect(count > 30)
    #expect(result.exons.map(\.exon) == Array(1...12))
  }

  @Test(arguments: Assembly.allCases)
  func aHoleOverAnyKnownSiteIsInconclusiveAndNamesIt(assembly: Assembly) throws {
    let facts = try facts(assembly)
    for (row, change) in try known(facts) {
      let evidence = change.evidenceInterval(on: facts.locus)
      for hole in [evidence, Interval(evidence.start, evidence.start)] {
        let result = try assess(facts, blocks(facts, without: hole), [], .male)
        #expect(result.conclusion?.word == .inconclusive, "\(row.identifier)")
        #expect(
          result.conclusion?.reasons.first?.contains("\(row.identifier) \(row.codingName)") == true)
        #expect(
          result.ledger.first { $0.identifier == row.identifier }?.state.name == "not_looked_at")
      }
    }
  }

  @Test(arguments: Assembly.allCases)
  func blocksWithoutNonRefClearSubstitutionsAlone(assembly: Assembly) throws {
    let facts = try facts(assembly)
    let result = try assess(facts, blocks(facts, alternates: []), [], .male)
    var indels = 0
    for (row, change) in try known(facts) {
      let entry = try #require(result.ledger.first { $0.identifier == row.identifier })
      #expect(entry.state.isSettled == !change.isIndel, "\(row.identifier)")
      indels += change.isIndel ? 1 : 0
    }
    #expect(indels > 5)
    #expect(result.conclusion?.word == .inconclusive)
  }

  @Test(arguments: Assembly.allCases)
  func everyKnownAlleleIsSeenInItsCarriers(assembly: Assembly) throws {
    let facts = try facts(assembly)
    for (row, change) in try known(facts) {
      for (sex, genotype, word) in [
        (Sex.male, "1", ConclusionWord.positive), (.female, "0/1", .carrier),
      ] {
        let record = record(change, facts, genotype)
        let variant = Fixture.variant(
          .sequence(change), [ReadVariant(record: record, alleleIndex: 1)], row.clinicalClass,
          name: row.codingName, evidence: [TableEvidence(row: row, relation: .sameAllele)])
        let around = blocks(
          facts, without: record.interval, call: Fixture.call("0/0", minimumDepth: 30))
        let result = try assess(facts, around + [record], [variant], sex)
        #expect(result.conclusion?.word == word, "\(row.identifier) \(sex)")
        #expect(result.conclusion?.completeness == .completeSequence, "\(row.identifier) \(sex)")
        let entry = try #require(result.ledger.first { $0.identifier == row.identifier })
        #expect(entry.state == .alternateSeen)
      }
    }
  }
}
