import Flow
import Genome
import Testing

@testable import Assessment

@Suite struct LedgerTests {
  private func state(_ result: SampleResult, _ identifier: String) -> SiteState? {
    result.ledger.first { $0.identifier == identifier }?.state
  }

  private func reason(_ result: SampleResult, _ identifier: String) -> String {
    state(result, identifier)?.reason ?? "settled"
  }

  @Test func everyPlaceOfTheDesignHasAnEntry() throws {
    let result = try Fixture.assess([], [], .male)
    #expect(
      result.ledger.map(\.identifier)
        == ["FX0001", "FX0002", "FX0003", "FX0004", "exon 1 donor"]
        + (2...12).map { "exon \($0)" } + ["polyadenylation signal"])
    let intervals = Dictionary(
      uniqueKeysWithValues: result.ledger.map { ($0.identifier, $0.interval) })
    // c.-23+1 and c.-23+2: ClinVar's c.-23+1G>T is GRCh38 49,264,660.
    #expect(intervals["exon 1 donor"] == Interval(49_264_659, 49_264_660))
    // From the donor c.210+2 to the acceptor c.-22-2; ClinVar's c.210+1G>A is GRCh38 49,258,295.
    #expect(intervals["exon 2"] == Interval(49_258_294, 49_258_529))
    #expect(intervals["exon 3"] == Interval(49_257_662, 49_257_770))
    // The last exon up to the stop codon's end, with its acceptor.
    #expect(intervals["exon 12"] == Interval(49_251_334, 49_251_485))
    // c.*873 to c.*878, by the 898 bases of 3' UTR of which NM_014009.4 has 896.
    #expect(intervals["polyadenylation signal"] == Interval(49_250_456, 49_250_461))
    // The whole run with its anchor.
    #expect(intervals["FX0002"] == Interval(49_257_749, 49_257_755))
    #expect(intervals["FX0001"] == Interval(49_251_441, 49_251_441))
  }

  @Test func fullBlocksSettleEverythingButCopyNumber() throws {
    let result = try Fixture.assess(Fixture.blocks(), [], .male)
    for entry in result.ledger where entry.kind != .copyNumber {
      #expect(entry.state == .referenceSeen(depth: 30), "\(entry.identifier)")
    }
    #expect(state(result, "FX0003")?.name == "not_looked_at")
    #expect(result.conclusion?.finding == .noneReportable)
    #expect(result.conclusion?.completeness == .completeSequence)
    #expect(result.conclusion?.word == .negativeSequenceOnly)
    #expect(result.conclusion?.reasons.contains { $0.contains("Copy number") } == true)
    #expect(result.exons.allSatisfy { $0.gaps.isEmpty && $0.minimumDepth == 30 })
  }

  @Test func oneBlockRemovedOverAKnownSiteIsInconclusiveAndNamesIt() throws {
    let hole = Interval(49_251_441, 49_251_441)
    let result = try Fixture.assess(Fixture.blocks(holes: [hole]), [], .male)
    #expect(state(result, "FX0001")?.name == "not_looked_at")
    #expect(state(result, "FX0002") == .referenceSeen(depth: 30))
    #expect(result.conclusion?.completeness == .incomplete)
    #expect(result.conclusion?.word == .inconclusive)
    let sentence = try #require(result.conclusion?.reasons.first)
    #expect(sentence.contains("FX0001 c.1189C>T (no record covers it)"))
    #expect(sentence.contains("exon 12 with its splice sites"))
    #expect(!sentence.contains("FX0002"))
    let exon = try #require(result.exons.first { $0.exon == 12 })
    #expect(exon.gaps == [Interval(49_251_436, 49_251_485)])
    #expect(exon.provenBases == exon.interval.count - 50)
  }

  /// Two exons without data are what a reader has to know, before the variants within them.
  @Test func wholeExonsAreNamedFirst() throws {
    let result = try Fixture.assess(
      Fixture.blocks(holes: [Interval(49_251_300, 49_251_800)]), [], .male)
    let sentence = try #require(result.conclusion?.reasons.first)
    // One reason stands once, behind all that it holds for.
    #expect(
      sentence.contains(
        ": exon 11 with its splice sites, exon 12 with its splice sites, FX0001 c.1189C>T (no record covers it)."
      ))
  }

  @Test func onlyTheAnchorMissingLeavesADeletionOpen() throws {
    let blocks = [
      Fixture.block(49_248_436, 49_257_748), Fixture.block(49_257_750, 49_269_825),
    ]
    let result = try Fixture.assess(blocks, [], .male)
    #expect(reason(result, "FX0002") == "no record covers 49257749")
    #expect(result.conclusion?.word == .inconclusive)
  }

  /// Of reads there are no records that could be missing.
  @Test func whereNoReadLiesIsToldOfReads() throws {
    var input = SampleInput(
      name: "sample", column: 0, records: [], variants: [], declaredSex: .male,
      sexChromosomes: nil, isCalledFromReads: true, provenance: Fixture.provenance)
    let assessor = Assessor(facts: Fixture.facts, profile: try Fixture.profile())
    #expect(reason(assessor.assess(input), "FX0001") == "no read with good bases lies over it")
    input.records = Fixture.blocks(holes: [Interval(49_251_441, 49_251_441)])
    #expect(reason(assessor.assess(input), "FX0001") == "no read with good bases lies over it")
  }

  @Test(arguments: [Interval(49_257_751, 49_257_751), Interval(49_257_755, 49_257_755)])
  func theWholeRunHasToBeSeen(hole: Interval) throws {
    let blocks = [
      Fixture.block(49_248_436, hole.start - 1), Fixture.block(hole.end + 1, 49_269_825),
    ]
    let result = try Fixture.assess(blocks, [], .male)
    #expect(state(result, "FX0002")?.isSettled == false)
  }

  @Test(arguments: [["."], []])
  func aBlockWithoutNonRefCantClearAnIndelRow(alternates: [String]) throws {
    let named = alternates.filter { $0 != "." }
    let result = try Fixture.assess(Fixture.blocks(alternates: named), [], .male)
    #expect(state(result, "FX0001") == .referenceSeen(depth: 30))
    #expect(reason(result, "FX0002").contains("no <NON_REF> or <*>"))
    #expect(state(result, "FX0002")?.name == "uncertain")
    #expect(result.conclusion?.word == .inconclusive)
    let star = try Fixture.assess(Fixture.blocks(alternates: ["<*>"]), [], .male)
    #expect(star.conclusion?.word == .negativeSequenceOnly)
  }

  @Test(arguments: [
    (Fixture.call("0/0", depth: 30, quality: 19, minimumDepth: 30), "quality is 19, under 20"),
    (Fixture.call("0/0", depth: 30, minimumDepth: 7), "depth is 7, under 8"),
    (Fixture.call("0/0", depth: nil), "no depth is given"),
    (Fixture.call("0/0", quality: nil), "no genotype quality is given"),
    (Fixture.call("./.", depth: 30), "no genotype was called"),
    (Fixture.call("./0"), "half of the genotype"),
    (Fixture.call("0/0", filters: ["LowGQ"]), "(FT) is LowGQ"),
    (Fixture.call("0/1"), "an allele that is not named"),
    (Fixture.call("7"), "an allele that is not named"),
  ])
  func aDoubtfulBlockIsUncertain(call: SampleCall, sentence: String) throws {
    let whole = Fixture.block(49_248_436, 49_251_400)
    let doubtful = Fixture.block(49_251_401, 49_251_500, call)
    let rest = Fixture.block(49_251_501, 49_269_825)
    let result = try Fixture.assess([whole, doubtful, rest], [], .male)
    #expect(state(result, "FX0001")?.name == "uncertain")
    #expect(reason(result, "FX0001").contains(sentence), "\(reason(result, "FX0001"))")
    #expect(result.conclusion?.word == .inconclusive)
    #expect(result.exons.first { $0.exon == 12 }?.gaps == [Interval(49_251_401, 49_251_485)])
  }

  @Test func aFilteredBlockIsUncertain() throws {
    var block = Fixture.block(49_248_436, 49_269_825)
    block.filters = ["LowQual"]
    let result = try Fixture.assess([block], [], .male)
    #expect(reason(result, "FX0001").contains("FILTER is LowQual"))
  }

  @Test func twoCopiesNeedADiploidGenotypeAndMoreReads() throws {
    let haploid = Fixture.call("0", minimumDepth: 30)
    #expect(
      try Fixture.assess(Fixture.blocks(haploid), [], .male).conclusion?.word
        == .negativeSequenceOnly)
    for sex in [Sex.female, .unknown] {
      let result = try Fixture.assess(Fixture.blocks(haploid), [], sex)
      #expect(reason(result, "FX0001").contains("shows one copy, where there may be two"))
    }
    let thin = Fixture.call("0/0", minimumDepth: 19)
    #expect(
      try Fixture.assess(Fixture.blocks(thin), [], .male).conclusion?.word == .negativeSequenceOnly)
    let female = try Fixture.assess(Fixture.blocks(thin), [], .female)
    #expect(reason(female, "FX0001").contains("depth is 19, under 20 for two copies"))
    #expect(female.conclusion?.word == .inconclusive)
  }

  @Test func aPlainReferenceCallSettlesOnlyTheAllelesItNames() throws {
    let plain = try Fixture.assess(Fixture.substitution, Fixture.call("0/0"), .male)
    #expect(state(plain, "FX0001") == .referenceSeen(depth: 40))
    #expect(state(plain, "FX0004")?.name == "not_looked_at")
    #expect(reason(plain, "FX0004").contains("a plain VCF does not list reference positions"))
    #expect(plain.conclusion?.word == .inconclusive)
    var other = Fixture.record(Fixture.substitution, Fixture.call("0/0"))
    other.alternates = ["C"]
    let result = try Fixture.assess([other], [], .male)
    #expect(reason(result, "FX0001").contains("against other alleles only"))
    let deletion = try Fixture.assess(Fixture.deletion, Fixture.call("0/0"), .male)
    #expect(state(deletion, "FX0002") == .referenceSeen(depth: 40))
    var longer = Fixture.record(Fixture.deletion, Fixture.call("0/0"))
    longer.reference += longer.reference.suffix(1)
    let another = try Fixture.assess([longer], [], .male)
    #expect(state(another, "FX0002")?.isSettled == false)
  }

  @Test func aWrongReferenceBaseProvesNothing() throws {
    var block = Fixture.block(49_248_436, 49_269_825)
    block.reference = Fixture.base(49_248_436) == "A" ? "C" : "A"
    let result = try Fixture.assess([block], [], .male)
    #expect(reason(result, "FX0001").contains("REF is not the build's reference"))
  }

  @Test func carriedAllelesAreSeen() throws {
    let own = Fixture.record(Fixture.substitution, Fixture.call("1"), more: ["<NON_REF>"])
    let block = Fixture.call("0", minimumDepth: 30)
    let result = try Fixture.assess(
      Fixture.blocks(around: own, block), [Fixture.variant(Fixture.substitution, own)], .male)
    #expect(state(result, "FX0001") == .alternateSeen)
    #expect(state(result, "exon 12") == .otherAlternateSeen)
    #expect(state(result, "exon 11") == .referenceSeen(depth: 30))
    let another = KnownAllele(
      row: Fixture.row("FX0099", "c.1189C>G", .benign),
      change: Fixture.change(49_251_441, "G", "C"))
    let record = Fixture.record(another, Fixture.call("1"), more: ["<NON_REF>"])
    let other = try Fixture.assess(
      Fixture.blocks(around: record, block), [Fixture.variant(another, record)], .male)
    #expect(state(other, "FX0001") == .otherAlternateSeen)
    #expect(other.conclusion?.word == .negativeSequenceOnly)
  }

  /// An allele without name shows that others were looked for, unless the likelihoods leave one open, or
  /// the call does not stand by itself.
  @Test(arguments: ["<NON_REF>", "<*>"])
  func anAlleleWithoutNameHasToBeExcluded(_ name: String) throws {
    let another = KnownAllele(
      row: Fixture.row("FX0099", "c.1189C>G", .benign),
      change: Fixture.change(49_251_441, "G", "C"))
    func result(
      _ likelihood: Int?, quality: Double = 60, filters: [String] = ["PASS"], more: [String]
    ) throws -> SampleResult {
      var call = Fixture.call("1", quality: quality)
      call.unlistedLikelihood = likelihood
      let record = Fixture.record(another, call, filters: filters, more: more)
      return try Fixture.assess(
        Fixture.blocks(around: record, Fixture.call("0", minimumDepth: 30)),
        [Fixture.variant(another, record)], .male)
    }
    for likelihood in [nil, 20, 800] {
      let closed = try result(likelihood, more: [name])
      #expect(state(closed, "exon 12") == .otherAlternateSeen)
      #expect(closed.conclusion?.word == .negativeSequenceOnly)
    }
    for likelihood in [0, 19] {
      let open = try result(likelihood, more: [name])
      #expect(reason(open, "exon 12").contains("leave open an allele that is not named"))
      #expect(reason(open, "FX0001").contains("leave open an allele that is not named"))
      #expect(open.exons.last?.gaps == [Interval(49_251_441, 49_251_441)])
      #expect(open.variants.first?.isConfirmed == true)
      #expect(open.conclusion?.word == .inconclusive)
    }
    #expect(reason(try result(800, more: []), "exon 12").contains("no <NON_REF> or <*>"))
    let weak = try result(800, quality: 19, more: [name])
    #expect(reason(weak, "exon 12").contains("quality is 19"))
    let filtered = try result(800, filters: ["LowQual"], more: [name])
    #expect(reason(filtered, "exon 12").contains("FILTER is LowQual"))
    #expect([weak, filtered].allSatisfy { $0.conclusion?.word == .inconclusive })
  }

  /// Reads of an allele that is named beside those of the genotype, three of them and a mosaic's share or more.
  @Test(arguments: [([20, 17, 3], false), ([20, 18, 2], false), ([12, 11, 10], true)])
  func readsOfANamedAlleleBesideTheGenotype(_ reads: [Int], _ isOpen: Bool) throws {
    let another = KnownAllele(
      row: Fixture.row("FX0099", "c.1189C>G", .benign),
      change: Fixture.change(49_251_441, "G", "C"))
    var call = Fixture.call("0/1", quality: 60)
    call.alleleDepths = reads + [0]
    call.unlistedAllele = 3
    let record = Fixture.record(another, call, filters: ["PASS"], more: ["A", "<*>"])
    let result = try Fixture.assess(
      Fixture.blocks(around: record, Fixture.call("0/0", minimumDepth: 30)),
      [Fixture.variant(another, record)], .female)
    #expect((state(result, "exon 12") == .otherAlternateSeen) == !isOpen)
    if isOpen {
      #expect(reason(result, "FX0001").contains("10 of 33 reads show another allele"))
      #expect(result.conclusion?.word == .inconclusive)
    }
  }

  @Test func aDeletionThatRemovesExon1IsTheCopyNumberEntrysAllele() throws {
    let interval = Interval(49_264_000, 49_266_000)
    let record = ReadRecord(
      number: 1, contig: "chrX", position: 49_263_999, end: 49_266_000,
      reference: Fixture.base(49_263_999), alternates: ["<DEL>"], filters: ["PASS"],
      calls: [Fixture.call("1")])
    let variant = Fixture.variant(
      .structural(StructuralChange(kind: .deletion, interval: interval)),
      [ReadVariant(record: record, alleleIndex: 1)], .pathogenic, name: nil,
      evidence: [TableEvidence(row: Fixture.removal.row, relation: .removes)])
    let result = try Fixture.assess([record], [variant], .male)
    #expect(state(result, "FX0003") == .alternateSeen)
    #expect(state(result, "exon 1 donor") == .otherAlternateSeen)
    #expect(result.conclusion?.word == .positive)
    let female = try Fixture.assess(
      [record].map {
        var record = $0
        record.calls = [Fixture.call("0/1")]
        return record
      }, [], .female)
    #expect(state(female, "exon 1 donor")?.name == "not_looked_at")
  }

  @Test func aStructuralReferenceCallProvesNoBases() throws {
    let record = ReadRecord(
      number: 1, contig: "chrX", position: 49_248_436, end: 49_269_825,
      reference: Fixture.base(49_248_436), alternates: ["<DEL>"], filters: ["PASS"],
      calls: [Fixture.call("0/0")])
    let result = try Fixture.assess([record], [], .female)
    #expect(result.ledger.allSatisfy { !$0.state.isSettled })
  }

  /// A block over it reads it as the reference, and another record leaves it open.
  @Test func aDoubtfulCallWithinABlockIsAGap() throws {
    let record = Fixture.record(Fixture.substitution, Fixture.call("1", depth: 3))
    let result = try Fixture.assess(
      Fixture.blocks(Fixture.call("0", minimumDepth: 30)) + [record], [], .male)
    let exon = try #require(result.exons.first { $0.exon == 12 })
    #expect(exon.gaps == [Interval(49_251_441, 49_251_441)])
    #expect(exon.provenBases == exon.interval.count - 1)
  }

  @Test func withoutSamplesThereIsNoConclusion() throws {
    let record = Fixture.record(Fixture.substitution, Fixture.call("1"))
    let result = try Fixture.assess(
      [record], [Fixture.variant(Fixture.substitution, record)], .unknown, column: nil)
    #expect(result.conclusion == nil)
    #expect(!result.hasGenotypes)
    #expect(result.variants.map(\.genotypeText) == ["."])
    #expect(result.variants.map(\.zygosity) == [.unknown])
    #expect(reason(result, "FX0001") == "the file has no genotypes")
  }
}
