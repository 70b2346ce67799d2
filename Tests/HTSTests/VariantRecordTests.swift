import Genome
import HTS
import Testing

/// Decoding of a record's fields, against the specification's own rules and examples.
@Suite struct VariantRecordTests {
  @Test func fixedColumns() throws {
    // The microsatellite record of VCF 4.3, section 1.1.
    let line =
      "20\t1234567\tmicrosat1\tGTC\tG,GTCT\t50\tPASS\tNS=3;DP=9;AA=G\tGT:GQ:DP\t0/1:35:4\t0/2:17:2"
    try VariantText.withRecord(line) { record in
      #expect(record.text(.contig) == "20")
      #expect(record.position == 1_234_567)
      #expect(record.text(.reference) == "GTC")
      #expect(record.alternates == ["G", "GTCT"])
      #expect(try record.quality() == 50)
      #expect(record.filters == ["PASS"])
      #expect(try record.informationIntegers("DP") == [9])
      #expect(record.information("AA") == "G")
      #expect(record.information("A") == nil)
      #expect(record.fixedText == "20\t1234567\tmicrosat1\tGTC\tG,GTCT\t50\tPASS\tNS=3;DP=9;AA=G")
      #expect(record.sampleCount == 2)
      let sample = try record.sample(1)
      #expect(try record.genotype(sample)?.alleles == [0, 2])
      #expect(try record.integer("GQ", sample) == 17)
      #expect(sample.text == "0/2:17:2")
      try record.check()
    }
  }

  @Test func missingValuesAreNil() throws {
    let line = "X\t5\t.\tA\t.\t.\t.\tDB;DP=.\tGT:AD:GQ:DP\t.:3,.:nan:."
    try VariantText.withRecord(line) { record in
      #expect(record.alternates.isEmpty)
      #expect(try record.quality() == nil)
      #expect(record.filters.isEmpty)
      let hasFlag = record.hasInformation("DB")
      #expect(hasFlag)
      #expect(record.information("DB") == nil)
      #expect(try record.informationIntegers("DP") == [])
      let sample = try record.sample(0)
      #expect(try record.genotype(sample)?.isNoCall == true)
      #expect(try record.integers("AD", sample) == [3, nil])
      #expect(try record.number("GQ", sample) == nil)
      #expect(try record.integer("DP", sample) == nil)
      #expect(try record.integer("PL", sample) == nil)
    }
  }

  @Test(arguments: [
    ("0/1", [0, 1], false), ("1|0", [1, 0], true), ("1", [1], false), ("0/1/2", [0, 1, 2], false),
    ("0|1/2", [0, 1, 2], false), ("/0/1", [0, 1], false), ("|0|1", [0, 1], true),
    ("|1", [1], false),
    ("10/11", [10, 11], false),
  ])
  func genotypes(_ text: String, _ alleles: [Int], _ isPhased: Bool) throws {
    let genotype = try #require(GenotypeField.parse(text))
    #expect(genotype.alleles == alleles)
    #expect(genotype.isPhased == isPhased)
    #expect(genotype.text == text)
  }

  @Test func partlyMissingGenotypes() {
    #expect(GenotypeField.parse("./1")?.alleles == [nil, 1])
    #expect(GenotypeField.parse("./.")?.alleles == [nil, nil])
    #expect(GenotypeField.parse(".")?.alleles == [nil])
  }

  @Test(arguments: ["", "/", "0/", "0//1", "a", "0/1 ", "-1/0", "0,1", "..", "0.1", "1e3"])
  func noGenotypes(_ text: String) {
    #expect(GenotypeField.parse(text) == nil)
  }

  @Test(arguments: [
    ("A", "C", ".", "GT", "0", 100), ("ACGT", "A", ".", "GT", "0", 103),
    ("A", "<DEL>", "END=150", "GT", "0", 150), ("A", "<DEL>", "SVLEN=-50", "GT", "0", 150),
    ("A", "<DEL>", "SVLEN=50;END=120", "GT", "0", 150), ("A", "<INS>", "SVLEN=50", "GT", "0", 100),
    ("A", "<INS:ME>,<DUP>", "SVLEN=500,20", "GT", "0", 120),
    ("A", "<*>", ".", "GT:LEN", "0:30", 129), ("A", "<NON_REF>", "END=140", "GT", "0", 140),
    ("ACG", "A", "END=50", "GT", "0", 102), ("A", "A[Y:5[", "END=900;CHR2=Y", "GT", "0", 100),
    ("A", "<DEL>", "SVLEN=.", "GT", "0", 100), ("A", "C", "ENDING=900", "GT", "0", 100),
    ("A", "C", "END=.", "GT", "0", 100),
  ])
  func reach(
    _ reference: String, _ alternate: String, _ information: String, _ format: String,
    _ sample: String, _ expected: Int
  ) throws {
    let line = VariantText.record(
      "X", 100, reference, alternate, information: information, format: format, samples: [sample])
    let reach = try VariantText.withRecord(line) { try $0.reach() }
    #expect(reach == expected)
  }
}
