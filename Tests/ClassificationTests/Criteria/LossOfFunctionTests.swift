import Flow
import Genome
import Nomenclature
import Testing

@testable import Classification

/// PVS1 against what the decision tree of Abou Tayoun 2018 gives for this gene by hand.
@Suite struct LossOfFunctionTests {
  private let bench: Bench

  init() throws { bench = try Bench(isTableOn: false) }

  @Test(arguments: [
    // A stop in exon 10, 135 bases before the last junction.
    ("c.1009C>T", EvidenceStrength.veryStrong),
    // Frameshift in exon 3, which NM_001114377.2 lacks: no excuse.
    ("c.227del", .veryStrong),
    // A stop in the last exon: residue 393 (forkhead), and one behind forkhead and signal.
    ("c.1177A>T", .strong), ("c.1272T>A", .moderate),
    // Start lost: the next in-frame methionine is residue 64.
    ("c.3G>A", .moderate),
    // The donor of exon 2: with the exon goes the ATG.
    ("c.210+1G>A", .moderate),
    // The donor of exon 8 (leucine zipper, in frame) and of exon 11 (forkhead, in frame).
    ("c.816+2T>A", .strong), ("c.1146+1G>A", .strong),
    // Exon 3, in frame, strong by policy.
    ("c.315+1G>A", .strong),
    // Exon 6, in frame, 8.1% and no critical region.
    ("c.647+1G>A", .moderate),
    // Exons that shift the frame when skipped: 4, 5, 7 and 10.
    ("c.454+1G>A", .veryStrong), ("c.542+1G>A", .veryStrong), ("c.735+1G>A", .veryStrong),
    ("c.1044+1G>A", .veryStrong),
    // Exon 9 shifts it too, but the new stop lies in the last exon.
    ("c.967+1G>A", .strong),
    // The last exon's acceptor: the stop codon and the forkhead's end are lost.
    ("c.1147-1G>A", .strong),
    // One G of G|GT deleted: the donor is still GT and the exon one base shorter.
    ("c.454+1del", .veryStrong),
  ])
  func strengths(name: String, strength: EvidenceStrength) throws {
    let result = try bench.result(.pvs1, of: name)
    #expect(result.strength == strength, "\(name): \(result.fact)")
  }

  /// From the ATG to the stop, bases of the untranslated ends left: no product.
  /// A deletion that takes the stop along and reads another one at once: as its neighbours that are shifts.
  @Test(arguments: ["c.1218_*14del", "c.1238_*895delinsGAA"])
  func aLostStopWithAnotherBeforeItIsALoss(_ name: String) throws {
    let result = try Bench(isTableOn: false).result(.pvs1, of: name)
    #expect(result.strength == .strong && result.fact.contains("New stop at residue 4"))
  }

  @Test func aStopInThePlaceOfTheOldOneIsNoLoss() throws {
    let result = try Bench(isTableOn: false).result(.pvs1, of: "c.1292_1294delinsATTAGCA")
    #expect(result.outcome == .notMet, "\(result.fact)")
  }

  @Test func withoutCodingSequenceThereIsNoProduct() throws {
    let deletion = StructuralChange(
      kind: .deletion, interval: Interval(49_251_335, 49_258_505))
    let result = try #require(bench.classify(.structural(deletion)).rules?.result(.pvs1))
    #expect(result.strength == .veryStrong, "\(result.fact)")
  }

  /// Of ends that are not exact the lowest weight of every place where they may lie: exons 6-9 and 5-10
  /// are decayed, exons 5-9 and 6-10 are not; what may lie in one intron alone weighs nothing.
  @Test(arguments: [
    (
      Interval(49_253_100, 49_253_300), Interval(49_256_900, 49_257_030),
      EvidenceStrength?.some(.strong)
    ),
    (Interval(49_256_870, 49_256_900), Interval(49_256_905, 49_257_100), nil),
    (Interval(49_252_601, 49_253_001), Interval(49_253_300, 49_253_700), .veryStrong),
  ])
  func theWeakestPlaceOfUncertainEndsCounts(
    _ first: Interval, _ last: Interval, _ strength: EvidenceStrength?
  ) throws {
    let deletion = StructuralChange(
      kind: .deletion, interval: Interval(first.start, last.end),
      precision: .within(first: first, last: last))
    let result = try #require(bench.classify(.structural(deletion)).rules?.result(.pvs1))
    #expect(result.strength == strength, "\(result.fact)")
    #expect((result.outcome == .notEvaluated) == (strength == nil))
  }

