import Genome
import HTS
import Testing

/// What is told of a genotype at a glance is what reading the record tells.
@Suite struct GlanceTests {
  /// The same, by reading; `nil` for what reading refuses.
  private static func read(_ record: borrowing VariantRecord) -> GenotypeGlance? {
    guard let fields = try? record.sample(0), let genotype = try? record.genotype(fields)
    else { return nil }
    guard let quality = try? record.number("GQ", fields) ?? .infinity else { return nil }
    let filters = fields.value("FT") ?? "PASS"
    let isPlain = record.text(.reference).utf8.count == 1 && !record.alternates.isEmpty
    guard isPlain, record.filters.isEmpty || record.filters == ["PASS"], filters == "PASS",
      record.alternates.allSatisfy({ BaseSequence($0)?.count == 1 }), !genotype.hasMissing,
      !genotype.isHomozygousReference
    else { return .nothing }
    let isHeterozygous = Set(genotype.alleles).count > 1
    let reads = (try? record.integers("AD", fields))?.compactMap(\.self) ?? []
    return .substitution(
      ploidy: genotype.ploidy, isHeterozygous: isHeterozygous,
      quality: quality == .infinity ? nil : Int(quality),
      most: isHeterozygous ? reads.max() ?? 0 : 0, reads: isHeterozygous ? reads.reduce(0, +) : 0)
  }

  @Test func everyCombination() throws {
    let alleles = [
      ("A", "C"), ("A", "c,T"), ("A", "."), ("AT", "A"), ("A", "AT"), ("A", "<DEL>"),
      ("A", "*"), ("A", "C,*"), ("A", "N"), ("A", "C,<NON_REF>"),
    ]
    let formats = [
      ("GT", ""), ("GT:GQ", ":30"), ("GT:GQ", ":."), ("GT:GQ", ":9.5"), ("GT:GQ", ""),
      ("GT:FT:GQ", ":PASS:40"), ("GT:FT:GQ", ":q10:40"), ("GT:AD:GQ:FT", ":3,4:7:."),
      ("GT:AD", ":1,39"), ("GT:AD", ":1,39,5"), ("GT:AD", ":."),
      ("GT:AD", ":7"), ("GT:RO:AO", ":0:30"), ("GT:AD", ":.,4"), ("GT:AD", ":0,0"),
      ("GT:AD", ":3,x"),
      ("GT:GQ", ":nan"), ("GT:GQ", ":x"), ("GT", ":5"), ("GT:LEN", ":9"),
    ]
    let genotypes = [
      "0/1", "1|1", "0/0", "1", "0", ".", "./1", "0|2", "1/2", "0/1/1", "/0/1", "x", "0/10",
    ]
    var told = 0
    for (reference, alternate) in alleles {
      for (format, values) in formats {
        for genotype in genotypes {
          for (filter, information) in [
            ("PASS", "DP=3"), (".", "."), ("q10", "."), ("PASS", "END=9"),
          ] {
            let line = [
              "X", "5", ".", reference, alternate, ".", filter, information, format,
              genotype + values,
            ].joined(separator: "\t")
            try VariantText.withRecord(line) { record in
              let glance = record.glance(at: 0)
              guard glance != .doubt else { return }
              // A record that is not counted may be one that reading refuses.
              if let read = Self.read(record) {
                #expect(glance == read, "\(line)")
              } else {
                #expect(glance == .nothing, "\(line)")
              }
              told += 1
            }
          }
        }
      }
    }
    #expect(told > 1500)
  }

  @Test func eachSampleByItself() throws {
    let line = "X\t5\t.\tA\tG\t.\tPASS\t.\tGT:GQ\t0/1:30\t1:9\t./.:1"
    try VariantText.withRecord(line) { record in
      let first = record.glance(at: 0)
      let second = record.glance(at: 1)
      let third = record.glance(at: 2)
      let none = record.glance(at: 3)
      #expect(first == .substitution(ploidy: 2, isHeterozygous: true, quality: 30))
      #expect(second == .substitution(ploidy: 1, isHeterozygous: false, quality: 9))
      #expect(third == .nothing)
      #expect(none == .doubt)
    }
  }
}
