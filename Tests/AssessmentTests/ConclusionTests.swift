import Flow
import Genome
import Testing

@testable import Assessment

@Suite struct ConclusionTests {
  private func both(
    _ first: (KnownAllele, SampleCall), _ second: (KnownAllele, SampleCall), _ sex: Sex,
    filters: [String] = ["PASS"]
  ) throws -> SampleResult {
    let a = Fixture.record(first.0, first.1)
    let b = Fixture.record(second.0, second.1, filters: filters)
    return try Fixture.assess(
      [a, b], [Fixture.variant(first.0, a), Fixture.variant(second.0, b)], sex)
  }

  private func conclusion(_ result: SampleResult) throws -> Conclusion {
    try #require(result.conclusion)
  }

  @Test func theWordFollowsFromTheTwoFields() {
    for completeness in Completeness.allCases {
      #expect(ConclusionRule.word(.hemizygousPLP, completeness) == .positive)
      #expect(ConclusionRule.word(.mosaicPLP, completeness) == .positive)
      #expect(ConclusionRule.word(.biallelicPLP, completeness) == .positive)
      #expect(ConclusionRule.word(.heterozygousPLP, completeness) == .carrier)
      #expect(ConclusionRule.word(.plpStateUnknown, completeness) == .uncertain)
      #expect(ConclusionRule.word(.vus, completeness) == .uncertain)
    }
    #expect(ConclusionRule.word(.noneReportable, .complete) == .negative)
    #expect(ConclusionRule.word(.noneReportable, .completeSequence) == .negativeSequenceOnly)
    #expect(ConclusionRule.word(.noneReportable, .incomplete) == .inconclusive)
    #expect(ConclusionRule.word(.noneReportable, .notAssessable) == .notAssessable)
  }

  @Test func aPlainFileWithoutRecordsIsInconclusive() throws {
    for sex in Sex.allCases {
      let result = try conclusion(Fixture.assess([], [], sex))
      #expect(result.word == .inconclusive)
      #expect(result.completeness == .incomplete)
      #expect(result.reasons[0].hasPrefix("The file lists variants only: it can't show"))
      #expect(result.reasons.contains("The file has no record in the FOXP3 locus."))
    }
  }

  @Test func aVariantOfUncertainSignificanceIsUncertain() throws {
    let result = try conclusion(
      Fixture.assess(Fixture.uncertain, Fixture.call("1"), .male))
    #expect(result.finding == .vus)
    #expect(result.word == .uncertain)
    #expect(result.reasons[0].contains("c.uncertain is a variant of uncertain significance"))
  }

  @Test func thePathogenicOneLeadsAndTheUncertainOneIsListed() throws {
    let result = try both(
      (Fixture.uncertain, Fixture.call("1")), (Fixture.substitution, Fixture.call("1")), .male)
    let conclusion = try conclusion(result)
    #expect(conclusion.word == .positive)
    #expect(conclusion.reasons[0].hasPrefix("c.1189C>T (pathogenic) was found hemizygous"))
    #expect(conclusion.reasons.contains("Found beside it: c.uncertain (uncertain), hemizygous."))
    // In plus-strand order, whatever leads.
    #expect(result.variants.map(\.classified.matchedRow?.identifier) == ["FX0001", "FX0006"])
  }

  @Test func aBenignVariantDoesNotMatter() throws {
    let record = Fixture.record(Fixture.benign, Fixture.call("1"), more: ["<NON_REF>"])
    let records = Fixture.blocks(around: record, Fixture.call("0", minimumDepth: 30))
    let result = try Fixture.assess(records, [Fixture.variant(Fixture.benign, record)], .male)
    #expect(result.variants.count == 1)
    #expect(result.conclusion?.word == .negativeSequenceOnly)
  }

  @Test func aVariantWithoutClassPreventsANegative() throws {
    let allele = KnownAllele(
      row: Fixture.row("FX0098", "c.new", .notEvaluated),
      change: Fixture.change(49_254_201, "G", "A"))
    let record = Fixture.record(allele, Fixture.call("1"), more: ["<NON_REF>"])
    let records = Fixture.blocks(around: record, Fixture.call("0", minimumDepth: 30))
    let result = try conclusion(
      Fixture.assess(records, [Fixture.variant(allele, record)], .male))
    #expect(result.finding == .noneReportable)
    #expect(result.completeness == .incomplete)
    #expect(result.word == .inconclusive)
    #expect(result.reasons[0].hasPrefix("c.new has no class"))
    // A pathogenic variant beside it leads all the same.
    let pathogenic = try both(
      (allele, Fixture.call("1")), (Fixture.substitution, Fixture.call("1")), .male)
    #expect(pathogenic.conclusion?.word == .positive)
  }

