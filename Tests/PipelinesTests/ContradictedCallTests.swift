import Flow
import Foundation
import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

/// What a variant file calls and the reads beside it exclude, by the genotype that the file has.
@Suite struct ContradictedCallTests {
  private let locus: Locus
  private let folder: TemporaryFolder
  private let told = "and the reads show only the reference there"

  init() throws {
    locus = try EmbeddedReference.bundle().locus(.grch38)
    folder = try TemporaryFolder()
  }

  /// A file with c.1189C>T in this genotype; with `showsMale`, what X and Y of a male give.
  private func variants(_ genotype: String, alternate: String, showsMale: Bool) throws -> String {
    let head =
      "##fileformat=VCFv4.2\n##contig=<ID=chrX,length=\(locus.chromosomeLength)>\n"
      + "##contig=<ID=chrY,length=57227415>\n"
      + "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n"
      + "##FORMAT=<ID=GQ,Number=1,Type=Integer,Description=\"Genotype quality\">\n"
      + "##INFO=<ID=END,Number=1,Type=Integer,Description=\"End\">\n"
      + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tboy\n"
    let onX = (0..<120).map { "chrX\t\(20_000_000 + 1_000 * $0)" }
    let onY = (0..<30).map { "chrY\t\(10_000_000 + 1_000 * $0)" }
    let own =
      "chrX\t49251441\t.\tG\t\(alternate)\t90\tPASS\tEND=\(alternate == "A" ? 49_251_441 : 49_252_441)"
      + "\tGT:GQ\t\(genotype):90\n"
    func lines(_ places: [String]) -> String {
      places.map { $0 + "\t.\tA\tG\t90\tPASS\t.\tGT:GQ\t1/1:90\n" }.joined()
    }
    return try folder.write(
      "boy.vcf", head + (showsMale ? lines(onX) : "") + own + (showsMale ? lines(onY) : ""))
  }

  /// `reads`: how many of them, all of the reference, lie over a place.
  private func result(
    _ genotype: String, alternate: String = "A", reads count: Int, sex: Sex = .unknown,
    showsMale: Bool = false
  ) throws -> SampleResult {
    var reads = MadeReads(locus)
    reads.sample = "boy"
    reads.step = reads.readLength / count
    let whole = MadeReads.Haplotype(
      locus, Interval(locus.interval.start - 30_000, locus.interval.end + 30_000))
    var request = try AnnotateRequest.test(
      [try variants(genotype, alternate: alternate, showsMale: showsMale)], sex: sex)
    request.alignments = try folder.write("boy.sam", reads.sam([whole]))
    let pipeline = VariantPipeline(knowledge: try AnnotateRequest.shared.get(), request: request)
    return try #require(try pipeline.run(request.inputs[0]).first?.samples.first)
  }

  private func isTold(_ result: SampleResult) -> Bool {
    result.provenance.notes.contains { $0.contains(told) }
  }

  /// The sex that the file's X and Y show counts for its reads too: for the contradiction and the copies.
  @Test func theSexThatTheFileShowsCountsForItsReads() throws {
    let result = try result("1/1", reads: 15, showsMale: true)
    #expect(result.sex.sex == .male)
    #expect(result.conclusion?.word == .inconclusive)
    #expect(isTold(result))
    let declared = try self.result("1/1", reads: 15, sex: .male, showsMale: true)
    #expect(result.copyNumber == declared.copyNumber)
  }

  /// Fifteen reads of the reference are none of a half, and none of a whole, whatever the sex.
  @Test(arguments: [("0/1", Sex.female), ("1/1", .female), ("1/1", .unknown), ("0/1", .unknown)])
  func readsThatExcludeTheGenotypeAreTold(_ genotype: String, _ sex: Sex) throws {
    let result = try result(genotype, reads: 15, sex: sex)
    #expect(isTold(result))
    #expect(result.variants.allSatisfy { !$0.isConfirmed })
  }

  /// Three reads of the reference may well be those of the other copy; on every copy there is none.
  @Test func fewReadsExcludeWhatIsOnEveryCopyAlone() throws {
    #expect(try !isTold(result("0/1", reads: 3, sex: .female)))
    #expect(try isTold(result("1/1", reads: 3, sex: .female)))
    #expect(try !isTold(result("1", reads: 1, sex: .male)))
  }

  /// Over a large deletion of one copy the reads are those of the other.
  @Test func readsOfTheOtherCopyDoNotExcludeADeletion() throws {
    #expect(try !isTold(result("0/1", alternate: "<DEL>", reads: 15, sex: .female)))
  }
}
