import Flow
import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

/// `--alignments`: a phase that the reads show and the file leaves open.
@Suite struct PhaseInReadsTests {
  private let locus: Locus
  private let folder: TemporaryFolder
  private static let place = Interval(49_251_692, 49_251_693)

  init() throws {
    locus = try EmbeddedReference.bundle().locus(.grch38)
    folder = try TemporaryFolder()
  }

  /// c.1118T>C and c.1117T>G of a girl, one by one, with reads of two copies, of which the first has `one` there.
  private func result(
    _ one: String, _ other: String, genotype: String = "0/1"
  ) throws -> SampleResult {
    let lines = [("49251692", "G"), ("49251693", "C")].map {
      "chrX\t\($0)\t.\tA\t\($1)\t90\tPASS\t.\tGT:GQ\t\(genotype):90\n"
    }
    let path = try folder.write(
      "girl.vcf",
      "##fileformat=VCFv4.2\n##contig=<ID=chrX,length=\(locus.chromosomeLength)>\n"
        + "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n"
        + "##FORMAT=<ID=GQ,Number=1,Type=Integer,Description=\"Genotype quality\">\n"
        + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tgirl\n" + lines.joined())
    var reads = MadeReads(locus)
    reads.sample = "girl"
    let whole = MadeReads.Haplotype(
      locus, Interval(locus.interval.start - 30_000, locus.interval.end + 30_000))
    var request = try AnnotateRequest.test([path], sex: .female)
    request.alignments = try folder.write(
      "girl.sam",
      reads.sam([one, other].map { whole.replacing(PhaseInReadsTests.place, with: $0) }))
    let pipeline = VariantPipeline(knowledge: try AnnotateRequest.shared.get(), request: request)
    return try #require(try pipeline.run(path).first?.samples.first)
  }

  @Test func whatTheReadsShowAsOneAlleleIsOne() throws {
    let result = try result("GC", "AA")
    #expect(result.conclusion?.word == .carrier)
    #expect(result.variants.contains { $0.name == "c.1117_1118delinsGC" })
    #expect(
      result.provenance.notes.contains {
        $0.hasPrefix("The reads show chrX:49251692 AA>GC as one allele")
      })
  }

  @Test(arguments: [("GA", "AC"), ("GC", "GC")])
  func otherReadsProveNoPhase(one: String, other: String) throws {
    let result = try result(one, other)
    #expect(!result.variants.contains { $0.name == "c.1117_1118delinsGC" && $0.isConfirmed })
    #expect(!result.provenance.notes.contains { $0.contains("as one allele") })
  }

  /// The file's own phase stays.
  @Test func aPhasedFileIsLeft() throws {
    let result = try result("GC", "AA", genotype: "0|1")
    #expect(!result.provenance.notes.contains { $0.contains("as one allele") })
  }
}

extension SampleVariant {
  fileprivate var name: String? { classified.annotated.mane?.codingName }
}
