import Flow
import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

/// Which of a sample's variants the names of a case file or a table mean.
@Suite struct CaseNamesTests {
  private let bundle: ReferenceBundle
  private let folder: TemporaryFolder

  init() throws {
    bundle = try EmbeddedReference.bundle()
    folder = try TemporaryFolder()
  }

  private func base(_ position: Int, _ assembly: Assembly) throws -> String {
    try #require(bundle.locus(assembly).bases(in: Interval(position, position))).text
  }

  private func input(_ record: String, on assembly: Assembly) throws -> String {
    let length = assembly == .grch38 ? 156_040_895 : 155_270_560
    let columns = "#CHROM POS ID REF ALT QUAL FILTER INFO FORMAT boy"
    let lines = [
      "##fileformat=VCFv4.2", "##contig=<ID=chrX,length=\(length)>",
      "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">",
      "##INFO=<ID=END,Number=1,Type=Integer,Description=\"End\">",
      "##INFO=<ID=SVTYPE,Number=1,Type=String,Description=\"Kind\">",
      "##INFO=<ID=IMPRECISE,Number=0,Type=Flag,Description=\"Imprecise\">",
      columns.replacing(" ", with: "\t"), record.replacing(" ", with: "\t"), "",
    ]
    return try folder.write("boy.vcf", lines.joined(separator: "\n"))
  }

  /// The deletion of one base, by its name on a build.
  private func deletion(_ name: String, on assembly: Assembly) throws -> String {
    let sequence = assembly == .grch38 ? "NC_000023.11" : "NC_000023.10"
    let pipeline = ExplainPipeline(knowledge: try AnnotateRequest.shared.get())
    let explained = try pipeline.explain("\(sequence)(NM_014009.4):\(name)").variants.first
    let change = try #require(explained?.annotated.normalised.sequenceChange)
    let before = try base(change.start - 1, assembly)
    return try input(
      "chrX \(change.start - 1) . \(before)\(change.reference.text) \(before) . PASS . GT 1",
      on: assembly)
  }

  private func caseFile(_ name: String, _ more: String = "") throws -> String {
    try folder.write(
      "case.yaml",
      "evidence:\n  - {variant: \"\(name)\", criterion: PS3, strength: strong, fact: f, by: A, "
        + "on: 2026-01-31, source: s\(more)}\n")
  }

