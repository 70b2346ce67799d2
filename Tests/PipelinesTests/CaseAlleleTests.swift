import Flow
import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

/// Evidence of a change that has no `c.` name: by the `g.` name of its report.
@Suite struct CaseAlleleTests {
  private let bundle: ReferenceBundle
  private let folder: TemporaryFolder

  init() throws {
    bundle = try EmbeddedReference.bundle()
    folder = try TemporaryFolder()
  }

  /// A male whose file has one symbolic allele; `info` follows END.
  private func sample(
    _ start: Int, _ end: Int, _ info: String = "", kind: String = "DEL",
    on assembly: Assembly = .grch38, documented: String? = nil
  ) throws -> SampleResult {
    let base = bundle.locus(assembly).bases(in: Interval(start - 1, start - 1))?.text ?? "N"
    let length = assembly == .grch38 ? 156_040_895 : 155_270_560
    let columns = "#CHROM POS ID REF ALT QUAL FILTER INFO FORMAT boy"
    let record =
      "chrX \(start - 1) . \(base) <\(kind)> . PASS SVTYPE=\(kind);END=\(end)\(info) GT 1"
    let lines = [
      "##fileformat=VCFv4.2", "##contig=<ID=chrX,length=\(length)>",
      "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">",
      "##INFO=<ID=END,Number=1,Type=Integer,Description=\"End\">",
      "##INFO=<ID=SVTYPE,Number=1,Type=String,Description=\"Kind\">",
      "##INFO=<ID=CIPOS,Number=2,Type=Integer,Description=\"Start\">",
      "##INFO=<ID=CIEND,Number=2,Type=Integer,Description=\"End\">",
      "##INFO=<ID=IMPRECISE,Number=0,Type=Flag,Description=\"Imprecise\">",
      columns.replacing(" ", with: "\t"), record.replacing(" ", with: "\t"), "",
    ]
    let input = try folder.write("boy.vcf", lines.joined(separator: "\n"))
    let caseFile = try documented.map { name in
      try folder.write(
        "case.yaml",
        "evidence:\n  - {variant: \"\(name)\", criterion: PS3, strength: strong, fact: f, by: A, "
          + "on: 2026-01-31, source: s}\n")
    }
    return try #require(
      try AnnotateRequest.results(input, sex: .male, caseFile: caseFile).samples.first)
  }

  private func counts(_ sample: SampleResult) -> Bool {
    sample.variants.contains { $0.classified.criteria.contains("PS3") }
  }

  /// Exon 1's deletion beyond the transcript, one beyond the bases known here, and one whose ends lie in
  /// ranges: each by the name of its report.
  @Test(arguments: [
    (49_263_364, 49_264_752, "", "DEL"), (49_263_364, 49_300_000, "", "DEL"),
    (49_200_000, 49_300_000, "", "DEL"), (49_263_364, 49_300_000, "", "DUP"),
    (49_263_364, 49_264_752, ";IMPRECISE", "DEL"),
    (49_263_364, 49_264_752, ";IMPRECISE;CIPOS=-10,10;CIEND=-20,20", "DEL"),
    (49_257_000, 49_257_900, ";IMPRECISE;CIPOS=-10,10;CIEND=0,0", "DEL"),
  ])
  func evidenceIsAppliedByTheReportsName(
    start: Int, end: Int, info: String, kind: String
  ) throws {
    let plain = try sample(start, end, info, kind: kind)
    let name = try #require(plain.variants.first?.classified.annotated.placement?.genomicName)
    #expect(!counts(plain))
    let found = try sample(start, end, info, kind: kind, documented: name)
    #expect(counts(found), "\(name)")
    #expect(!found.notes.contains { $0.contains("documents evidence") })
  }

  /// The deletion of exon 1 on GRCh37, documented by its name on GRCh38 and the other way round. GRCh37
  /// has three bases more in it.
  @Test func eitherBuildsNameIsTheSameAllele() throws {
    let newer = "NC_000023.11:g.49263364_49264752del"
    let older = "NC_000023.10:g.49119823_49121214del"
    #expect(try counts(sample(49_119_823, 49_121_214, on: .grch37, documented: newer)))
    #expect(try counts(sample(49_263_364, 49_264_752, documented: older)))
  }

  /// Of another deletion, or of exact ends where the file's lie in ranges, nothing is counted, and that is
  /// said.
  @Test(arguments: [
    ("NC_000023.11:g.49263365_49264752del", ""),
    ("NC_000023.11:g.49263364_49264752del", ";IMPRECISE;CIPOS=-10,10;CIEND=-20,20"),
    ("NC_000023.11:g.(49263354_49263374)_(49264732_49264773)del", ""),
    ("NC_000023.11:g.49263364_49300000del", ""),
  ])
  func evidenceOfAnotherIsNotCounted(name: String, info: String) throws {
    let found = try sample(49_263_364, 49_264_752, info, documented: name)
    #expect(!counts(found))
    #expect(found.notes.contains { $0.contains("documents evidence for \(name)") })
  }

  @Test(arguments: [
    ("NC_000022.11:g.49263364_49264752del", "no chromosome X known here"),
    ("NC_000023.11:g.1_2del", "outside the bases known here"),
    ("NC_000023.11:g.49264752_49263364del", "the first position lies behind the last one"),
    ("NC_000023.11:g.49251441A>G", "the reference has G there, not A"),
  ])
  func aNameThatCanNotBeIsRefused(name: String, cause: String) {
    let error = #expect(throws: PipelineError.self) {
      try sample(49_263_364, 49_264_752, documented: name)
    }
    #expect(error?.code == .unusable)
    #expect(error?.message.contains("case.yaml:2: \(name): ") == true, "\(error?.message ?? "")")
    #expect(error?.message.contains(cause) == true, "\(error?.message ?? "")")
  }

  /// One allele by its `c.` and its `g.` name is told as one.
  @Test func twoNamesOfOneAlleleAreRefused() throws {
    let entry = "criterion: PS3, strength: strong, fact: f, by: A, on: 2026-01-31, source: s}\n"
    let text =
      "evidence:\n  - {variant: \"c.1190G>A\", \(entry)"
      + "  - {variant: \"NC_000023.10:g.49107901C>T\", \(entry)"
    let path = try folder.write("twice.yaml", text)
    let error = #expect(throws: PipelineError.self) {
      try Knowledge(bundle, evidence: EvidenceFiles(caseFile: path))
    }
    #expect(error?.message.contains("is the allele of c.1190G>A (line 2)") == true)
  }
}
