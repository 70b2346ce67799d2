import Flow
import Foundation
import Genome
import TestSupport
import Testing

@testable import Reporting

@Suite struct VariantFileTests {
  static let source = """
    ##fileformat=VCFv4.2
    ##FILTER=<ID=PASS,Description="All filters passed">
    ##FILTER=<ID=LowQual,Description="Low quality">
    ##contig=<ID=chrX,length=156040895>
    ##INFO=<ID=DP,Number=1,Type=Integer,Description="Depth">
    ##INFO=<ID=ANN,Number=.,Type=String,Description="Other annotation">
    ##INFO=<ID=CSQ,Number=.,Type=String,Description="Old. Format: Allele|Consequence">
    ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
    ##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Depth">
    ##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="Genotype quality">
    #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tother\tproband

    """

  /// A donor variant before an SNV in the file, a reference block, and a second sample.
  private var file: VariantFileText {
    let missense = Fixture.record(
      2, 49_251_441, "G", ["A", "<NON_REF>"], information: "DP=31;CSQ=A|old;ANN=A|kept",
      calls: ["0:30:90", "1:31:99"])
    let donor = Fixture.record(1, 49_264_660, "C", ["A"], calls: ["0/1:30:99", "0:31:99"])
    let block = Fixture.record(3, 49_252_000, "G", ["<NON_REF>"], calls: ["0:30:90", "0:30:90"])
    let records = [
      ClassifiedRecord(record: donor, alleles: [Fixture.donor(record: donor)]),
      ClassifiedRecord(record: missense, alleles: [Fixture.arg397Trp(missense), nil]),
      ClassifiedRecord(record: block, alleles: [nil]),
    ]
    return Reports(context: Fixture.context).vcf(
      Fixture.positiveMale, sampleIndex: 1, records: records, header: VariantFileTests.source)
  }

  private func information(_ line: String) -> [String: String] {
    let column = line.split(separator: "\t")[7]
    var values: [String: String] = [:]
    for entry in column.split(separator: ";") {
      let pair = entry.split(separator: "=", maxSplits: 1).map(String.init)
      values[pair[0]] = pair.count > 1 ? pair[1] : ""
    }
    return values
  }

  @Test func sourceTextIsKeptAndOtherSamplesAreDropped() throws {
    #expect(file.lines.count == 2, "the reference block is left out")
    let columns = file.lines[0].split(separator: "\t").map(String.init)
    #expect(Array(columns[0..<7]) == ["chrX", "49251441", ".", "G", "A,<NON_REF>", "500", "PASS"])
    #expect(columns[7].hasPrefix("DP=31;SOURCE_CSQ=A|old;ANN=A|kept;CSQ="))
    #expect(Array(columns[8...]) == ["GT:DP:GQ", "1:31:99"])
    #expect(file.lines[1].hasPrefix("chrX\t49264660\t"))
    #expect(file.header.hasSuffix("\tFORMAT\tproband\n"))
  }