  /// In tandem, exon 1 and the first ATG begin the messenger RNA: (first and last exon, stop's residue number).
  @Test(arguments: [(2, 2, 282, true), (2, 11, 594, true)])
  func exonsDoubledWithTheStart(first: Int, last: Int, stop: Int, isLost: Bool) throws {
    let result = try doubled(first, last)
    #expect((result.strength == .strong) == isLost, "\(result.fact)")
    #expect(result.fact.contains("stop at residue \(stop),"), "\(result.fact)")
  }

  /// In tandem with an end of the transcript a whole one is left.
  @Test(arguments: [(1, 5, "leave a whole one"), (10, 12, "leave a whole one"), (1, 1, "alone")])
  func exonsDoubledWithAnEnd(first: Int, last: Int, words: String) throws {
    let result = try doubled(first, last)
    #expect(result.outcome == .notMet && result.fact.contains(words), "\(result.fact)")
  }

  /// In bases it is an insertion beside the gene: what it doubles lies in it all the same.
  @Test(arguments: [49_260_000, 49_251_300, 49_250_440])
  func aDuplicationOverTheEndIsTheSameInBases(last: Int) throws {
    let stretch = Interval(49_250_300, last)
    let bases = try #require(bench.map.locus.bases(in: stretch))
    let spelled = bench.classify(
      .sequence(
        SequenceChange(start: stretch.start, reference: BaseSequence(), alternate: bases)))
    let symbolic = bench.classify(
      .structural(StructuralChange(kind: .duplication, interval: stretch)))
    #expect(symbolic.clinicalClass == .uncertain && symbolic.source == .acmg)
    #expect(spelled.clinicalClass == .uncertain && spelled.source == .acmg, "\(spelled.reason)")
    #expect(spelled.rules?.result(.pvs1) == symbolic.rules?.result(.pvs1))
    #expect(spelled.annotated.mane?.consequences == symbolic.annotated.mane?.consequences)
  }

