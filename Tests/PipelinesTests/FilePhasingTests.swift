import Flow
import Genome
import Testing

@testable import Pipelines

/// `|` without PS joins the records of a file, but not against its header.
@Suite struct FilePhasingTests {
  private func record(
    _ number: Int, _ text: String = "0|1", set: String? = nil, information: String = ".",
    quality: Double? = 30
  ) -> ReadRecord {
    let alleles = text.split(whereSeparator: { "/|".contains($0) }).map { Int($0) }
    return ReadRecord(
      number: number, contig: "chrX", position: 100 + number, end: 100 + number, reference: "A",
      alternates: ["C"], quality: quality,
      fixedText: "chrX\t\(100 + number)\t.\tA\tC\t30\tPASS\t\(information)",
      calls: [
        SampleCall(
          genotype: Genotype(alleles: alleles, isPhased: text.contains("|"), text: text),
          phaseSet: set)
      ])
  }

  private func sets(_ header: String, _ records: [ReadRecord]) -> [String?] {
    FilePhasing(header: header).settled(records).map { $0.calls[0].phaseSet }
  }

  @Test(arguments: [
    "##source=\"beagle.22Jul22.46e.jar\"", "##source=\"beagle.jar (r1399)\"",
    "##source=SHAPEIT2.v837", "##source=shapeit4.1.3", "##source=shapeit5 phase_rare v1.0.0",
    "##source=GLIMPSE_phase v1.1.1", "##source=GLIMPSE2_phase_v2.0.0", "##source=Minimac v4.1.6",
    "##source=Minimac4.v1.0.2", "##source=IMPUTE2", "##phasing=eagle-2.4",
    "##eagleVersion=2.4.1+htslib-1.9", "##imputation=minimac4-1.0.2",
    "##phasing=none", "##phasing=none, though some calls involve phasing clustered variants",
  ])
  func phaseWithoutASetProvesNothing(line: String) throws {
    let header = "##fileformat=VCFv4.2\n\(line)\n##bcftools_viewVersion=1.16\n"
    let records = [record(1), record(2), record(3, set: "7"), record(4, "0/1"), record(5, "1|1")]
    let sets = sets(header, records)
    #expect(sets[0] != nil && sets[1] != nil && sets[0] != sets[1])
    #expect(sets[2] == "7" && sets[3] == nil && sets[4] == nil)
    #expect(FilePhasing(header: header).note(on: records)?.contains("without a phase set") == true)
    #expect(FilePhasing(header: header).note(on: [record(3, set: "7"), record(5, "1|1")]) == nil)
  }

  @Test(arguments: [
    "##source=freeBayes v1.3.6", "##phasing=partial", "##phasing=full",
    "##source=myImputationProgramV3.1", "##contig=<ID=chrX>", "##eagleeye=1", "##imputed_sex=yes",
  ])
  func otherHeadersLeaveOneSet(line: String) {
    let header = "##fileformat=VCFv4.2\n\(line)\n"
    #expect(sets(header, [record(1), record(2)]) == [nil, nil])
    #expect(FilePhasing(header: header).note(on: [record(1)]) == nil)
  }

  private static let made = "AO=15;CIGAR=2X;DP=26;QA=544"

  /// A piece differs in TYPE and LEN from its neighbour, another record in more.
  @Test(arguments: ["0|1", "0/1"])
  func piecesOfOneRecordStandTogether(genotype: String) {
    let pieces = [
      record(1, genotype, information: "\(FilePhasingTests.made);LEN=1;TYPE=snp"),
      record(2, genotype, information: "\(FilePhasingTests.made);LEN=2;TYPE=del"),
      record(3, genotype, information: "AO=14;CIGAR=2X;DP=26;QA=544;LEN=1;TYPE=snp"),
      record(
        4, genotype, information: "\(FilePhasingTests.made);LEN=1;TYPE=snp", quality: 31),
    ]
    let sets = sets("##fileformat=VCFv4.2\n##phasing=none\n", pieces)
    #expect(sets[0] != nil && sets[0] == sets[1])
    #expect(sets[2] != sets[0] && sets[3] != sets[0])
    let settled = FilePhasing(header: "").settled(pieces)
    #expect(settled[0].calls[0].genotype?.isPhased == true)
    #expect(settled[2].calls[0].genotype?.isPhased == genotype.contains("|"))
  }

  /// Less than freebayes' INFO may be alike by chance.
  @Test(arguments: ["DP=26", "CIGAR=2X", "CIGAR=1X;QA=30", "."]) func fewFieldsTellNoPieces(
    information: String
  ) {
    let pieces = [record(1, information: information), record(2, information: information)]
    let sets = sets("##phasing=none\n", pieces)
    #expect(sets[0] != sets[1])
  }

  @Test(arguments: [
    ("OLD_CLUMPED=chrX:101:AA/GC", true), ("OLD_CLUMPED=chrX:101:AA/GC/GA", false),
    ("OLD=chrX|101|AA|GC|1", true), ("OLD=chrX|101|AA|GC,GA|1", false),
    ("ELSE=chrX|101|AA|GC|1", false),
  ])
  func theRecordThatPiecesWereSplitFromIsTold(information: String, isTold: Bool) {
    let header =
      "##fileformat=VCFv4.2\n##INFO=<ID=OLD,Number=1,Type=String,Description=\"Original variant. Format: "
      + "CHR|POS|REF|ALT|USED_ALT_IDX\">\n"
    let pieces = [
      record(1, "0/1", information: "DP=9;\(information)"),
      record(2, "0/1", information: "DP=9;\(information)"),
    ]
    let sets = sets(header, pieces)
    #expect((sets[0] != nil) == isTold && sets[0] == sets[1])
    #expect(self.sets(header, [pieces[0]]) == [nil])
  }

  /// Which way round each piece was put is the program's guess.
  @Test func statisticalPhaseJoinsNoPieces() {
    let pieces = [1, 2].map { record($0, information: "OLD_CLUMPED=chrX:101:AA/GC") }
    let sets = sets("##source=shapeit4.1.3\n", pieces)
    #expect(sets[0] != sets[1])
  }
}