  @Test(arguments: [(49_250_437, "CCDC22"), (49_264_711, "upstream of exon 1")])
  func variantsBeyondTheGeneAreNotedAndDoNotCount(position: Int, note: String) throws {
    let reference = Fixture.base(position)
    let allele = KnownAllele(
      row: Fixture.row("FX0097", "", .notEvaluated),
      change: Fixture.change(position, reference, reference == "T" ? "C" : "T"))
    let record = Fixture.record(allele, Fixture.call("1"), more: ["<NON_REF>"])
    let records = Fixture.blocks(around: record, Fixture.call("0", minimumDepth: 30))
    let result = try Fixture.assess(records, [Fixture.variant(allele, record)], .male)
    #expect(result.conclusion?.word == .negativeSequenceOnly)
    #expect(result.notes.contains { $0.contains(note) })
    #expect(result.variants.first?.classified.clinicalClass == .notEvaluated)
  }

  @Test func anAlleleThatCantBeAssessedPreventsANegative() throws {
    let record = ReadRecord(
      number: 1, contig: "chrX", position: 49_254_201, end: 49_254_201,
      reference: Fixture.base(49_254_201), alternates: ["<CNV>"], filters: ["PASS"],
      calls: [Fixture.call("1")])
    let variant = Fixture.variant(
      .notAssessable(.symbolic("<CNV>")), [ReadVariant(record: record, alleleIndex: 1)],
      .notEvaluated, name: nil)
    let result = try conclusion(Fixture.assess(Fixture.blocks() + [record], [variant], .male))
    #expect(result.word == .inconclusive)
    #expect(result.reasons[0].contains("chrX:49254201"))
  }

  @Test func anUnconfirmedCallPreventsANegative() throws {
    for allele in [Fixture.uncertain, Fixture.benign, Fixture.substitution] {
      let record = Fixture.record(
        allele, Fixture.call("1"), filters: ["LowQual"], more: ["<NON_REF>"])
      let records = Fixture.blocks(around: record, Fixture.call("0", minimumDepth: 30))
      let result = try conclusion(
        Fixture.assess(records, [Fixture.variant(allele, record)], .male))
      #expect(result.finding == .noneReportable)
      #expect(result.word == .inconclusive)
      #expect(result.reasons[0].contains("is called but not confirmed: FILTER is LowQual"))
    }
  }

  @Test func anUnconfirmedPathogenicCallBesideACarriersIsSaid() throws {
    let result = try conclusion(
      both(
        (Fixture.substitution, Fixture.call("0/1")), (Fixture.second, Fixture.call("0/1")),
        .female, filters: ["LowQual"]))
    #expect(result.word == .carrier)
    #expect(result.reasons.contains { $0.hasPrefix("c.second (likely pathogenic) is called but") })
  }

  @Test(arguments: [
    ("0/1", nil, "0/1", nil, Finding.plpStateUnknown, ConclusionWord.uncertain),
    ("0|1", nil, "1|0", nil, .biallelicPLP, .positive),
    ("0|1", nil, "0|1", nil, .heterozygousPLP, .carrier),
    ("0|1", "7", "1|0", "7", .biallelicPLP, .positive),
    ("0|1", "7", "1|0", "9", .plpStateUnknown, .uncertain),
    ("0|1", "7", "1|0", nil, .plpStateUnknown, .uncertain),
    ("0|1", nil, "0/1", nil, .plpStateUnknown, .uncertain),
    ("1/1", nil, "0/1", nil, .biallelicPLP, .positive),
    ("0/1", nil, "./1", nil, .plpStateUnknown, .uncertain),
  ])
  func twoPathogenicVariantsInAFemaleNeedTheirPhase(
    first: String, firstSet: String?, second: String, secondSet: String?, finding: Finding,
    word: ConclusionWord
  ) throws {
    let result = try conclusion(
      both(
        (Fixture.substitution, Fixture.call(first, phaseSet: firstSet)),
        (Fixture.second, Fixture.call(second, phaseSet: secondSet)), .female))
    #expect(result.finding == finding)
    #expect((result.openCopies != nil) == (finding == .plpStateUnknown))
    #expect(result.word == word)
  }

  /// A third of which it is open whether both copies have it may settle that no copy is left: it leads.
  @Test func openCopiesComeBeforeTheirPhase() throws {
    let records = [
      Fixture.record(Fixture.second, Fixture.call("0/1")),
      Fixture.record(Fixture.substitution, Fixture.call("0/1")),
      Fixture.record(Fixture.deletion, Fixture.call("1/1", reads: [20, 20])),
    ]
    let alleles = [Fixture.second, Fixture.substitution, Fixture.deletion]
    let result = try conclusion(
      Fixture.assess(records, zip(alleles, records).map(Fixture.variant), .female))
    #expect(result.openCopies == .count)
    #expect(result.reasons.first?.hasPrefix("c.run del (pathogenic)") == true)
  }

