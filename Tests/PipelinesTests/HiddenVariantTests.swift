import Flow
import Foundation
import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

/// Files in which something stands beside a known variant, or in its place, that must not take it
/// away. c.1189C>T, p.(Arg397Trp), is `chrX 49251441 G A`, row FX0110 of the table.
@Suite struct HiddenVariantTests {
  private let folder: TemporaryFolder
  private let locus: Locus

  init() throws {
    folder = try TemporaryFolder()
    locus = try EmbeddedReference.bundle().locus(.grch38)
  }

  private let known = "chrX\t49251441\t.\tG\tA\t500\tPASS\t.\tGT:AD:DP:GQ\t1:0,40:40:99"

  private func block(_ first: Int, _ last: Int, _ genotype: String) throws -> String {
    let base = try #require(locus.bases(in: Interval(first, first))).text
    return
      "chrX\t\(first)\t.\t\(base)\t<NON_REF>\t.\t.\tEND=\(last)\tGT:DP:GQ\t\(genotype):40:99"
  }

  private func whole(_ genotype: String = "0") throws -> String {
    try block(locus.interval.start, locus.interval.end, genotype)
  }

  private func result(_ lines: [String], _ sex: Sex = .male) throws -> SampleResult {
    let text =
      "##fileformat=VCFv4.2\n##contig=<ID=chrX,length=\(locus.chromosomeLength)>\n"
      + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n"
      + lines.map { $0 + "\n" }.joined()
    let request = try AnnotateRequest.test([try folder.write("S.vcf", text)], sex: sex)
    let pipeline = VariantPipeline(knowledge: try AnnotateRequest.shared.get(), request: request)
    return try #require(try pipeline.run(request.inputs[0]).first?.samples.first)
  }

  private func state(of row: String, in result: SampleResult) -> SiteState? {
    result.ledger.first { $0.identifier == row }?.state
  }

  @Test(arguments: ["X", "23", "NC_000023.11"])
  func aRecordOnANameOfXThatTheHeaderLeavesOut(_ name: String) throws {
    let result = try result([
      block(locus.interval.start, 49_251_440, "0"), known.replacing("chrX", with: name),
      block(49_251_442, locus.interval.end, "0"),
    ])
    #expect(result.conclusion?.word == .positive)
  }

  @Test(arguments: ["chrX\t49251443\t.\tA\tT", "chrX\t49251439\t.\tC\tT"])
  func aFilteredNeighbourDoesNotTakeAConfirmedCallAway(neighbour: String) throws {
    let filtered = neighbour + "\t20\tq10\t.\tGT:AD:DP:GQ\t1:30,4:34:5"
    let result = try result([known, filtered])
    #expect(result.conclusion?.word == .positive)
    #expect(state(of: "FX0110", in: result) == .alternateSeen)
  }

  @Test func aDoubtfulFrameShiftRestoresNoFrame() throws {
    let result = try result([
      "chrX\t49255722\t.\tTC\tT\t500\tPASS\t.\tGT:AD:DP:GQ\t1:0,40:40:99",
      "chrX\t49255734\t.\tA\tAA\t20\tq10\t.\tGT:AD:DP:GQ\t1:30,4:34:5",
    ])
    #expect(result.conclusion?.word == .positive)
    #expect(result.notes.contains { $0.contains("would act together") })
  }

  @Test func whatOtherCallersWriteAsOneRecordHasTheSameClass() throws {
    let result = try result(["chrX\t49251441\t.\tGCAC\tACAT\t500\tPASS\t.\tGT:DP:GQ\t1:40:99"])
    #expect(result.conclusion?.word == .positive)
    #expect(state(of: "FX0110", in: result) == .alternateSeen)
    #expect(result.variants.first?.classified.reason.contains("FX0110") == true)
  }

