import Flow
import Foundation
import Genome
import Pipelines
import ReferenceBundle
import TestSupport
import Testing

/// `--alignments`: a plain variant file with the sample's reads beside it.
@Suite struct AlignmentEvidenceTests {
  private let locus: Locus
  private let reads: MadeReads
  private let folder: TemporaryFolder

  init() throws {
    locus = try EmbeddedReference.bundle().locus(.grch38)
    var reads = MadeReads(locus)
    reads.sample = "boy"
    self.reads = reads
    folder = try TemporaryFolder()
  }

  private var whole: MadeReads.Haplotype {
    MadeReads.Haplotype(
      locus, Interval(locus.interval.start - 30_000, locus.interval.end + 30_000))
  }

  /// A file of one male with `lines` of records.
  private func variants(_ lines: [String]) throws -> String {
    let header =
      "##fileformat=VCFv4.2\n##contig=<ID=chrX,length=\(locus.chromosomeLength)>\n"
      + "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n"
      + "##FORMAT=<ID=GQ,Number=1,Type=Integer,Description=\"Genotype quality\">\n"
      + "##FORMAT=<ID=DP,Number=1,Type=Integer,Description=\"Depth\">\n"
      + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tboy\n"
    return try folder.write("boy.vcf", header + lines.map { $0 + "\n" }.joined())
  }

  private func result(
    _ lines: [String], _ haplotype: MadeReads.Haplotype, keeps: (Interval) -> Bool = { _ in true }
  ) throws -> SampleResult {
    try result(lines, sam: reads.sam([haplotype], keeps: keeps))
  }

  private func result(_ lines: [String], sam text: String) throws -> SampleResult {
    let sam = try folder.write("boy.sam", text)
    var request = try AnnotateRequest.test([try variants(lines)], sex: .male)
    request.alignments = sam
    let pipeline = VariantPipeline(knowledge: try AnnotateRequest.shared.get(), request: request)
    return try #require(try pipeline.run(request.inputs[0]).first?.samples.first)
  }

  private func snv(at position: Int) throws -> (line: String, haplotype: MadeReads.Haplotype) {
    let base = try #require(locus.bases(in: Interval(position, position))).text
    let other = base == "A" ? "G" : "A"
    return (
      "chrX\t\(position)\t.\t\(base)\t\(other)\t90\tPASS\t.\tGT:GQ\t1:90",
      whole.replacing(Interval(position, position), with: other)
    )
  }

  /// A harmless variant in an exon: the file names no other allele there, and the reads, called alike, exclude one.
  @Test func anExonWithAVariantThatBothShowIsSettled() throws {
    let line = "chrX\t49256855\t.\tG\tA\t90\tPASS\t.\tGT:GQ\t"
    let haplotype = whole.replacing(Interval(49_256_855, 49_256_855), with: "A")
    let alike = try result([line + "1:90"], haplotype)
    #expect(alike.variants.map(\.classified.annotated.shortName) == ["c.543C>T p.(Ser181=)"])
    #expect(alike.ledger.allSatisfy { $0.state.isSettled })
    // Reads of both alleles are not the genotype of the file.
    let mixed = try result([line + "1:90"], sam: reads.sam([haplotype, whole]))
    #expect(mixed.ledger.contains { !$0.state.isSettled })
  }

