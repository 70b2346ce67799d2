import HTS

/// Small VCF texts.
enum VariantText {
  static func header(
    version: String = "VCFv4.2", contigs: [String] = ["X"], samples: [String] = ["A", "B"]
  ) -> String {
    let columns = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"]
    return "##fileformat=\(version)\n"
      + contigs.map { "##contig=<ID=\($0),length=1000000>\n" }.joined()
      + "##INFO=<ID=END,Number=1,Type=Integer,Description=\"End, of the record\">\n"
      + "##INFO=<ID=SVLEN,Number=A,Type=Integer,Description=\"Length\">\n"
      + "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n"
      + "##FORMAT=<ID=DP,Number=1,Type=Integer,Description=\"Depth\">\n"
      + "##FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"Depths\">\n"
      + (columns + (samples.isEmpty ? [] : ["FORMAT"] + samples)).joined(separator: "\t") + "\n"
  }

  static func record(
    _ contig: String = "X", _ position: Int = 100, _ reference: String = "A",
    _ alternate: String = "C", information: String = ".", format: String = "GT",
    samples: [String] = ["0/1", "0/0"]
  ) -> String {
    ([contig, "\(position)", ".", reference, alternate, ".", ".", information]
      + (samples.isEmpty ? [] : [format] + samples)).joined(separator: "\t")
  }

  /// Every record's line of a file.
  static func lines(of path: String) throws -> [String] {
    var file = try VariantFile.open(path)
    var lines: [String] = []
    while try file.next() {
      try file.printRecord()
      let line = file.currentLine
      lines.append(String(decoding: line.indices.map { line[$0] }, as: UTF8.self))
    }
    return lines
  }

  /// Gives `body` one line as a record.
  static func withRecord<Result>(
    _ line: String, columns: Int? = nil,
    _ body: (borrowing VariantRecord) throws -> Result
  ) throws -> Result {
    let bytes = Array(line.utf8)
    let count = bytes.count { $0 == UInt8(ascii: "\t") } + 1
    let record = try VariantRecord(
      line: bytes.span, origin: RecordOrigin(file: "test.vcf", number: 7),
      columnCount: columns ?? count)
    return try body(record)
  }
}
