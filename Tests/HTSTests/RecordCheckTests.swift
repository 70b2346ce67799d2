import HTS
import Testing

/// Records that the specification forbids and htslib takes: each is refused, and the error names
/// the file, the record and the column.
@Suite struct RecordCheckTests {
  private static let valid = [
    VariantText.record("X", 100, "A", "C"), VariantText.record("X", 100, "acgtn", "*"),
    VariantText.record("X", 100, "A", "<DEL>,<DEL>,<*>,<NON_REF>", samples: ["4/1", "."]),
    VariantText.record("X", 100, "A", "A[Y:5[,]<ctg>:9]A,.A,A.,R"),
    VariantText.record("X", 100, "A", ".", format: "GT:DP", samples: ["0", "0:7"]),
    VariantText.record("X", 100, samples: []),
  ]

  @Test(arguments: valid) func validRecordsPass(_ line: String) throws {
    try VariantText.withRecord(line) { try $0.check() }
  }

  @Test(arguments: [
    (VariantText.record("X", 0), "POS"), (VariantText.record("X", 100, "A-Z"), "REF"),
    (VariantText.record("X", 100, "R"), "REF"), (VariantText.record("X", 100, "."), "REF"),
    (VariantText.record("X", 100, ""), "REF"), (VariantText.record("X", 100, "A", "C,"), "ALT"),
    (VariantText.record("X", 100, "A", "<DEL"), "ALT"),
    (VariantText.record("X", 100, "A", "C D"), "ALT"),
    (VariantText.record("X", 100, "A", "-"), "ALT"),
    (VariantText.record("X", 100, "A", "<>"), "ALT"),
    (VariantText.record("X", 100, "A", ""), "ALT"),
    (VariantText.record("X", 100, "A", "A[Y5["), "ALT"),
    (VariantText.record("X", 100, "A", ".,C"), "ALT"),
    (VariantText.record("X", 100, "A", "C,G,c"), "ALT"),
    (VariantText.record("X", 100, information: ""), "INFO"),
    (VariantText.record("X", 100, information: "END=x"), "INFO, key END"),
    (VariantText.record(samples: ["0/2", "0/0"]), "of sample 1, key GT"),
    (VariantText.record(samples: ["0/1", "0/x"]), "of sample 2, key GT"),
    (VariantText.record(samples: ["0/1", ""]), "of sample 2, key GT"),
    (VariantText.record(samples: ["0/1:3", "0/0"]), "of sample 1"),
    (VariantText.record(format: "GT:GT", samples: ["0:0", "0:0"]), "FORMAT"),
    (VariantText.record("X", 100, information: "A=\u{1}"), "text"),
    ("X\t100\t.\tA\tC\tq\t.\t.", "QUAL"), ("X\t100\t.\tA\tC\t.\t\t.", "FILTER"),
  ])
  func brokenRecordsAreRefused(_ line: String, _ column: String) throws {
    let error = #expect(throws: HTSError.self) {
      try VariantText.withRecord(line) { try $0.check() }
    }
    #expect(error?.code == .malformed)
    #expect(error?.file == "test.vcf")
    #expect(error?.record?.hasPrefix("record 7 (X:") == true)
    #expect(error?.message.hasPrefix("column \(column)") == true, "\(error?.message ?? "")")
  }

  @Test(arguments: ["x", "", "1x0", "-5", "1e3", "99999999999999999999"])
  func aPositionThatIsNone(_ position: String) {
    let line = "X\t\(position)\t.\tA\tC\t.\t.\t."
    let error = #expect(throws: HTSError.self) { try VariantText.withRecord(line) { _ in } }
    #expect(error?.message.contains("column POS") == true)
  }

  @Test(arguments: [9, 12])
  func anotherNumberOfColumnsThanTheHeader(_ columns: Int) {
    let error = #expect(throws: HTSError.self) {
      try VariantText.withRecord(VariantText.record(), columns: columns) { _ in }
    }
    #expect(error?.message.contains("11 columns where the header has \(columns)") == true)
  }

  @Test func aMessageHoldsNoControlCharacters() {
    let error = #expect(throws: HTSError.self) {
      try VariantText.withRecord(VariantText.record("X", 100, "A\u{1B}[31m")) { try $0.check() }
    }
    #expect(error?.description.unicodeScalars.allSatisfy { $0.value >= 0x20 } == true)
  }
}