  /// A third of the reads has a pathogenic allele near another third's harmless one: the caller gives it no copy, and
  /// the file says reference with a good quality.
  @Test func anAlleleThatReadsShowBesideTheGenotypeIsOpen() throws {
    let line = "chrX\t49251441\t.\tG\tA\t90\tPASS\t.\tGT:GQ:DP\t0:90:40"
    let places = [49_251_439, 49_251_441]
    let haplotypes = [whole] + places.map { whole.replacing(Interval($0, $0), with: "A") }
    let mixed = try result([line], sam: reads.sam(haplotypes))
    #expect(mixed.ledger.first { $0.identifier == "FX0110" }?.state.isSettled == false)
    #expect(
      mixed.openRecords.contains { $0.isHarmful && $0.names.contains { $0.hasPrefix("c.1189C>T") } }
    )
    let clean = try result([line], sam: reads.sam([whole]))
    #expect(clean.ledger.first { $0.identifier == "FX0110" }?.state.isSettled == true)
    #expect(clean.openRecords.isEmpty)
  }

  /// Of another person, perhaps: nothing can be said of either.
  @Test func aVariantThatTheReadsDoNotShowIsTold() throws {
    let line = "chrX\t49251441\t.\tG\tA\t90\tPASS\t.\tGT:GQ\t1:90"
    let told = "The file calls chrX:49251441 G>A, and the reads show only the reference there"
    let contradicted = try result([line], whole)
    #expect(contradicted.conclusion?.word == .inconclusive)
    let variant = try #require(contradicted.variants.first)
    #expect(!variant.isConfirmed && variant.classified.clinicalClass == .pathogenic)
    #expect(contradicted.provenance.notes.contains { $0.contains(told) })
    let shown = try result([line], whole.replacing(Interval(49_251_441, 49_251_441), with: "A"))
    #expect(shown.conclusion?.word == .positive)
    #expect(!shown.provenance.notes.contains { $0.contains("show only the reference") })
  }

  /// Whose the reads are is not known where they have another name.
  @Test func readsOfAnotherNameLeaveANegativeOpen() throws {
    let own = try result([], whole)
    #expect(own.conclusion?.word == .negative, "\(own.conclusion?.reasons ?? [])")
    var others = reads
    others.sample = "brother"
    let other = try result([], sam: others.sam([whole]))
    #expect(other.conclusion?.word == .inconclusive)
    #expect(
      other.conclusion?.reasons.contains {
        $0.hasPrefix("The variants are of sample “boy”, the reads of “brother”")
      } == true)
    let nameless = try result([], sam: reads.sam([whole]).replacing("\tSM:boy", with: ""))
    #expect(nameless.conclusion?.word == .negative)
    #expect(nameless.provenance.notes.contains { $0.hasPrefix("The reads name no sample") })
  }

  /// What reads alone tell of places that they leave is told beside a file too.
  @Test func placesThatReadsLeaveAreTold() throws {
    var state: UInt64 = 7
    let inserted = String(
      (0..<600).map { _ -> Character in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Array("ACGT")[Int(state >> 62)]
      })
    let place = Interval(49_253_990, 49_253_990)
    let base = try #require(locus.bases(in: place)).text
    let result = try result([], whole.replacing(place, with: base + inserted))
    #expect(
      result.provenance.doubts.contains { $0.hasPrefix("Reads leave the reference behind chrX:") })
    #expect(result.conclusion?.word == .inconclusive)
    #expect(!result.copyNumber.isAssessed)
  }

  @Test func aPlainFileWithReadsCanBeNegative() throws {
    let (line, haplotype) = try snv(at: 49_260_000)
    let result = try result([line], haplotype)
    #expect(result.ledger.allSatisfy { $0.state.isSettled })
    #expect(result.copyNumber.isAssessed)
    #expect(result.variants.count == 1)
    #expect(result.conclusion?.reasons.contains { $0.contains("lists variants only") } == false)
  }

  @Test func whatTheFileLacksIsSaidAndStaysUnproven() throws {
    let (line, _) = try snv(at: 49_260_000)
    let known = whole.replacing(Interval(49_260_000, 49_260_000), with: "A")
      .replacing(Interval(49_251_441, 49_251_441), with: "A")  // c.1189C>T, FX0110
    let result = try result([line], known)
    #expect(
      result.provenance.notes.contains { $0.contains("49251441") && $0.contains("does not list") })
    let entry = try #require(result.ledger.first { $0.identifier == "FX0110" })
    #expect(!entry.state.isSettled)
    #expect(result.conclusion?.completeness == .incomplete)
  }

  /// A relative's allele in a joint file, or a genotype that was filtered away: the sample does not have it
  /// there, and the reads show it.
  @Test(arguments: ["0:90", "./.:."]) func whatTheGenotypeLacksIsNamed(_ call: String) throws {
    let record = "chrX\t49251441\t.\tG\tA\t90\tPASS\t.\tGT:GQ\t\(call)"
    let known = whole.replacing(Interval(49_251_441, 49_251_441), with: "A")
    let result = try result([record], known)
    #expect(result.conclusion?.word == .inconclusive)
    let variant = try #require(
      result.variants.first { $0.classified.matchedRow?.identifier == "FX0110" })
    #expect(!variant.isConfirmed)
    #expect(result.ledger.first { $0.identifier == "FX0110" }?.state.isSettled == false)
    #expect(result.provenance.notes.contains { $0.contains("does not list in this sample") })
  }

  /// What the caller doubts is no less open beside a file than alone.
  @Test func whatTheCallerDoubtsIsNamedToo() throws {
    let place = Interval(49_251_441, 49_251_441)
    let known = whole.replacing(place, with: "A")
    let sam = reads.sam([known]).split(separator: "\n", omittingEmptySubsequences: false)
      .map { line -> String in
        var fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count > 10, let position = Int(fields[3]) else { return String(line) }
        // Of the reads over the place those with the variant are badly mapped, just good enough.
        if position <= place.start, position + 150 > place.start { fields[4] = "22" }
        return fields.joined(separator: "\t")
      }.joined(separator: "\n")
    let result = try result([], sam: sam)
    let variant = try #require(
      result.variants.first { $0.classified.matchedRow?.identifier == "FX0110" })
    #expect(!variant.isConfirmed)
    #expect(variant.unconfirmedReasons.contains { $0.contains("LowMapQ") })
    #expect(result.conclusion?.word == .inconclusive)
  }

  @Test func anotherNumberOfCopiesIsTold() throws {
    let line = "chrX\t49251441\t.\tG\tA\t90\tPASS\t.\tGT:GQ\t0/1:90"
    let known = whole.replacing(Interval(49_251_441, 49_251_441), with: "A")
    let told = "chrX:49251441 G>A beside another allele, the reads show it on every copy"
    #expect(try result([line], known).provenance.notes.contains { $0.contains(told) })
    let two = "chrX\t49251441\t.\tG\tA,C\t90\tPASS\t.\tGT:GQ\t1/2:90"
    #expect(
      try result([two], known).provenance.notes.contains {
        $0.contains("G>A,C beside another allele, the reads show it on every copy")
      })
    let same = try result([line.replacingOccurrences(of: "0/1", with: "1")], known)
    #expect(!same.provenance.notes.contains { $0.contains("not settled") })
  }

  /// A reference block of the file does not outvote the reads.
  @Test func whatTheReadsShowWithinAReferenceBlockIsNamed() throws {
    let start = locus.interval.start
    let first = try #require(locus.bases(in: Interval(start, start))).text
    let block =
      "chrX\t\(start)\t.\t\(first)\t<NON_REF>\t.\t.\tEND=\(locus.interval.end)\tGT:DP:GQ\t0:40:99"
    let known = whole.replacing(Interval(49_251_441, 49_251_441), with: "A")
    let result = try result([block], known)
    #expect(result.conclusion?.word == .inconclusive)
    let reason = try #require(result.conclusion?.reasons.first)
    #expect(reason.hasPrefix("c.1189C>T p.(Arg397Trp) (pathogenic) is called but not confirmed"))
    #expect(result.ledger.first { $0.identifier == "FX0110" }?.state.isSettled == false)
  }

  /// The file's blocks, and no read that they could be of.
  @Test func blocksWithoutAReadAreTold() throws {
    let start = locus.interval.start
    let first = try #require(locus.bases(in: Interval(start, start))).text
    let block =
      "chrX\t\(start)\t.\t\(first)\t<NON_REF>\t.\t.\tEND=\(locus.interval.end)\tGT:DP:GQ\t0:40:99"
    let told = "The file says that FOXP3 was read"
    let without = try result([block], whole) { !$0.overlaps(locus.interval) }
    #expect(without.provenance.notes.contains { $0.hasPrefix(told) })
    #expect(!without.copyNumber.isAssessed)
    #expect(try !result([block], whole).provenance.notes.contains { $0.hasPrefix(told) })
  }

  /// The caller writes neighbours as one record, the file as two.
  @Test func neighboursThatTheFileListsOneByOneAreNotMissing() throws {
    let lines = try [49_260_000, 49_260_001].map { try snv(at: $0).line }
    let two = whole.replacing(
      Interval(49_260_000, 49_260_001),
      with: lines.map { String($0.split(separator: "\t")[4]) }.joined())
    let result = try result(lines, two)
    #expect(!result.provenance.notes.contains { $0.contains("does not list") })
    #expect(result.variants.allSatisfy { $0.isConfirmed })
  }

  @Test func aSiteWithoutReadsStaysOpen() throws {
    let site = Interval(49_251_441, 49_251_441)
    let (line, haplotype) = try snv(at: 49_260_000)
    let result = try result([line], haplotype) { !$0.overlaps(site) }
    #expect(result.conclusion?.completeness == .incomplete)
    #expect(result.ledger.first { $0.identifier == "FX0110" }?.state.isSettled == false)
  }

  @Test func readsOfSeveralSamplesNeedTheSameName() throws {
    let (line, haplotype) = try snv(at: 49_260_000)
    let two = reads.sam([haplotype]).replacingOccurrences(
      of: "SM:boy\n", with: "SM:one\n@RG\tID:h\tSM:two\n")
    let sam = try folder.write("two.sam", two)
    var request = try AnnotateRequest.test([try variants([line])], sex: .male)
    request.alignments = sam
    let pipeline = VariantPipeline(knowledge: try AnnotateRequest.shared.get(), request: request)
    #expect(throws: PipelineError.self) { try pipeline.run(request.inputs[0]) }
  }
}