  @Test func oneRecordWithTwoPathogenicAllelesIsInTrans() throws {
    let record = Fixture.record(Fixture.substitution, Fixture.call("1/2"), more: ["C"])
    let other = Fixture.variant(
      .sequence(Fixture.change(49_251_441, "G", "C")),
      [ReadVariant(record: record, alleleIndex: 2)], .likelyPathogenic, name: "c.1189C>G")
    let result = try conclusion(
      Fixture.assess(
        [record], [Fixture.variant(Fixture.substitution, record), other], .female))
    #expect(result.finding == .biallelicPLP)
  }

  @Test func oneAlleleInTwoRecordsIsOneVariant() throws {
    let a = Fixture.record(Fixture.substitution, Fixture.call("0/1"), number: 1)
    let b = Fixture.record(Fixture.substitution, Fixture.call("0/1"), number: 2)
    let result = try conclusion(
      Fixture.assess(
        [a, b],
        [Fixture.variant(Fixture.substitution, a), Fixture.variant(Fixture.substitution, b)],
        .female))
    #expect(result.finding == .heterozygousPLP)
  }

  @Test func aSampleWithoutAnyGenotypeIsNotAssessable() throws {
    let result = try conclusion(
      Fixture.assess(Fixture.blocks(Fixture.call("./.", depth: 0)), [], .male))
    #expect(result.completeness == .notAssessable)
    #expect(result.word == .notAssessable)
    // A file of variants only can't be told from one that was not looked at.
    let plain = try conclusion(
      Fixture.assess(Fixture.substitution, Fixture.call("./."), .male))
    #expect(plain.word == .inconclusive)
  }

  /// As CombineGVCFs writes it: reads, and no genotype in any sample.
  @Test func genotypesThatWereNeverCalledAskForGenotyping() throws {
    let record = Fixture.record(
      Fixture.substitution, Fixture.call("./.", depth: 30, reads: [0, 30, 0]),
      more: ["<NON_REF>"])
    var records = Fixture.blocks(around: record, Fixture.call("./.", depth: 30))
    let assess = { (records: [ReadRecord]) in
      try conclusion(
        Fixture.assess(
          records, [], .male, listed: [Fixture.variant(Fixture.substitution, record)]))
    }
    let combined = try assess(records)
    #expect(combined.word == .notAssessable && combined.obstacle == .uncalledGenotypes)
    #expect(combined.reasons[0].contains("Run GenotypeGVCFs"), "\(combined.reasons)")
    #expect(combined.reasons[1].contains("c.1189C>T"), "\(combined.reasons)")
    for index in records.indices { records[index].calls.append(Fixture.call("0/0")) }
    let failed = try assess(records)
    #expect(failed.word == .notAssessable && failed.obstacle == .noGenotype)
    #expect(failed.reasons[0] == "No genotype was called for this sample anywhere in FOXP3.")
  }

  @Test func aStarIsExplainedByItsDeletion() throws {
    let deletion = KnownAllele(
      row: Fixture.row("FX0096", "c.small", .benign),
      change: Fixture.change(49_256_001, "GC", ""))
    let record = Fixture.record(deletion, Fixture.call("1"), more: ["<NON_REF>"])
    var star = Fixture.record(
      KnownAllele(row: deletion.row, change: Fixture.change(49_256_002, "C", "*")),
      Fixture.call("1"))
    star.alternates = ["*", "<NON_REF>"]
    let starVariant = Fixture.variant(
      .notAssessable(.spanningDeletion), [ReadVariant(record: star, alleleIndex: 1)],
      .notEvaluated, name: nil)
    let around = Fixture.blocks(around: record, Fixture.call("0", minimumDepth: 30))
    let explained = try conclusion(
      Fixture.assess(around + [star], [Fixture.variant(deletion, record), starVariant], .male))
    #expect(explained.word == .negativeSequenceOnly)
    let alone = try conclusion(Fixture.assess(around + [star], [starVariant], .male))
    #expect(alone.word == .inconclusive)
  }

  @Test func manyVariantsWithoutClassAreCountedNotRepeated() throws {
    var records: [ReadRecord] = []
    var variants: [ClassifiedVariant] = []
    for index in 0..<10 {
      let allele = KnownAllele(
        row: Fixture.row("FX01\(index)", "c.new\(index)", .notEvaluated),
        change: Fixture.change(49_254_201 + 4 * index, "G", "A"))
      let record = Fixture.record(allele, Fixture.call("1"))
      records.append(record)
      variants.append(Fixture.variant(allele, record))
    }
    let result = try conclusion(Fixture.assess(records, variants, .male))
    #expect(result.reasons.count { $0.contains("has no class") } == 3)
    #expect(result.reasons.contains { $0.hasPrefix("7 more variants have no class") })
  }
}