  @Test func headerIsTheSourcesWithOurKeys() {
    let header = file.header
    #expect(header.hasPrefix("##fileformat=VCFv4.2\n"))
    #expect(
      header.contains(
        "##INFO=<ID=SOURCE_CSQ,Number=.,Type=String,Description=\"Old. Format: Allele|Consequence\">\n"
      ))
    #expect(header.ranges(of: "##INFO=<ID=CSQ,").count == 1)
    #expect(header.contains("##INFO=<ID=ANN,"))
    #expect(header.contains("##INFO=<ID=FOXP3_CLASS,Number=A,Type=String,"))
    #expect(header.contains("##INFO=<ID=FOXP3_POINTS,Number=A,Type=Integer,"))
    #expect(
      header.contains(
        "Format: Allele|Consequence|IMPACT|SYMBOL|Gene|Feature_type|Feature|BIOTYPE|EXON|INTRON|"
          + "HGVSc|HGVSp|cDNA_position|CDS_position|Protein_position|Amino_acids|Codons|ALLELE_NUM|"
      ))
    #expect(header.contains("##foxp3_version=0.1.0+htslib-1.16\n"))
    #expect(header.contains("##foxp3_setting=minimum_depth_one_copy=8\n"))
    #expect(header.split(separator: "\n").count { $0.hasPrefix("#CHROM") } == 1)
  }

  /// What an earlier run wrote is replaced; what it kept of another program stays.
  @Test(arguments: [
    ("Consequence annotations from foxp3, one", "CSQ=A|old;SOURCE_CSQ=A|vep", "SOURCE_CSQ=A|vep"),
    ("Consequence annotations from Ensembl VEP", "SOURCE_CSQ=A|old;CSQ=A|vep", "SOURCE_CSQ=A|vep"),
    ("", "CSQ=A|vep", "SOURCE_CSQ=A|vep"),
  ])
  func consequencesOfAnotherProgramAreKept(
    description: String, information: String, kept: String
  ) throws {
    let own =
      "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Old. Format: Allele|Consequence\">\n"
    let beside = "##INFO=<ID=SOURCE_CSQ,Number=.,Type=String,Description=\"Beside\">\n"
    let header = Self.source.replacing(
      own, with: description.isEmpty ? "" : beside + own.replacing("Old", with: description))
    let record = Fixture.record(
      1, 49_251_441, "G", ["A"], information: information, calls: ["0", "1"])
    let file = Reports(context: Fixture.context).vcf(
      Fixture.positiveMale, sampleIndex: 1,
      records: [ClassifiedRecord(record: record, alleles: [Fixture.arg397Trp(record)])],
      header: header)
    let column = try #require(file.lines.first).split(separator: "\t")[7]
    #expect(column.hasPrefix(kept + ";CSQ="), "\(column)")
    #expect(column.ranges(of: "CSQ=").count == 2)
    #expect(file.header.ranges(of: "##INFO=<ID=SOURCE_CSQ,").count == 1)
    #expect(file.header.ranges(of: "##INFO=<ID=CSQ,").count == 1)
    #expect(
      file.header.contains("Beside") == description.hasSuffix("one"), "\(file.header)")
  }

  /// ID may stand anywhere in a line: nothing is declared twice, and our own keys are replaced.
  @Test func theOrderOfAttributesIsFree() {
    let source = Self.source
      .replacing("<ID=CSQ,Number=.", with: "<Number=.,ID=CSQ")
      .replacing("<ID=chrX,length=156040895>", with: "<length=156040895,ID=chrX>")
      .replacing(
        "##FILTER=<ID=LowQual,Description=\"Low quality\">",
        with: "##INFO=<Number=1,ID=DP,Type=Integer,Description=\"Twice\">")
    let file = Reports(context: Fixture.context).vcf(
      Fixture.positiveMale, sampleIndex: 1, records: [], header: source)
    #expect(
      file.header.contains(
        "##INFO=<Number=.,ID=SOURCE_CSQ,Type=String,Description=\"Old. Format: Allele|Consequence\">"
      ))
    #expect(file.header.ranges(of: "##contig=").count == 1)
    #expect(file.header.contains("ID=chrX>"))
    #expect(file.header.ranges(of: "ID=DP,").count == 2, "one of INFO, one of FORMAT")
  }

  @Test func oneEntryPerAlternateAndTranscript() throws {
    let values = information(file.lines[0])
    let entries = try #require(values["CSQ"]).split(separator: ",")
    #expect(entries.count == 2)
    let fields = entries[0].split(separator: "|", omittingEmptySubsequences: false)
    #expect(fields.count == ConsequenceField.names.count)
    #expect(fields[0] == "A")
    #expect(fields[10] == "NM_014009.4:c.1189C>T")
    #expect(fields[11] == "NP_054728.2:p.(Arg397Trp)")
    #expect(fields[17] == "1")
    #expect(values["FOXP3_CLASS"] == "pathogenic,.")
    #expect(values["FOXP3_POINTS"] == nil)
    let donor = try #require(information(file.lines[1])["CSQ"])
    #expect(donor.contains("|NC_000023.11(NM_014009.4):c.-23+1G>T|"))
  }

  @Test func partsOfAJoinedAlleleCarryItsClass() throws {
    let (result, records) = Fixture.joined
    let classified = zip(records, [("c.1118T>C", "p.(Phe373Ser)"), ("c.1117T>G", "p.(Phe373Val)")])
      .map { record, names in
        ClassifiedRecord(
          record: record,
          alleles: [
            Fixture.single(ReadVariant(record: record, alleleIndex: 1), names.0, names.1)
          ])
      }
    let file = Reports(context: Fixture.context).vcf(
      result, sampleIndex: 0, records: classified, header: VariantFileTests.source)
    for line in file.lines {
      let values = information(line)
      #expect(values["FOXP3_CLASS"] == "pathogenic")
      #expect(values["CSQ"]?.hasSuffix("|c.1117_1118delinsGC&p.(Phe373Ala)") == true)
    }
    #expect(information(file.lines[0])["CSQ"]?.contains(":p.(Phe373Ser)|") == true)
  }

  /// Of a frame shift that others of its copy take back: not that of the allele alone.
  @Test func anAlleleOfACopyCarriesTheClassItHasThere() throws {
    var result = Fixture.positiveMale
    for place in result.variants.indices {
      result.variants[place].classified.clinicalClass = .uncertain
      result.variants[place].classified.restoring = ["c.1200del"]
    }
    let parts = result.variants[0].classified.annotated.normalised.parts
    let record = try #require(parts.first?.record)
    let records = [ClassifiedRecord(record: record, alleles: [Fixture.arg397Trp(record)])]
    let file = Reports(context: Fixture.context).vcf(
      result, sampleIndex: 0, records: records, header: VariantFileTests.source)
    let values = information(file.lines[0])
    #expect(values["FOXP3_CLASS"] == "uncertain")
    #expect(values["CSQ"]?.contains("|uncertain|") == true)
    #expect(values["CSQ"]?.hasSuffix("|") == true)
  }

  /// What the samples of a file share is made for one of them: none has the class that another's joined
  /// allele gives.
  @Test func samplesShareNoJoinedClass() throws {
    var (joined, records) = Fixture.joined
    for index in records.indices {
      records[index].calls = [records[index].calls[0], .init(genotype: nil, text: "0:9:9")]
    }
    let alone = Fixture.positiveMale
    func classified() -> [ClassifiedRecord] {
      records.map { ClassifiedRecord(record: $0, alleles: [Fixture.arg397Trp($0)]) }
    }
    func lines(_ results: [SampleResult]) -> [[String]] {
      let records = classified()
      return results.enumerated().map { index, result in
        Reports(context: Fixture.context).vcf(
          result, sampleIndex: index, records: records, header: VariantFileTests.source
        ).lines
      }
    }
    #expect(lines([joined, alone, joined])[0] == lines([joined])[0])
    #expect(
      lines([alone, alone, joined])[2].map { information($0)["CSQ"] }
        == lines([joined])[0].map { information($0)["CSQ"] })
    #expect(lines([joined, alone])[1] == lines([alone, alone])[1])
    #expect(
      lines([joined, alone])[1].map { information($0)["CSQ"] }
        != lines([joined])[0].map { information($0)["CSQ"] })
  }

  /// A part that has a row of its own keeps its identifier beside that of the joined allele.
  @Test func aPartOfAJoinedAlleleKeepsItsOwnRow() throws {
    var (result, records) = Fixture.joined
    let alone = Fixture.arg397Trp(records[0])
    func identifiers(_ evidence: [TableEvidence]) -> String? {
      result.variants[0].classified.evidence = evidence
      let file = Reports(context: Fixture.context).vcf(
        result, sampleIndex: 0, records: [ClassifiedRecord(record: records[0], alleles: [alone])],
        header: VariantFileTests.source)
      let entry = information(file.lines[0])["CSQ"]?.split(separator: ",").first
      let fields = entry?.split(separator: "|", omittingEmptySubsequences: false)
      return fields.map { String($0[25]) }
    }
    #expect(identifiers([]) == "FX0110")
    #expect(
      identifiers([TableEvidence(row: Fixture.joinedRow, relation: .sameAllele)]) == "FX0099&FX0110"
    )
    #expect(identifiers([TableEvidence(row: Fixture.row, relation: .sameAllele)]) == "FX0110")
  }

  @Test func withoutSamplesThereAreEightColumns() {
    var record = Fixture.record(1, 49_251_441, "G", ["A"], calls: [])
    record.formatText = nil
    let file = Reports(context: Fixture.context).vcf(
      Fixture.withoutSamples, sampleIndex: nil,
      records: [ClassifiedRecord(record: record, alleles: [Fixture.arg397Trp(record)])],
      header: "##fileformat=VCFv4.3\n")
    #expect(file.lines[0].split(separator: "\t").count == 8)
    #expect(file.header.hasSuffix("\tFILTER\tINFO\n"))
    #expect(file.header.contains("##contig=<ID=chrX>\n"))
  }

  /// The rule of Ensembl VEP's VCF input, on records of every kind.
  @Test(arguments: [
    ("G", ["A"], ["A"]), ("GC", ["G"], ["-"]), ("G", ["GA"], ["A"]),
    ("GC", ["G", "GCT"], ["-", "CT"]), ("GC", ["G", "AC"], ["G", "AC"]),
    ("AA", ["GC"], ["GC"]), ("CT", ["CG"], ["CG"]), ("GC", ["G", "*"], ["-", "*"]),
    ("G", ["A", "<NON_REF>"], ["A", "<NON_REF>"]), ("GC", ["G", "<NON_REF>"], ["-", "<NON_REF>"]),
    ("G", ["<DEL>"], ["deletion"]), ("G", ["<DUP:TANDEM>"], ["duplication"]),
  ])
  func allele(reference: String, alternates: [String], expected: [String]) {
    #expect(TrimmedAllele.texts(reference: reference, alternates: alternates) == expected)
  }

  @Test func reservedCharactersAreEncoded() {
    #expect(ConsequenceField.escaped("p.(Gln245=)") == "p.(Gln245%3D)")
    #expect(ConsequenceField.escaped("a;b|c,d e\tf%") == "a%3Bb&c&d_e_f%25")
  }

  /// What bcftools makes of it: no complaint, and each field where split-vep looks for it.
  @Test func bcftoolsReadsIt() throws {
    guard ExternalTool.isInstalled("bcftools") else { return }
    let bcftools = "bcftools"
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "foxp3-reporting-\(ProcessInfo.processInfo.processIdentifier).vcf")
    defer { try? FileManager.default.removeItem(at: path) }
    try (file.header + file.lines.map { $0 + "\n" }.joined())
      .write(to: path, atomically: true, encoding: .utf8)
    let view = try ExternalTool.outcome(bcftools, ["view", "--no-version", path.path])
    #expect(view.errors == "")
    #expect(view.output.contains("FOXP3_CLASS=pathogenic,."))
    let list = try ExternalTool.outcome(bcftools, ["+split-vep", "-l", path.path])
    #expect(list.output.split(separator: "\n").count == ConsequenceField.names.count)
    let split = try ExternalTool.outcome(
      bcftools,
      [
        "+split-vep", "-d", "-f",
        "%POS %Feature %Consequence %HGVSc %FOXP3_ID %INFO/FOXP3_CLASS\n", path.path,
      ])
    #expect(split.errors == "")
    #expect(
      split.output.split(separator: "\n").map(String.init) == [
        "49251441 NM_014009.4 missense_variant NM_014009.4:c.1189C>T FX0110 pathogenic,.",
        "49251441 NM_001114377.2 missense_variant NM_001114377.2:c.1084C>T FX0110 pathogenic,.",
        "49264660 NM_014009.4 splice_donor_variant NC_000023.11(NM_014009.4):c.-23+1G>T . "
          + "not_evaluated",
      ])
  }
}