  private func sample(_ input: String, _ caseFile: String) throws -> SampleResult {
    try #require(
      try AnnotateRequest.results(input, sex: .male, caseFile: caseFile).samples.first)
  }

  private func counts(_ sample: SampleResult) -> Bool {
    sample.variants.contains { $0.classified.criteria.contains("PS3") }
  }

  /// Intron 1 is of another length on GRCh37, so that the same number is another base.
  @Test func anIntronsNumberOnGRCh37NeedsItsBuild() throws {
    let boy = try deletion("c.-23+3000del", on: .grch37)
    let error = #expect(throws: PipelineError.self) {
      try sample(boy, caseFile("c.-23+3000del"))
    }
    #expect(
      error?.code == .unusable
        && error?.message.contains("case.yaml:2: c.-23+3000del is another allele, or none") == true,
      "\(error?.message ?? "")")
    #expect(try counts(sample(boy, caseFile("c.-23+3000del", ", build: GRCh37"))))
    let newer = try sample(boy, caseFile("c.-23+3000del", ", build: GRCh38"))
    #expect(!counts(newer) && newer.notes.contains { $0.contains("has no effect here") })
  }

  /// GRCh37 has C where GRCh38 counts a T.
  @Test func aNameThatFitsOnGRCh37AloneIsToldHow() throws {
    let boy = try deletion("c.-23+3000del", on: .grch37)
    let error = #expect(throws: PipelineError.self) {
      try sample(boy, caseFile("c.-23+3000C>G"))
    }
    #expect(error?.message.contains("on GRCh37 it fits: add build: GRCh37") == true)
    #expect(
      try sample(boy, caseFile("c.-23+3000C>G", ", build: GRCh37")).notes.contains {
        $0.contains("c.-23+3000C>G, which the sample does not carry")
      })
  }

  @Test func onGRCh38NothingHasToBeSaid() throws {
    let boy = try deletion("c.-23+3000del", on: .grch38)
    #expect(try counts(sample(boy, caseFile("c.-23+3000del"))))
    #expect(try !counts(sample(boy, caseFile("c.-23+3000del", ", build: GRCh37"))))
  }

  @Test func aTableOfIntronNumbersIsToldOnGRCh37() throws {
    let row = [
      "LAB1", "c.-23+3000del", "allele", "", "pathogenic", "Seen.", "primary", "", "splicing", "",
      "",
      "", "12345678", "", "", "", "", "lab", "",
    ]
    let columns =
      "id hgvs_c scope other_names class class_reason basis superseded mechanism "
      + "functional_evidence patients phenotype pmids clinvar_id clinvar_class clinvar_stars "
      + "clinvar_date sources curator_note"
    let table = try folder.write(
      "lab.tsv",
      columns.replacing(" ", with: "\t") + "\n" + row.joined(separator: "\t") + "\n")
    let knowledge = try Knowledge(bundle, tables: TableSelection([table]))
    for (assembly, isTold) in [(Assembly.grch37, true), (.grch38, false)] {
      let boy = try deletion("c.-23+3000del", on: assembly)
      let results = try VariantPipeline(
        knowledge: knowledge, request: try AnnotateRequest.test([boy], sex: .male)
      ).run(boy)
      let notes = results.flatMap(\.samples).flatMap(\.provenance.notes)
      #expect(
        notes.contains { $0.contains("c.-23+3000del (LAB1) would be another allele") } == isTold)
    }
  }

  /// A change given by its ends has the evidence of the name that the report gives it.
  @Test(arguments: ["<DUP:TANDEM>", "<DUP>", "<DEL>", "<INV>"])
  func aChangeGivenByItsEndsIsFoundByItsName(symbol: String) throws {
    let start = 49_257_000
    let kind = symbol.dropFirst().prefix(3)
    let boy = try input(
      "chrX \(start) . \(try base(start, .grch38)) \(symbol) . PASS "
        + "SVTYPE=\(kind);END=\(start + 1400);IMPRECISE GT 1", on: .grch38)
    let plain = try #require(
      try AnnotateRequest.results(boy, sex: .male).samples.first?.variants.first)
    let name = try #require(plain.classified.annotated.mane?.codingName)
    let found = try sample(boy, caseFile(name))
    #expect(counts(found), "\(name)")
    #expect(!found.notes.contains { $0.contains("documents evidence") })
  }

  /// One record of two codons carries the change of each; evidence on one is not said to be of a
  /// variant that is absent.
  @Test func aPartOfOneRecordIsSaidToBeCarried() throws {
    let start = 49_251_600
    let bases = try (start...(start + 4)).map { try base($0, .grch38) }
    let other = ["A": "G", "G": "A", "C": "T", "T": "C"]
    let ends = try [bases[0], bases[4]].map { try #require(other[$0]) }
    let alone = try input(
      "chrX \(start) . \(bases[0]) \(ends[0]) . PASS . GT 1", on: .grch38)
    let variant = try #require(
      try AnnotateRequest.results(alone, sex: .male).samples.first?.variants.first)
    let name = try #require(variant.classified.annotated.mane?.codingName)
    let both = try input(
      "chrX \(start) . \(bases.joined()) \(ends[0])\(bases[1...3].joined())\(ends[1]) . PASS . GT 1",
      on: .grch38)
    let result = try sample(both, caseFile(name))
    #expect(!counts(result))
    #expect(
      result.notes.contains {
        $0.contains("evidence for \(name), which the sample carries as a part of")
      }, "\(result.notes)")
    #expect(!result.notes.contains { $0.contains("does not carry") })
  }

  /// Two records of one codon are one change; evidence on one of them is not counted, and that is said.
  @Test func aPartOfTwoJoinedRecordsIsSaidToBeCarried() throws {
    let both = try input(
      "chrX 49251710 . A G . PASS . GT 1\nchrX 49251711 . A T . PASS . GT 1", on: .grch38)
    let result = try sample(both, caseFile("c.1100T>C"))
    #expect(!counts(result))
    #expect(
      result.notes.contains {
        $0.contains("c.1100T>C, which the sample carries as a part of c.1099_1100delinsAC")
      }, "\(result.notes)")
  }
}