  /// FX0099 is c.1117_1118delinsGC. Two calls of a carrier whose phase is open may be that row, two
  /// on different copies are not.
  @Test(arguments: [
    ("0/1", "0/1", "uncertain"), ("0|1", "1|0", "other_alternate_seen"),
    ("0|1", "0|1", "alternate_seen"), ("0/1", "1/1", "uncertain"),
  ])
  func twoCallsThatMayBeOneKnownAllele(
    _ first: String, _ second: String, _ expected: String
  ) throws {
    let result = try result(
      [
        "chrX\t49251692\t.\tA\tG\t500\tPASS\t.\tGT:DP:GQ\t\(first):40:99",
        "chrX\t49251693\t.\tA\tC\t500\tPASS\t.\tGT:DP:GQ\t\(second):40:99",
      ], .female)
    let found = try #require(state(of: "FX0099", in: result))
    #expect(found.name == expected)
    #expect(
      found.reason?.contains("c.1118T>C p.(Phe373Ser) and c.1117T>G p.(Phe373Val) are called")
        == (expected == "uncertain" ? true : nil))
  }

  @Test(arguments: ["0:0,40,0", "0:30,10,0"])
  func aReferenceCallFullOfOtherReadsProvesNothing(call: String) throws {
    let result = try result([
      try block(locus.interval.start, 49_251_440, "0"),
      "chrX\t49251441\t.\tG\tA,<NON_REF>\t0\t.\t.\tGT:AD:DP:GQ\t\(call):40:99",
      try block(49_251_442, locus.interval.end, "0"),
    ])
    #expect(result.conclusion?.word == .inconclusive)
    #expect(state(of: "FX0110", in: result)?.isSettled == false)
  }

  @Test(arguments: ["END=49269000", "SVLEN=19000", "END=49269000;SVLEN=19000"])
  func oneCallOfABaseProvesThatBaseAlone(information: String) throws {
    let result = try result([
      "chrX\t49250000\t.\tG\tA,<NON_REF>\t500\tPASS\t\(information)\tGT:AD:DP:GQ\t1:0,40,0:40:99"
    ])
    #expect(result.conclusion?.word == .inconclusive)
    #expect(result.ledger.allSatisfy { !$0.state.isSettled })
  }

  private func twice(_ first: String, _ second: String) -> [String] {
    [first, second].map {
      "chrX\t49251441\t.\tG\tA\t500\tPASS\t.\tGT:AD:DP:GQ\t\($0):40:99"
    }
  }

  @Test func twoRecordsOfWhichOneHasTheReferenceConfirmNothing() throws {
    let result = try result(twice("0:40,0", "1:0,40"))
    #expect(result.conclusion?.word == .inconclusive)
    #expect(result.conclusion?.reasons.first?.contains("another record of the same allele") == true)
  }

  @Test func reasonsNameAnAlleleOfTwoRecordsOnce() throws {
    let result = try result(twice("0/1:20,20", "1/1:0,40"), .female)
    #expect(result.conclusion?.finding == .plpStateUnknown)
    #expect(result.conclusion?.reasons.contains { $0.hasPrefix("Reportable variants") } == false)
  }

  @Test func twoRecordsThatDifferInTheCopiesLeaveThemOpen() throws {
    let result = try result(twice("0/1:20,20", "1/1:0,40"), .female)
    #expect(result.conclusion?.word == .uncertain)
    #expect(result.variants.allSatisfy { $0.zygosity == .unknown && $0.isConfirmed })
  }

  @Test func oneCopyWrittenInTwoWaysIsNoDisagreement() throws {
    #expect(try result(twice("1:0,40", "1/1:0,40")).conclusion?.word == .positive)
  }

  @Test func twoRecordsOfOneAlleleThatAgreeConfirmIt() throws {
    #expect(try result([known, known]).conclusion?.word == .positive)
  }

  @Test func aDeletionWhoseMateNameLacksChr() throws {
    let deletion = "chrX\t49000000\t.\tN\t<DEL>\t500\tPASS\tSVTYPE=DEL;CHR2=X;END=49400000\t"
    let result = try result([deletion + "GT:DP:GQ\t0/1:40:99", whole("0/0")], .female)
    #expect(result.conclusion?.word == .carrier)
  }

  @Test func aDeletionWithTwoEndsIsNotTakenByOneOfThem() throws {
    let deletion = "chrX\t49000000\t.\tN\t<DEL>\t500\tPASS\tSVTYPE=DEL;SVLEN=-400;END=49400000\t"
    let result = try result([deletion + "GT:DP:GQ\t0/1:40:99", whole("0/0")], .female)
    #expect(result.conclusion?.word == .inconclusive)
    #expect(result.conclusion?.reasons.contains { $0.contains("different ends") } == true)
  }

  @Test func aShortTandemDuplicationIsTheInsertionThatItIs() throws {
    let result = try result([
      "chrX\t49258383\t.\tT\t<DUP:TANDEM>\t500\tPASS\tSVTYPE=DUP;END=49258390;SVLEN=7\tGT:GQ\t1:99"
    ])
    #expect(result.conclusion?.word == .positive)
    #expect(state(of: "FX0013", in: result) == .alternateSeen)
  }
}
