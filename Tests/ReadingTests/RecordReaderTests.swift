import Flow
import Genome
import HTS
import TestSupport
import Testing

@testable import Reading

@Suite struct RecordReaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(
    alternate: String = "C", information: String = ".", format: String, _ sample: String
  ) throws -> ReadRecord {
    try ReadText.record(
      ["X", "100", ".", "A", alternate, "50.5", "PASS", information, format, sample],
      folder: folder)
  }

  private func call(_ format: String, _ sample: String) throws -> SampleCall {
    try #require(try read(format: format, sample).calls.first)
  }

  @Test func everyFieldOfACall() throws {
    let call = try call("GT:AD:DP:GQ:PS:FT:MIN_DP", "0|1:10,12:22:99:4711:q10;s50:20")
    #expect(call.genotype == Genotype(alleles: [0, 1], isPhased: true, text: "0|1"))
    #expect(call.alleleDepths == [10, 12])
    #expect(call.depth == 22)
    #expect(call.genotypeQuality == 99)
    #expect(call.phaseSet == "4711")
    #expect(call.filters == ["q10", "s50"])
    #expect(call.minimumDepth == 20)
    #expect(call.text == "0|1:10,12:22:99:4711:q10;s50:20")
  }

  /// GATK's all-sites files have RGQ at reference sites, Strelka's blocks GQX.
  @Test func aReferenceCallsQualityUnderItsOtherNames() throws {
    #expect(try call("GT:DP:RGQ", "0/0:30:45").genotypeQuality == 45)
    #expect(try call("GT:GQX:DP", "0/0:45:30").genotypeQuality == 45)
    #expect(try call("GT:GQX:GQ", "0/1:12:45").genotypeQuality == 45)
  }

  /// GATK's quality of a reference call without alternates is against insertions and deletions too; beside an alternate,
  /// and where GQ stands, nothing says so.
  @Test(arguments: [
    (".", "GT:DP:RGQ", "0/0:30:45", true), ("C", "GT:DP:RGQ", "0/0:30:45", false),
    (".", "GT:DP:RGQ", "0/0:30:.", false), (".", "GT:DP:RGQ:GQ", "0/0:30:45:40", false),
  ])
  func aQualityAgainstEveryAllele(alternate: String, format: String, sample: String, isIt: Bool)
    throws
  {
    let call = try read(alternate: alternate, format: format, sample).calls.first
    #expect(call?.isAgainstEveryAllele == isIt)
  }

  /// `bcftools call` writes no GQ, nor does freebayes: how far the next genotype is behind by PL or GL. Of one copy that
  /// of one copy counts.
  @Test(
    arguments: [
      ("GT:PL", "0/1:3,0,40", 3), ("GT:PL", "1:6,0", 6), ("GT:PL", "1/1:255,60,0", 60),
      ("GT:PL", "0/0:0,24,255", 24), ("GT:PL", "1:255,30,0", 99), ("GT:PL", "0/1:0,12,90", 0),
      ("GT:PL:GQ", "0/1:3,0,40:50", 50), ("GT:GL", "0/1:-0.31,0,-4", 3),
      ("GT:GL", "1:-60.06,0", 99), ("GT:PL:GL", "0/1:30,0,40:-0.3,0,-4", 30),
      ("GT:GL", "0/1:.,.,.", nil), ("GT:GL", "0/1:-0.31,0,inf", nil),
      // Of a family's weighing PL are not the ground, and of a split record not all there.
      ("GT:PL:PP", "0/1:3,0,40:30,0,60", nil), ("GT:PL", "0/1:60,20,90", nil),
      ("GT:PL", "./1:3,0,40", nil),
    ] as [(String, String, Double?)])
  func theQualityByLikelihoods(format: String, sample: String, quality: Double?) throws {
    #expect(try call(format, sample).genotypeQuality == quality)
  }

  /// CNVkit writes the number of probes there.
  @Test func probesAreNoQuality() throws {
    let record = try read(
      alternate: "<DEL>", information: "END=900;SVTYPE=DEL;PROBES=30", format: "GT:GQ", "1/1:30")
    #expect(record.calls.first?.genotypeQuality == nil)
  }

  /// Sniffles writes 0/0 of a mosaic deletion; of who carries it other reads tell nothing of the share.
  @Test(arguments: [
    ("GT:DR:DV", "0/0:32:8", [32, 8]), ("GT:DR:DV:RR:RV", "0/0:10:1:20:9", [20, 9]),
    ("GT:PR:SR", "0/0:20,2:10,5", [10, 5]), ("GT:DR:DV", "0/1:20:20", []), ("GT:DR", "0/0:32", []),
  ])
  func readsOfALargerChange(format: String, sample: String, reads: [Int?]) throws {
    let record = try read(
      alternate: "<DEL>", information: "END=900;SVTYPE=DEL", format: format, sample)
    #expect(record.calls.first?.alleleDepths == reads)
    #expect(
      try read(alternate: "G", information: ".", format: format, sample).calls.first?.alleleDepths
        == [])
  }

  @Test func absentAndMissingFields() throws {
    let short = try call("GT:AD:DP:GQ:PS:FT", "./1")
    #expect(short.genotype?.alleles == [nil, 1])
    #expect(short.alleleDepths.isEmpty)
    #expect(short.depth == nil)
    #expect(short.filters.isEmpty)
    let missing = try call("GT:AD:DP:GQ:PS:FT", ".:.,4:.:.:.:PASS")
    #expect(missing.genotype?.isNoCall == true)
    #expect(missing.alleleDepths == [nil, 4])
    #expect(missing.genotypeQuality == nil)
    #expect(missing.phaseSet == nil)
    #expect(missing.filters.isEmpty)
    #expect(try call("DP", "7").genotype == nil)
  }

  /// The headers of Ion Torrent, freebayes, VarScan and Platypus declare them so.
  @Test(arguments: [
    ("GT:DP:RO:AO", "0/0:30:20:10", [20, 10]), ("GT:DP:RO:AO", "0/0:30:20:.", []),
    ("GT:DP:FDP:RO:FRO:AO:FAO", "0/0:200:120:150:102:50:18", [102, 18]),
    ("GT:GQ:SDP:DP:RD:AD:FREQ", "0/0:36:40:40:34:6:15%", [34, 6]),
    ("GT:GQ:NR:NV", "1/1:22:3:2", [1, 2]), ("GT:GQ:NR:NV", "1/1:22:.:2", []),
    ("GT:RO:AO", "0/1:1.5:lots", []), ("GT:AD:RO:AO", "0/1:9,11:20:10", [9, 11]),
    ("GT:AD:RO:AO", "0/1:.:20:10", [20, 10]),
    ("GT:GQ:DP:AF", "0/1:22:31:0.3548", [20, 11]), ("GT:GQ:DP:VAF", "0/0:22:30:0.1", [27, 3]),
    ("GT:AF:DP", "1:0.03:40", [39, 1]), ("GT:DP:AF", "0/1:.:0.3", []),
    ("GT:DP:AF", "0/1:30:0.3,0.2", []),
    ("GT:DP:AF", "0/1:30:30", []),
    ("GT:AD:DP:AF", "0/1:15,15:30:0.9", [15, 15]), ("GT:DP:AF", "0/1:30:nan", []),
    ("GT:DP:AD:RO:AO", "1/1:40:0,2,38:0:2,38", []), ("GT:DP:AD", "1/1:40:38", []),
    ("GT:NR:NV", "1/1:40,40:2,38", []),
  ])
  func readsOfAllelesInOtherCallersWords(_ format: String, _ sample: String, _ reads: [Int])
    throws
  {
    #expect(try call(format, sample).alleleDepths == reads)
  }

  /// Whose they are can't be known, but that there are some.
  @Test(arguments: [
    ("GT:AD:DP", "0/0:33,7,0:40", true), ("GT:AO:RO", "0/0:5,2:33", true),
    ("GT:DP:RD:AD", "0/0:40:33:7", false), ("GT:AD:DP", "0/0:40:40", false),
    ("GT:AD:DP", "0/0:33:40", true), ("GT:AD:DP", "0/0:33,7:40", false), ("GT:DP", "0/0:40", false),
    ("GT:AD:DP", "0/0:.:40", false),
  ])
  func readsThatCantBePlaced(_ format: String, _ sample: String, _ isUnplaced: Bool) throws {
    #expect(try call(format, sample).hasUnplacedReads == isUnplaced)
  }

  /// Clair3 of what it takes for the reference, VarScan, and what trimming ALT leaves of AD.
  @Test(arguments: [
    ("GT:GQ:DP:AF", "0/0:20:40:0.5", [20, 20]), ("GT:AD:DP", "0/0:38,2:40", [38, 2]),
    ("GT:AD:DP", "0/0:40:40", [40]), ("GT:DP:RD:AD", "0/0:40:34:6", [34, 6]),
    ("GT:DP:AF", "0/0:40:0.3,0.2", []),
  ])
  func readsOfAllelesThatAreNotNamed(_ format: String, _ sample: String, _ reads: [Int]) throws {
    let call = try read(alternate: ".", format: format, sample).calls.first
    #expect(call?.alleleDepths == reads)
  }

  /// Platypus gives the reads at the place once for each alternate.
  @Test func readsOfSeveralAlternates() throws {
    let two = try read(alternate: "C,G", format: "GT:NR:NV", "1/2:30,28:14,15")
    #expect(two.calls.first?.alleleDepths == [1, 14, 15])
    let block = try read(alternate: "C,<*>", format: "GT:RO:AO", "0/0:20:10,0")
    #expect(block.calls.first?.alleleDepths == [20, 10, 0])
  }

  /// HaplotypeCaller's physical phasing; GT's own comes first.
  @Test(arguments: [
    ("0/1:0|1:90_A_C:.", [0, 1], true, "90_A_C"), ("0/1:1|0:90_A_C:7", [1, 0], true, "90_A_C"),
    ("1|0:0|1:90_A_C:7", [1, 0], true, "7"), ("0/1:1|1:90_A_C:7", [0, 1], false, "7"),
    ("1/1:1|1:90_A_C:.", [1, 1], false, nil), ("0/1:0|1:.:.", [0, 1], false, nil),
    ("0/1:.:90_A_C:.", [0, 1], false, nil),
  ])
  func phaseByAssembledReads(
    _ sample: String, _ alleles: [Int?], _ isPhased: Bool, _ set: String?
  ) throws {
    let call = try call("GT:PGT:PID:PS", sample)
    #expect(call.genotype?.alleles == alleles)
    #expect(call.genotype?.isPhased == isPhased)
    #expect(call.phaseSet == set)
  }

  /// GATK's ReadBackedPhasing and `whatshap phase --tag HP`: of each allele of GT the set and the copy.
  @Test(
    arguments: [
      ("0/1:90-1,90-2", [0, 1], true, "90"), ("0/1:90-2,90-1", [1, 0], true, "90"),
      ("1/2:90-2,90-1", [2, 1], true, "90"), ("0/1:90-2,91-1", [0, 1], false, nil),
      ("0/1:90-1,90-1", [0, 1], false, nil), ("0/1:90-1", [0, 1], false, nil),
      ("0/1:.", [0, 1], false, nil), ("0/1:1,2", [0, 1], false, nil),
      ("0|1:90-2,90-1", [0, 1], true, nil), ("0/1:90-1,90-2,90-1", [0, 1], false, nil),
    ] as [(String, [Int?], Bool, String?)])
  func phaseByCopies(_ sample: String, _ alleles: [Int?], _ isPhased: Bool, _ set: String?) throws {
    let call = try read(alternate: "C,G", format: "GT:HP", sample).calls[0]
    #expect(call.genotype?.alleles == alleles)
    #expect(call.genotype?.isPhased == isPhased)
    #expect(call.phaseSet == set)
  }

  @Test(arguments: [
    ("PSL", "0|1:a,a", "a"), ("PSL", "0|1:a,b", "a,b"), ("PS:PSL", "0|1:.:a,a", "a"),
    ("PS:PID", "0|1:7:90_A_C", "7"), ("PID", "0|1:90_A_C", "90_A_C"), ("PID", "0/1:90_A_C", nil),
    ("PSL", "0|1:.", nil),
  ])
  func phaseSetsUnderTheirOtherNames(_ keys: String, _ sample: String, _ set: String?) throws {
    #expect(try call("GT:\(keys)", sample).phaseSet == set)
  }

  /// A share of them would be more than all.
  @Test func fewerReadsThanNoneIsMissing() throws {
    #expect(try call("GT:AD", "0/1:-5,30").alleleDepths == [nil, 30])
  }

  @Test func qualitiesAreIntegersOrFloats() throws {
    #expect(try call("GT:GQ", "1:99").genotypeQuality == 99)
    #expect(try call("GT:GQ", "1:32.75").genotypeQuality == 32.75)
    #expect(try call("GT:GQ", "1:nan").genotypeQuality == nil)
  }

  @Test(arguments: ["0/1:x", "0/1:1.5", "0/1:1e3"])
  func aDepthThatIsNoNumber(_ sample: String) {
    let error = #expect(throws: HTSError.self) { try call("GT:DP", sample) }
    #expect(error?.code == .malformed)
    #expect(error?.message.contains("key DP") == true)
  }

  @Test func theSourceTextIsKept() throws {
    let record = try read(information: "AC=1;NOTE=ä", format: "GT:XX", "0/1:a,b")
    #expect(record.fixedText == "X\t100\t.\tA\tC\t50.5\tPASS\tAC=1;NOTE=ä")
    #expect(record.formatText == "GT:XX")
    #expect(record.quality == 50.5)
    #expect(record.filters == ["PASS"])
  }

  @Test func referenceBlocksOfEveryVersion() throws {
    let byEnd = try read(
      alternate: "<NON_REF>", information: "END=140", format: "GT:MIN_DP", "0/0:17")
    #expect(byEnd.interval == Interval(100, 140))
    #expect(byEnd.isReferenceBlock)
    let byLength = try read(alternate: "<*>", format: "GT:LEN", "0:41")
    #expect(byLength.interval == Interval(100, 140))
    #expect(byLength.hasNonReferenceAllele)
  }

  /// Genotypes in VCF's order: those with the last of three alleles are the last three of six.
  @Test(arguments: [
    ("1/1:0,30,4:900,90,0,850,45,800", 45), ("0/1:15,15,4:300,0,400,380,410,700", 380),
    ("1:0,30,4:900,0,40", 40), ("1/1:0,30,4:900,90,0,850,.,800", nil), ("1/1:0,30,4:9,0", nil),
    ("1/1:0,30,4:.", nil), ("1/1:0,30,4:900,90,0,850,0,800", 0),
  ])
  func theLeastLikelihoodOfAnAlleleWithoutName(_ sample: String, _ least: Int?) throws {
    for name in ["<NON_REF>", "<*>"] {
      let call = try #require(
        try read(alternate: "C,\(name)", format: "GT:AD:PL", sample).calls.first)
      #expect(call.unlistedAllele == 2)
      #expect(call.unlistedLikelihood == least)
    }
    let named = try #require(try read(alternate: "C,G", format: "GT:AD:PL", sample).calls.first)
    #expect(named.unlistedAllele == nil && named.unlistedLikelihood == nil)
  }

  /// Of a split record the likeliest genotype is not there.
  @Test(arguments: [
    ("GT:PL", "0/0:300,0,400", 300, [0, 1]), ("GT:PL", "1:300,0,40", 40, [0, 1]),
    ("GT:PL", "0:60,0", 60, [1]), ("GT:PL", "0/1:400,70,0", 70, [1]),
  ])
  func aGenotypeLikelierThanTheOneCalled(
    _ format: String, _ sample: String, _ behind: Int, _ alleles: [Int]
  ) throws {
    #expect(try call(format, sample).likelier == .init(alleles: Set(alleles), by: behind))
    let two = try read(alternate: "C,G", format: "GT:PL", "0/1:9,80,9,70,0,9").calls.first
    #expect(two?.likelier == .init(alleles: [1, 2], by: 80))
  }

  @Test(arguments: [
    ("GT:PL", "0/1:300,0,400"), ("GT:PL", "0/1:0,300"), ("GT:PL", "1/.:300,0,40"),
    ("GT:PL", "1/0:900,400,380"), ("GT:PL:PP", "0/0:20,0,400:0,10,420"), ("GT:PL", "./.:0,0,0"),
    ("GT", "0/1"),
  ])
  func noGenotypeIsLikelierThanTheOneCalled(_ format: String, _ sample: String) throws {
    #expect(try call(format, sample).likelier == nil)
  }

  /// What `bcftools norm -m -` leaves of it has likelihoods; a block has its GQ.
  @Test func likelihoodsOfABlockAreNotAsked() throws {
    let rest = try read(alternate: "<*>", format: "GT:PL", "0/0:500,7,600")
    #expect(rest.calls.first?.unlistedLikelihood == 7)
    let block = try read(
      alternate: "<*>", information: "END=140", format: "GT:PL", "0/0:0,7,600")
    #expect(block.calls.first?.unlistedLikelihood == nil)
  }

  @Test(arguments: [("0/1:15,15,10", 0.5), ("1/1:0,30,4", 1), ("1:0,30,4", 1)])
  func theShareIsThatOfTheNamedAlleles(_ sample: String, _ share: Double) throws {
    let call = try #require(try read(alternate: "C,<*>", format: "GT:AD", sample).calls.first)
    #expect(call.fraction(of: 1) == share)
    let two = try read(alternate: "C,G,<NON_REF>", format: "GT:AD", "1/2:0,20,20,9")
    #expect(two.calls.first?.fraction(of: 1) == 0.5)
    #expect(two.calls.first?.fraction(of: 2) == 0.5)
  }

  /// Of a record that may be half of a split one, reads of DP that AD leaves out are another allele's; of others they
  /// are of no allele, as GATK leaves many of a repeat, and Ion Torrent's DP counts what was left out.
  @Test(arguments: [
    ("GT:AD:DP", "1/0:0,18:40", 0.45), ("GT:AD:DP", "./1:0,22:40", 0.55),
    ("GT:AD:DP", "0/1:4,16:40", 0.8), ("GT:AD:DP", "0/1:0,0:30", nil),
    ("GT:AD:DP", "0/1:0,36:40", 1),
    ("GT:AD:DP", "0/1:18,18:50", 0.5), ("GT:AD:DP", "1/1:0,25:40", 1),
    ("GT:AD:DP", "1:0,25:40", 1), ("GT:AD:DP", "0/1:.,20:40", 0.5), ("GT:AD", "0/1:.,20", nil),
    ("GT:AD:DP", "1:.,38:40", 0.95), ("GT:DP:FRO:FAO", "0/1:4000:0:400", 1),
  ])
  func readsThatDepthCountsBeyondTheAlleles(
    _ format: String, _ sample: String, _ share: Double?
  ) throws {
    #expect(try call(format, sample).fraction(of: 1) == share)
  }

  @Test func aBlockEndsInEachSampleWhereItsLengthSays() throws {
    let columns = [
      "X", "100", ".", "A", "<*>", ".", ".", "END=1099", "GT:LEN", "0:41", "0:1000", "0:.",
    ]
    func ends(_ select: [String]?) throws -> [Int?] {
      let record = try ReadText.record(
        columns, samples: ["A", "B", "C"], select: select, folder: folder)
      return [record.end] + record.calls.map { record.interval(of: $0).end }
    }
    #expect(try ends(["B"]) == [1099, 1099])
    #expect(try ends(["A", "B"]) == [1099, 140, 1099])
    #expect(try ends(["C"]) == [100, 100])
    #expect(try ends(nil) == [1099, 140, 1099, 100])
  }

  /// Segments of a copy-number caller, and what has no base to compare.
  @Test func stretchesWithTheUsualCopyNumber() throws {
    func isSegment(_ reference: String, _ alternate: String, _ information: String) throws -> Bool {
      try ReadText.record(
        ["X", "100", ".", reference, alternate, ".", ".", information, "GT", "0"], folder: folder
      ).isCopyNumberSegment
    }
    #expect(try isSegment("N", ".", "SVTYPE=CNV;END=900"))
    #expect(try isSegment("A", ".", "SVTYPE=CNV;END=900"))
    #expect(try isSegment("N", ".", "END=900"))
    #expect(try !isSegment("A", ".", "END=900"))
    #expect(try !isSegment("N", "<NON_REF>", "END=900"))
    #expect(try !isSegment("A", "<*>", "SVTYPE=CNV;END=900"))
    #expect(try !isSegment("A", "C", "SVTYPE=SNV"))
  }

  @Test func structuralLengthsKeepTheirSign() throws {
    let record = try read(alternate: "<DEL>", information: "SVLEN=-50", format: "GT", "1")
    #expect(record.structuralLengths == [-50])
    #expect(record.end == 150)
  }

  @Test func samplesInTheOrderAskedFor() throws {
    let columns = ["X", "100", ".", "A", "C", ".", ".", ".", "GT", "0/1", "1/1", "0/0"]
    let record = try ReadText.record(
      columns, samples: ["A", "B", "C"], select: ["C", "A"], folder: folder)
    #expect(record.calls.map(\.text) == ["0/0", "0/1"])
  }

  @Test func aSampleThatIsNotThere() {
    let error = #expect(throws: HTSError.self) {
      try ReadText.record(
        ["X", "1", ".", "A", "C", ".", ".", ".", "GT", "0"], select: ["Z"], folder: folder)
    }
    #expect(error?.code == .unknownSample)
    #expect(error?.message.contains("it has `A`") == true)
  }

  @Test func aFileWithoutSamples() throws {
    let record = try ReadText.record(
      ["X", "1", ".", "A", "C,<DEL>", ".", ".", "DB"], samples: [], folder: folder)
    #expect(record.calls.isEmpty)
    #expect(record.formatText == nil)
    #expect(record.alternates == ["C", "<DEL>"])
    #expect(record.filters.isEmpty)
  }
}