  private func doubled(_ first: Int, _ last: Int) throws -> CriterionResult {
    let exons = bench.map.transcript.exons
    let interval = Interval(exons[last - 1].start - 20, exons[first - 1].end + 20)
    return try #require(
      bench.classify(.structural(StructuralChange(kind: .duplication, interval: interval))).rules?
        .result(.pvs1))
  }

  /// From within the last exon over the stop and the polyadenylation signal, beyond the transcript's end or not quite.
  @Test(arguments: [
    (49_250_430, 49_251_360, EvidenceStrength?.some(.moderate), "Residues 424-431"),
    (49_250_440, 49_251_360, .moderate, "Residues 424-431"),
    (49_250_430, 49_251_400, .strong, "forkhead"), (49_250_430, 49_251_336, nil, "no residue"),
    (49_250_430, 49_251_335, nil, "no residue"), (49_250_430, 49_251_334, nil, "no residue"),
    (49_250_450, 49_251_336, nil, "no residue"), (49_250_450, 49_251_335, nil, "no residue"),
    (49_250_450, 49_251_334, nil, "no residue"),
    (49_250_450, 49_251_337, .moderate, "Residues 431-431"),
  ])
  func theEndOfTheLastExonDeleted(
    first: Int, last: Int, strength: EvidenceStrength?, words: String
  ) throws {
    let deletion = StructuralChange(kind: .deletion, interval: Interval(first, last))
    let rules = try #require(bench.classify(.structural(deletion)).rules)
    let result = try #require(rules.result(.pvs1))
    #expect(result.strength == strength && result.fact.contains(words), "\(result.fact)")
    #expect(!result.fact.contains("splice site"), "\(result.fact)")
    #expect(result.caveats.contains { $0.contains("polyadenylation signal alone") })
    #expect(!result.fact.contains("PM4") && rules.result(.pm4)?.outcome == .notEvaluated)
  }

  /// Exon 1 with untranslated bases of exon 2, whose ATG begins at 49,258,505, stays short of the ATG; exon 1 alone.
  @Test(arguments: [
    (49_258_506, "untranslated bases of exon 2"), (49_258_527, "untranslated bases of exon 2"),
    (49_258_528, "only the non-coding exon 1"), (49_262_000, "only the non-coding exon 1"),
  ])
  func aRemovalBeforeTheStart(first: Int, words: String) throws {
    let deletion = StructuralChange(kind: .deletion, interval: Interval(first, 49_264_752))
    let result = try #require(
      bench.classify(.structural(deletion)).rules?.result(.pvs1))
    #expect(result.outcome == .notMet && result.fact.contains(words), "\(result.fact)")
    #expect(!result.fact.contains("ATG"), "\(result.fact)")
  }

  @Test(arguments: [
    // The non-coding exon 1's donor, exon 2's acceptor, the polyadenylation signal.
    "c.-23+1G>T", "c.-22-2del", "c.*876A>G",
    // That acceptor with untranslated bases behind it.
    "c.-22-3_-20del",
    // A lost stop is PM4.
    "c.1293_1294del", "c.1294T>C", "c.1290_*12delinsTG",
    // The bases shift or a stop comes in, but the protein is the same.
    "c.1294_1295insA", "c.1292_1293insATAA", "c.1292_1293insATAATTATCGTG",
    // Residues put in before the stop.
    "c.1291_1293dup", "c.1293_1295dup",
    // Nothing lost.
    "c.1189C>T", "c.543C>T", "c.816+5G>A", "c.1044+459A>G", "c.751_753del",
  ])
  func noAutomaticLoss(name: String) throws {
    let result = try bench.result(.pvs1, of: name)
    #expect(result.outcome == .notMet, "\(name): \(result.fact)")
  }

  /// An exchange over a border counts by the two intron bases that result.
  @Test func anExchangeOverABorderCountsByWhatResults() throws {
    // Exon 3 ends CAG, the intron begins GTATGG.
    let lost = try bench.result(.pvs1, of: "c.315_315+2delinsTCA")
    #expect(lost.strength == .strong && lost.fact.contains("donor of exon 3"))
    let kept = try bench.result(.pvs1, of: "c.315_315+3delinsTGTC")
    #expect(kept.outcome == .notEvaluated && kept.missing == "RNA evidence")
  }

  @Test func theExonAbsentElsewhereIsACaveatAndNoExcuse() throws {
    for name in ["c.227del", "c.315+1G>A"] {
      let result = try bench.result(.pvs1, of: name)
      #expect(result.caveats.contains { $0.contains("NM_001114377.2") }, "\(name)")
    }
    #expect(try bench.result(.pvs1, of: "c.1009C>T").caveats.isEmpty)
  }

  /// The last residue and the bases between stop and last junction, from an independent
  /// translation of the spliced exons: (skipped exon, stop's residue number, distance).
  @Test(arguments: [(4, 207, 386), (5, 224, 386), (7, 224, 386), (9, 339, -22), (10, 336, 61)])
  func skippedExons(exon: Int, stop: Int, distance: Int) {
    let loss = ExonLoss(exon...exon, on: bench.map)
    #expect(loss.product?.stopResidue == stop)
    #expect(loss.product?.basesBeforeLastJunction == distance)
    #expect(!loss.isInFrame)
  }

  @Test func theDistanceIsSaid() throws {
    #expect(try bench.result(.pvs1, of: "c.1009C>T").fact.contains("135 bases before"))
  }

  @Test func aRestartIsNamed() throws {
    #expect(try bench.result(.pvs1, of: "c.3G>A").fact.contains("residue 64"))
    #expect(try bench.result(.pvs1, of: "c.210+1G>A").fact.contains("residue 78"))
  }

  @Test(arguments: [
    (2, 12, EvidenceStrength.veryStrong), (4, 4, .veryStrong), (3, 3, .strong), (8, 8, .strong),
    (6, 6, .moderate), (12, 12, .strong), (2, 2, .moderate), (1, 5, .strong),
    (2, 3, .strong),
  ])
  func deletedExons(first: Int, last: Int, strength: EvidenceStrength) throws {
    let exons = bench.map.transcript.exons
    let interval = Interval(exons[last - 1].start - 20, exons[first - 1].end + 20)
    let result = try #require(
      bench.classify(.structural(StructuralChange(kind: .deletion, interval: interval))).rules?
        .result(.pvs1))
    #expect(result.strength == strength, "\(result.fact)")
  }

  @Test func exon1AloneIsLeftToTheTable() throws {
    let exon = bench.map.transcript.exons[0]
    let interval = Interval(exon.start - 20, exon.end + 20)
    let deletion = StructuralChange(kind: .deletion, interval: interval)
    let result = bench.classify(.structural(deletion)).rules?.result(.pvs1)
    #expect(result?.outcome == .notMet)
  }

  /// The copy brings its own acceptor or donor: the exon may be read as it was.
  @Test(arguments: ["c.-22-26_5dup", "c.968-20_975dup", "c.1147-5_1149dup"])
  func acceptorsStandingTwiceLeaveTheLossOpen(_ name: String) throws {
    let found = try bench.classify(name)
    #expect(found.annotated.mane?.consequences.contains(.frameshift) == true)
    #expect(found.annotated.mane?.decay == nil)
    #expect(found.annotated.notes.contains { $0.contains("an acceptor stands before") })
    let result = try bench.result(.pvs1, of: name)
    #expect(result.outcome == .notEvaluated)
    #expect(result.missing == "RNA evidence")
    #expect(found.clinicalClass == .uncertain)
  }

  /// The first copy of a short duplication is a poor donor or none, the second one as before; and where
  /// the first one is as good, which is used is open too.
  @Test(arguments: [
    ("c.643_647+2dup", "-2.3 bits", "p.(His217SerfsTer12)"),
    ("c.647_647+2dup", "1.9 bits", "p.(His217Ter)"), ("c.640_647+12dup", "8.8 bits", "p.("),
    ("c.315_315+1insGT", "bits", "p.("),
  ])
  func donorsStandingTwiceLeaveTheLossOpen(
    _ name: String, _ strength: String, _ protein: String
  ) throws {
    let found = try bench.classify(name)
    #expect(
      found.annotated.notes.contains {
        $0.contains("a donor stands before") && $0.contains(protein)
      })
    #expect(found.annotated.mayActBeyondTerms)
    for criterion in [Criterion.pvs1, .pm4] {
      let result = try bench.result(criterion, of: name)
      #expect(result.outcome == .notEvaluated)
      #expect(result.fact.contains(strength) && result.fact.contains(protein), "\(result.fact)")
      #expect(result.missing == "RNA evidence")
    }
    #expect(found.clinicalClass == .uncertain)
  }

  /// Its frame shift says nothing of what is lost where another exon's takes it back.
  @Test func aFrameThatIsRestoredElsewhereIsOpen() throws {
    let evidence = VariantEvidence(restoring: ["c.320_321insT"])
    let result = try bench.result(.pvs1, of: "c.309del", evidence: evidence)
    #expect(result.outcome == .notEvaluated)
    #expect(result.fact.contains("c.320_321insT"))
    #expect(try bench.classify("c.309del", evidence: evidence).clinicalClass == .uncertain)
  }

  @Test func residuesBehindASecondAcceptorAreOpenToo() throws {
    for criterion in [Criterion.pm4, .pm1, .bp3] {
      let result = try bench.result(criterion, of: "c.968-20_974dup")
      #expect(result.strength == nil)
    }
    #expect(try bench.result(.pm4, of: "c.968-20_974dup").outcome == .notEvaluated)
  }

  @Test func duplicationsAndInversions() throws {
    let exons = bench.map.transcript.exons
    func result(_ kind: StructuralChange.Kind, _ first: Int, _ last: Int) throws -> CriterionResult
    {
      let interval = Interval(exons[last - 1].start - 20, exons[first - 1].end + 20)
      return try #require(
        bench.classify(.structural(StructuralChange(kind: kind, interval: interval))).rules?
          .result(.pvs1))
    }
    #expect(try result(.duplication, 4, 4).strength == .strong)
    #expect(try result(.duplication, 6, 6).outcome == .notMet)
    #expect(try result(.duplication, 1, 12).outcome == .notMet)
    #expect(try result(.inversion, 4, 5).outcome == .notEvaluated)
  }

  /// Nor does its sequence tell what an inversion or an exchange of many bases does to an exon.
  @Test func manyBasesReplacedByOthers() throws {
    let exons = bench.map.transcript.exons
    let stretch = Interval(exons[9].start - 60, exons[9].end + 60)
    let bases = try #require(bench.map.locus.bases(in: stretch))
    func result(_ stretch: Interval, leavingOut few: Int) throws -> CriterionResult {
      let bases = try #require(bench.map.locus.bases(in: stretch))
      let others = BaseSequence(bases.reverseComplement.bytes.dropLast(few))
      let change = SequenceChange(start: stretch.start, reference: bases, alternate: others)
      return try #require(bench.classify(.sequence(change.trimmed())).rules?.result(.pvs1))
    }
    for few in [0, 9] {
      let several = Interval(exons[9].start - 60, exons[8].end + 60)
      #expect(try result(several, leavingOut: few).outcome == .notEvaluated)
      // Of a single exon the splice sites go with the bases, however many they are.
      #expect(try result(stretch, leavingOut: few).strength == .veryStrong)
      for reach in [20, 40] {
        let donor = Interval(exons[9].start - reach, exons[9].start + reach)
        #expect(try result(donor, leavingOut: few).strength == .veryStrong)
      }
    }
    let few = SequenceChange(
      start: stretch.start, reference: bases,
      alternate: BaseSequence(bases.reverseComplement.bytes.prefix(20))
    ).trimmed()
    #expect(bench.classify(.sequence(few)).rules?.result(.pvs1)?.strength == .veryStrong)
  }

  @Test func aDeletionGivenByItsEndsIsJudgedLikeItsBases() throws {
    let change = try HGVSReader.change(codingName: "c.227del", on: bench.map)
    let deletion = StructuralChange(kind: .deletion, interval: change.interval)
    let result = bench.classify(.structural(deletion)).rules?.result(.pvs1)
    #expect(result?.strength == .veryStrong)
  }
}

@Suite struct SpliceSiteLossTests {
  /// Exon 8 ends CTGTG, intron 8 begins GTGAG: c.816_816+2del leaves CT|GTGAG, a whole donor behind
  /// an exon three bases shorter.
  @Test(arguments: [
    ("c.816+1G>A", [8], [Int]()), ("c.816+2T>C", [8], []), ("c.816+3G>T", [], []),
    ("c.817-1G>C", [], [9]), ("c.817-2A>G", [], [9]), ("c.817-3C>T", [], []),
    ("c.816_816+1del", [8], []), ("c.816_816+2del", [], []), ("c.817-2_817del", [], [9]),
    ("c.454+1del", [], []),
  ])
  func onlyALostDinucleotideCounts(name: String, donors: [Int], acceptors: [Int]) throws {
    let map = try Bench().map
    let change = try HGVSReader.change(codingName: name, on: map)
    let loss = SpliceSiteLoss(change, on: map)
    #expect(loss.donors == donors && loss.acceptors == acceptors, "\(name)")
  }
}
